package be.designations.departure;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.WorkingRelationship;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The last day of a working relationship is moved to a day between its beginning and the end that it has, be it in the past; or to a
 * later one, as long as it has not ended. <i>Source: S003 (“Einddatum”), B4 (changing the duration), D34, D39.</i>
 */
final class EndPolicy {

    private static final String LAST_DAY = "lastDay";

    private EndPolicy() {}

    /** When the relationship would end; one that is to begin later never begins when its last day comes before. */
    static Instant end(WorkingRelationship relationship, LocalDate lastDay) {
        Instant end = Days.endOf(lastDay);
        return end.isBefore(relationship.from()) ? relationship.from() : end;
    }

    static Optional<Rejection> checkEarlier(WorkingRelationship relationship, LocalDate lastDay, Instant now) {
        Instant end = end(relationship, lastDay);
        Instant until = relationship.until();
        if (until != null && !end.isBefore(until)) {
            return Optional.of(Rejection.ofField("departure.not-earlier", LAST_DAY, new BelgianDates().lastDay(until)));
        }
        if (!relationship.from().isAfter(now) && !end.isAfter(relationship.from())) {
            return Optional.of(Rejection.ofField(
                    "departure.before-it-began", LAST_DAY, new BelgianDates().day(relationship.from())));
        }
        return Optional.empty();
    }

    static Optional<Rejection> checkLater(WorkingRelationship relationship, LocalDate lastDay, Instant now) {
        Instant until = relationship.until();
        if (until == null) {
            return Optional.of(Rejection.of("departure.without-end"));
        }
        if (relationship.isOver(now)) {
            return Optional.of(Rejection.of("departure.over", new BelgianDates().lastDay(until)));
        }
        return Days.endOf(lastDay).isAfter(until)
                ? Optional.empty()
                : Optional.of(Rejection.ofField("departure.not-later", LAST_DAY, new BelgianDates().lastDay(until)));
    }
}
