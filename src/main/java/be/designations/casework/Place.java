package be.designations.casework;

import be.designations.calendar.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list that is read by key, as it stands in an address: {@code 2026-11-22T10:00:00.123456Z_<uuid>}. */
public record Place(Instant at, UUID id) {

    /** Nothing when the address was made up: the reader then gets the first page. */
    public static Optional<Place> parse(@Nullable String text) {
        int end = text == null ? -1 : text.indexOf('_');
        if (text == null || end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Place(Days.parseInstant(text.substring(0, end)), UUID.fromString(text.substring(end + 1))));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
