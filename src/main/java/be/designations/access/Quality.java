package be.designations.access;

import be.designations.directory.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quality in which an organisation acts.
 *
 * @param identifier the digits of a number of {@link QualityKind#identifierKind()}
 * @param email      the mailbox of the quality, or null when none was given
 */
public record Quality(
        QualityId id,
        OrganisationId organisation,
        QualityKind kind,
        String identifier,
        @Nullable String email,
        Instant activatedAt) {}
