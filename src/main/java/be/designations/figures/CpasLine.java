package be.designations.figures;

import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import be.designations.identifier.EnterpriseNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CPAS and its data protection officer on a day.
 *
 * @param officer null when it has none then
 * @param interim name of who stands in then, or null; only where it has no officer
 * @param nextFrom when one begins later, or null
 * @param dossier the application of the CPAS that is under way now, by its number; or null
 */
public record CpasLine(
        EnterpriseNumber number,
        OrganisationName name,
        String postalCode,
        Region region,
        String province,
        List<Language> languages,
        @Nullable Officer officer,
        @Nullable String interim,
        @Nullable Instant nextFrom,
        @Nullable String dossier) {

    public CpasLine {
        languages = List.copyOf(languages);
    }

    /**
     * The officer of that day.
     *
     * @param hours  a week, for this CPAS
     * @param endsAt the first instant at which no mandate runs, those that follow without a gap counted in; null when none is known
     */
    public record Officer(
            UUID id,
            String name,
            BigDecimal hours,
            Instant from,
            @Nullable Instant endsAt) {}
}
