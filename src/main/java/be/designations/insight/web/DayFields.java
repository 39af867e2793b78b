package be.designations.insight.web;

import be.designations.insight.history.Asked;
import be.designations.insight.history.AskedDay;
import be.designations.pages.Inputs;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two fields in which a reader types days, with what they mean.
 *
 * @param on          as typed; blank for today
 * @param compareWith as typed; blank for none
 * @param errors      what is wrong by field; the message key is {@code history.error.<code>}
 * @param asked       null when something is wrong
 */
public record DayFields(
        String on,
        String compareWith,
        Map<String, String> errors,
        @Nullable Asked asked) {

    static final String ON = "on";
    static final String COMPARE_WITH = "compareWith";

    private static final int LONGEST = 40;
    private static final Pattern BELGIAN = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    static DayFields read(String on, String compareWith, Instant now) {
        String typedOn = Inputs.line(on, LONGEST);
        String typedOther = Inputs.line(compareWith, LONGEST);
        Map<String, String> errors = new LinkedHashMap<>();
        AskedDay day = typedOn.isEmpty() ? AskedDay.today(now) : day(ON, typedOn, now, errors);
        AskedDay other = typedOther.isEmpty() ? null : day(COMPARE_WITH, typedOther, now, errors);
        if (day != null && other != null && day.day().equals(other.day())) {
            errors.put(COMPARE_WITH, "same");
        }
        Asked asked =
                day == null || !errors.isEmpty() ? null : other == null ? Asked.about(day) : Asked.between(day, other);
        return new DayFields(typedOn, typedOther, errors, asked);
    }

    private static @Nullable AskedDay day(String field, String typed, Instant now, Map<String, String> errors) {
        Matcher belgian = BELGIAN.matcher(typed);
        Matcher iso = ISO.matcher(typed);
        Optional<LocalDate> date;
        if (belgian.matches()) {
            date = date(belgian.group(3), belgian.group(2), belgian.group(1));
        } else if (iso.matches()) {
            date = date(iso.group(1), iso.group(2), iso.group(3));
        } else {
            errors.put(field, "unreadable");
            return null;
        }
        if (date.isEmpty()) {
            errors.put(field, "impossible");
            return null;
        }
        Optional<AskedDay> day = AskedDay.of(date.get(), now);
        if (day.isEmpty()) {
            errors.put(field, "range");
        }
        return day.orElse(null);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException thirtiethOfFebruary) {
            return Optional.empty();
        }
    }
}
