package be.designations.api;

import be.designations.calendar.Days;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a list ended. Callers get it within a link and send it back as it is. */
public record After(Instant at, UUID id) {

    /** Read by Spring from the query. @throws IllegalArgumentException for what is not the end of a page */
    public static After valueOf(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("_", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not the end of a page");
        }
        try {
            return new After(Days.parseInstant(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("not the end of a page", unreadable);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "_" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
