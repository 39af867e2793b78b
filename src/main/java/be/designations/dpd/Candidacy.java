package be.designations.dpd;

import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application that is filled in says of the candidate.
 *
 * @param hoursPerWeek           hours a week for this CPAS
 * @param startsOn               the mandate begins at the earliest on this day, or null: at the approval
 * @param endsOn                 the last day of the mandate, or null when no end is foreseen
 * @param supplier               the company that supplies the officer, or null (D10)
 */
public record Candidacy(
        Niss niss,
        String lastName,
        String firstName,
        Language language,
        @Nullable String email,
        @Nullable String phone,
        Employment employment,
        @Nullable EnterpriseNumber supplier,
        BigDecimal hoursPerWeek,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Set<IncompatibleFunction> incompatibleFunctions) {

    /** S002 §1. */
    public static final BigDecimal LEAST_HOURS_A_WEEK = BigDecimal.valueOf(4);

    public Candidacy {
        incompatibleFunctions = Set.copyOf(incompatibleFunctions);
    }
}
