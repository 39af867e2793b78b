package be.designations.dpd.web;

import be.designations.casework.Attachment;
import be.designations.casework.BelgianDates;
import be.designations.dpd.DpdDocuments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A document in a list.
 *
 * @param kind    as people call it: PDF
 * @param unit    {@code kb} or {@code mb}; message key {@code dpd.page.size.<unit>}
 * @param amount  in that unit
 * @param addedOn {@code dd/mm/yyyy}
 */
record DocumentRow(
        String id, String name, String kind, String unit, BigDecimal amount, String addedOn, boolean removable) {

    private static final int MEGABYTE = 1_000_000;

    static List<DocumentRow> of(List<DpdDocuments.Document> documents) {
        return documents.stream().map(DocumentRow::of).toList();
    }

    private static DocumentRow of(DpdDocuments.Document document) {
        Attachment file = document.file();
        boolean large = file.size() >= MEGABYTE;
        BigDecimal amount = BigDecimal.valueOf(file.size())
                .divide(BigDecimal.valueOf(large ? MEGABYTE : 1_000), large ? 1 : 0, RoundingMode.UP);
        return new DocumentRow(
                file.id().toString(),
                file.fileName(),
                file.kind().name(),
                large ? "mb" : "kb",
                amount,
                new BelgianDates().day(file.addedAt()),
                document.removable());
    }
}
