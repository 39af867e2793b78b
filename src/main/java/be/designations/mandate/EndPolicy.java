package be.designations.mandate;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which last day an officer can resign: on any, past ones too, from the first day of the mandate to the day before it would end. What rests on the mandate is
 * not undone: not before the day on which the officer became local manager by it. <i>Source: D92.</i>
 */
final class EndPolicy {

    private static final String FIELD = "lastDay";
    private static final BelgianDates DATES = new BelgianDates();

    private EndPolicy() {}

    /** @param localManagerSince when the officer became local manager by this mandate, or null */
    static Optional<Rejection> check(
            MandateState mandate, LocalDate lastDay, @Nullable Instant localManagerSince, Instant now) {
        if (mandate.isOver(now)) {
            Instant until = mandate.struckOutAt() == null ? mandate.until() : mandate.struckOutAt();
            return Optional.of(Rejection.of("mandate.over", until == null ? "" : DATES.lastDay(until)));
        }
        if (!mandate.hasBegun(now)) {
            return Optional.of(Rejection.of("mandate.not-begun", DATES.day(mandate.from())));
        }
        Instant end = Days.endOf(lastDay);
        if (!end.isAfter(mandate.from())) {
            return Optional.of(Rejection.ofField("mandate.before-it-began", FIELD, DATES.day(mandate.from())));
        }
        if (localManagerSince != null && !end.isAfter(localManagerSince)) {
            return Optional.of(Rejection.ofField("mandate.before-local-manager", FIELD, DATES.day(localManagerSince)));
        }
        Instant until = mandate.until();
        return until != null && !end.isBefore(until)
                ? Optional.of(Rejection.ofField("mandate.not-earlier", FIELD, DATES.lastDay(until)))
                : Optional.empty();
    }
}
