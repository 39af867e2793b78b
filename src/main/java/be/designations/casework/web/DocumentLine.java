package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.Attachment;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A document in a list.
 *
 * @param kind    as people call it: PDF
 * @param unit    {@code kb} or {@code mb}, of 1,000 bytes and of 1,000 kb; message key {@code case.size.<unit>}
 * @param amount  in that unit, rounded up
 * @param addedOn {@code dd/mm/yyyy}
 * @param removedOn {@code dd/mm/yyyy}, since when its content is gone (D33); empty while it is there
 * @param removable whether the reader may take it away now
 */
public record DocumentLine(
        String id,
        String name,
        String kind,
        String unit,
        BigDecimal amount,
        String addedOn,
        String removedOn,
        boolean removable) {

    private static final int MEGABYTE = 1_000_000;

    public static DocumentLine of(Attachment file) {
        return of(file, false);
    }

    public static DocumentLine of(Attachment file, boolean removable) {
        boolean large = file.size() >= MEGABYTE;
        return new DocumentLine(
                file.id().toString(),
                file.fileName(),
                file.kind().name(),
                large ? "mb" : "kb",
                BigDecimal.valueOf(file.size())
                        .divide(BigDecimal.valueOf(large ? MEGABYTE : 1_000), large ? 1 : 0, RoundingMode.UP),
                new BelgianDates().day(file.addedAt()),
                new BelgianDates().day(file.removedAt()),
                removable);
    }
}
