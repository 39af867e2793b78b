package be.designations.access;

import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person may use a role of an application in a quality, for a time.
 *
 * @param context the establishment units to which it is limited; empty for the whole entity
 * @param until   the first instant at which it no longer holds, or null when no end is known
 * @param reason  the words of who granted it, or null
 * @param basis   the decision that gave it
 */
public record Right(
        UUID id,
        PersonId person,
        String role,
        QualityId quality,
        Set<EstablishmentUnitNumber> context,
        Instant from,
        @Nullable Instant until,
        @Nullable String reason,
        BasisId basis) {

    public Right {
        context = Set.copyOf(context);
    }
}
