package be.designations.insight.api;

import be.designations.insight.history.AskedDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day in a query, as in {@code 2026-01-31}. */
@Schema(type = "string", format = "date")
record ApiDay(LocalDate day) {

    /** Read by Spring from the query. @throws IllegalArgumentException for what is no day from 1900 to 2199 */
    public static ApiDay valueOf(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (AskedDay.of(day, Instant.EPOCH).isEmpty()) {
                throw new IllegalArgumentException("not a day that can be asked about");
            }
            return new ApiDay(day);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("not a day", unreadable);
        }
    }

    AskedDay at(Instant now) {
        return AskedDay.of(day, now).orElseThrow();
    }
}
