package be.designations.audit;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One verification of the log, as far as it has come.
 *
 * @param id        the later, the larger
 * @param anchor    the text of an anchor that was brought along, null when none was
 * @param expected  how many rows there were when it began; those that have come since are verified too
 * @param endedAt   null as long as it goes on
 * @param found     up to now; anchors are compared at the end
 */
public record VerificationRun(
        long id,
        Instant startedAt,
        PersonId startedBy,
        @Nullable OrganisationId actingFor,
        @Nullable String anchor,
        long expected,
        @Nullable Instant endedAt,
        AuditVerification found) {

    private static final int WHOLE = 100;

    /** How much of the rows that there were is verified, from 0 to 100. */
    public int percent() {
        return expected == 0 ? WHOLE : (int) Math.min(WHOLE, found.events() * WHOLE / expected);
    }
}
