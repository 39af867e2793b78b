package be.designations.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Days and times as pages show them: {@code dd/mm/yyyy}, where the desks are. An absent one shows as nothing. */
public final class BelgianDates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public String day(@Nullable Instant at) {
        return at == null ? "" : DATE.format(at.atZone(Days.BRUSSELS));
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    public String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(Days.BRUSSELS));
    }

    /** The last day on which something can be done whose time is over at that instant. */
    public String lastDay(@Nullable Instant end) {
        return end == null ? "" : day(end.minusMillis(1));
    }

    /** For machines: the attribute of a {@code time} element. */
    public String machine(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
