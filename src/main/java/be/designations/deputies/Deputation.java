package be.designations.deputies;

import be.designations.access.CapacityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody works in the place of another, as what the other is at a desk, for a period (D81).
 *
 * @param until     the first instant at which it no longer holds
 * @param reason    the words of whoever named the deputy, or null
 * @param endedAt   when it was ended before its time, or null
 * @param hindrance why it gives nothing now, a code of {@code deputies.state.<code>}; null when it counts (D82)
 */
public record Deputation(
        UUID id,
        PersonId principal,
        PersonId deputy,
        CapacityKind capacity,
        OrganisationId organisation,
        Instant from,
        Instant until,
        @Nullable String reason,
        @Nullable Instant endedAt,
        @Nullable PersonId endedBy,
        @Nullable String endReason,
        @Nullable String hindrance) {

    /** Whether it can still be ended. */
    public boolean isOpen(Instant at) {
        return endedAt == null && until.isAfter(at);
    }

    /** What it is now, as a code. */
    public String state() {
        return hindrance == null ? "running" : hindrance;
    }
}
