package be.designations.figures;

import be.designations.directory.OrganisationName;
import be.designations.dpd.RefusalGround;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision of SPP IS.
 *
 * @param ground for what it was refused, or null
 * @param reason in the words of who decided; an approval may have none
 */
public record DecisionLine(
        String dossier,
        OrganisationName cpas,
        Instant decidedAt,
        boolean approved,
        boolean favourable,
        @Nullable RefusalGround ground,
        @Nullable String reason) {}
