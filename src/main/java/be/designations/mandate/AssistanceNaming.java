package be.designations.mandate;

import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a CPAS names; {@code forms/assisting-officer.form}.
 *
 * @param hoursPerWeek hours a week for this CPAS
 * @param lastDay      needed of an interim officer
 * @param reason       needed of an interim officer
 * @param qualified    whether the CPAS declares that the person has the knowledge and reports to the head of daily management
 * @param noConflict   whether the CPAS declares that it knows of no conflict of interests
 */
public record AssistanceNaming(
        AssistanceKind kind,
        Niss niss,
        BigDecimal hoursPerWeek,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String reason,
        boolean qualified,
        boolean noConflict) {

    /** Where an adjunct’s last day is asked: it may be open. */
    private static final String PLANNED_LAST_DAY = "plannedLastDay";

    /** Where what is wrong with the last day is said. */
    String lastDayField() {
        return kind == AssistanceKind.INTERIM ? "lastDay" : PLANNED_LAST_DAY;
    }

    /** The answers of that form, checked against it. */
    public static AssistanceNaming of(FormValues answers) {
        return new AssistanceNaming(
                AssistanceKind.valueOf(answers.text("kind")),
                Niss.of(answers.text("niss")),
                answers.number("hoursPerWeek").orElseThrow(),
                answers.date("firstDay").orElseThrow(),
                answers.date("lastDay").or(() -> answers.date(PLANNED_LAST_DAY)).orElse(null),
                answers.optionalText("reason").orElse(null),
                answers.isChecked("qualified"),
                answers.isChecked("noConflict"));
    }
}
