package be.designations.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers and dates the way people here type them. */
final class Parsing {

    /** No exponent and few digits: a posted number must not become a huge one. */
    private static final Pattern NUMBER = Pattern.compile("([+-]?[0-9]{1,12})(?:[.,]([0-9]{1,6}))?");

    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DAY_OR_MONTH = Pattern.compile("[0-9]{1,2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private Parsing() {}

    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    static Optional<LocalDate> isoDate(String text) {
        Matcher parts = ISO_DATE.matcher(text);
        return parts.matches() ? date(parts.group(3), parts.group(2), parts.group(1)) : Optional.empty();
    }

    static Optional<LocalDate> date(String day, String month, String year) {
        if (!DAY_OR_MONTH.matcher(day).matches()
                || !DAY_OR_MONTH.matcher(month).matches()
                || !YEAR.matcher(year).matches()) {
            return Optional.empty();
        }
        int inYear = Integer.parseInt(year);
        if (inYear < FIRST_YEAR || inYear > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(inYear, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
