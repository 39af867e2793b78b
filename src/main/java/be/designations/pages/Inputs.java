package be.designations.pages;

import be.designations.calendar.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what stands in addresses and hidden fields, which anybody can write by hand. */
public final class Inputs {

    private static final DateTimeFormatter BELGIAN =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Inputs() {}

    /** A day of these times as {@code dd/mm/yyyy} or as machines write it; empty for what is none. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(
                    typed.indexOf('/') < 0 ? Days.parse(typed) : Days.ofTheseTimes(LocalDate.parse(typed, BELGIAN)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty for what was made up. */
    public static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }

    /** What was typed, without white space around it and no longer than that. */
    public static String line(String typed, int longest) {
        String stripped = typed.strip();
        return stripped.substring(0, Math.min(longest, stripped.length()));
    }
}
