package be.designations.figures;

import be.designations.directory.OrganisationName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision of SPP IS.
 *
 * @param reason in the words of who decided; an approval may have none
 */
public record DecisionLine(
        String dossier,
        OrganisationName cpas,
        Instant decidedAt,
        boolean approved,
        boolean favourable,
        @Nullable String reason) {}
