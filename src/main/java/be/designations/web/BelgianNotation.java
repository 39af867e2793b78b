package be.designations.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.NssoNumber;
import be.designations.identifier.PplNumber;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates and numbers as Belgian readers write them; templates call it as {@code belgian}. */
@Component("belgian")
public class BelgianNotation {

    private static final BelgianDates DATES = new BelgianDates();
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(Days.BRUSSELS);

    private final MessageSource messages;

    BelgianNotation(MessageSource messages) {
        this.messages = messages;
    }

    /** From when until when, in words, in the language of the reader. Lists say it on each line: a fragment would cost more. */
    public String period(Instant from, @Nullable Instant until) {
        Locale locale = LocaleContextHolder.getLocale();
        return until == null
                ? messages.getMessage("access.page.since", new Object[] {day(from)}, locale)
                : messages.getMessage("access.page.from-to", new Object[] {day(from), lastDay(until)}, locale);
    }

    /** As in {@code 01/10/2020}. */
    public String day(Instant instant) {
        return DATES.day(instant);
    }

    /** The last day of a period, of which {@code until} is the first instant outside. */
    public String lastDay(Instant until) {
        return day(until.minusNanos(1));
    }

    /** As in {@code 01/10/2020 14:05}. */
    public String minute(Instant instant) {
        return day(instant) + " " + DATES.time(instant);
    }

    /** As in {@code 01/10/2020 14:05:09}. */
    public String second(Instant instant) {
        return SECOND.format(instant);
    }

    /**
     * The number of a quality, with its usual punctuation.
     *
     * @param kind   name of a kind of number that identifies a quality
     * @param digits its digits
     */
    public String identifier(String kind, String digits) {
        return switch (kind) {
            case "ENTERPRISE_NUMBER" -> EnterpriseNumber.of(digits).formatted();
            case "NSSO_NUMBER" -> NssoNumber.of(digits).formatted();
            case "PPL_NUMBER" -> PplNumber.of(digits).formatted();
            default -> digits;
        };
    }
}
