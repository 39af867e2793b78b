package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.CaseView;
import be.designations.casework.StepDocuments;
import be.designations.casework.VersionedDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * A document in a list.
 *
 * @param kind    as people call it: PDF
 * @param unit    {@code kb} or {@code mb}, of 1,000 bytes and of 1,000 kb; message key {@code case.size.<unit>}
 * @param amount  in that unit, rounded up
 * @param addedOn {@code dd/mm/yyyy}
 * @param addedBy name of who added it; empty where that is not said
 * @param removedOn {@code dd/mm/yyyy}, since when its content is gone (D33); empty while it is there
 * @param removable whether the reader may take it away now
 * @param unsent  whether only those who file see it, as they have not sent it yet (D19)
 * @param shown   whether its pages can be looked at
 * @param version which one it is, from 1
 * @param earlier what was there before it under the same name, the one before first
 */
public record DocumentLine(
        String id,
        String name,
        String kind,
        String unit,
        BigDecimal amount,
        String addedOn,
        String addedBy,
        String removedOn,
        boolean removable,
        boolean unsent,
        boolean shown,
        int version,
        List<DocumentLine> earlier) {

    private static final int MEGABYTE = 1_000_000;

    public DocumentLine {
        earlier = List.copyOf(earlier);
    }

    public static DocumentLine of(Attachment file) {
        return of(file, false);
    }

    public static DocumentLine of(Attachment file, boolean removable) {
        return of(file, removable, false, "", 1, List.of());
    }

    /** A line for each file, which says what version of its document it is. */
    public static List<DocumentLine> ofEach(List<StepDocuments.Document> documents) {
        return ofEach(documents, Set.of());
    }

    /** The same, which says too which of them are {@linkplain CaseView#unsent() not sent yet}. */
    static List<DocumentLine> ofEach(List<StepDocuments.Document> documents, Set<AttachmentId> unsent) {
        List<Attachment> files =
                documents.stream().map(StepDocuments.Document::file).toList();
        return documents.stream()
                .map(it -> of(
                        it.file(),
                        it.removable(),
                        unsent.contains(it.file().id()),
                        "",
                        VersionedDocument.versionOf(it.file(), files),
                        List.of()))
                .toList();
    }

    /** With its versions, and who added each. */
    static DocumentLine of(VersionedDocument document, CaseView view) {
        int version = document.version();
        List<Attachment> earlier = document.earlier();
        List<DocumentLine> before = earlier.stream()
                .map(file -> of(file, view, version - 1 - earlier.indexOf(file), List.of()))
                .toList();
        return of(document.current(), view, version, before);
    }

    private static DocumentLine of(Attachment file, CaseView view, int version, List<DocumentLine> earlier) {
        return of(file, false, view.unsent().contains(file.id()), view.nameOf(file.addedBy()), version, earlier);
    }

    private static DocumentLine of(
            Attachment file,
            boolean removable,
            boolean unsent,
            String addedBy,
            int version,
            List<DocumentLine> earlier) {
        boolean large = file.size() >= MEGABYTE;
        return new DocumentLine(
                file.id().toString(),
                file.fileName(),
                file.kind().name(),
                large ? "mb" : "kb",
                BigDecimal.valueOf(file.size())
                        .divide(BigDecimal.valueOf(large ? MEGABYTE : 1_000), large ? 1 : 0, RoundingMode.UP),
                new BelgianDates().day(file.addedAt()),
                addedBy,
                new BelgianDates().day(file.removedAt()),
                removable,
                unsent,
                file.removedAt() == null && DocumentController.kindOf(file).isPresent(),
                version,
                earlier);
    }
}
