package be.designations.dpd;

import be.designations.access.BasisId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person is data protection officer of a CPAS, for a time.
 *
 * @param application  the application that it came from, or null for a mandate older than this register
 * @param hoursPerWeek hours a week for this CPAS
 * @param validUntil   the first instant at which it no longer runs, or null when no end is known
 */
public record Mandate(
        UUID id,
        OrganisationId organisation,
        PersonId person,
        @Nullable ApplicationId application,
        BigDecimal hoursPerWeek,
        Instant validFrom,
        @Nullable Instant validUntil,
        BasisId basis) {}
