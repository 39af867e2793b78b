package be.designations.mandate;

import be.designations.rules.Rejection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What whoever assists or stands in for an officer must keep, as far as their own answers say it. It is communicated after they are named, so the
 * first day may be past and may fall on a holiday; what is over is not named any more. An interim officer is bound by a last day, at most a year
 * after the first, for there is no approval. <i>Source: D100, D101, S002 §1.</i>
 */
final class AssistancePolicy {

    /** As an application for an officer says it (D12). */
    private static final BigDecimal LEAST_HOURS_A_WEEK = BigDecimal.valueOf(4);

    /** When security services began (RD 12/8/1993). */
    private static final LocalDate FIRST_OFFICERS = LocalDate.of(1993, 11, 1);

    private AssistancePolicy() {}

    /** Every refusal, not only the first. */
    static List<Rejection> check(AssistanceNaming naming, LocalDate today) {
        List<Rejection> refused = new ArrayList<>();
        LocalDate first = naming.firstDay();
        boolean interim = naming.kind() == AssistanceKind.INTERIM;
        if (naming.hoursPerWeek().signum() <= 0) {
            refused.add(Rejection.ofField("assistance.no-hours", "hoursPerWeek"));
        } else if (interim && naming.hoursPerWeek().compareTo(LEAST_HOURS_A_WEEK) < 0) {
            refused.add(Rejection.ofField("dpd.too-few-hours", "hoursPerWeek", LEAST_HOURS_A_WEEK));
        }
        if (first.isBefore(FIRST_OFFICERS) || first.isAfter(today.plusYears(1))) {
            refused.add(Rejection.ofField("assistance.first-day-too-far", "firstDay"));
        }
        lastDay(naming, today).ifPresent(refused::add);
        if (interim && naming.reason() == null) {
            refused.add(Rejection.ofField("assistance.reason-missing", "reason"));
        }
        if (!naming.qualified()) {
            refused.add(Rejection.ofField("assistance.not-qualified", "qualified"));
        }
        if (!naming.noConflict()) {
            refused.add(Rejection.ofField("dpd.conflict-not-excluded", "noConflict"));
        }
        return refused;
    }

    private static Optional<Rejection> lastDay(AssistanceNaming naming, LocalDate today) {
        LocalDate first = naming.firstDay();
        LocalDate last = naming.lastDay();
        boolean interim = naming.kind() == AssistanceKind.INTERIM;
        String field = naming.lastDayField();
        if (last == null) {
            return interim ? Optional.of(Rejection.ofField("assistance.last-day-missing", field)) : Optional.empty();
        }
        if (last.isBefore(first)) {
            return Optional.of(Rejection.ofField("assistance.ends-before-it-begins", field));
        }
        if (last.isBefore(today)) {
            return Optional.of(Rejection.ofField("assistance.over-already", field));
        }
        return interim && !last.isBefore(first.plusYears(1))
                ? Optional.of(Rejection.ofField("assistance.too-long", field))
                : Optional.empty();
    }
}
