package be.designations.upkeep;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something done with many at once.
 *
 * @param asked    what it is about, in codes
 * @param expected how many it is about
 * @param failed   how many were tried and failed
 * @param endedAt  null while it goes on
 */
public record SupportRun(
        long id,
        RunKind kind,
        Instant startedAt,
        PersonId startedBy,
        @Nullable OrganisationId actingFor,
        Map<String, String> asked,
        int expected,
        int done,
        int failed,
        @Nullable Instant endedAt) {

    public SupportRun {
        asked = Map.copyOf(asked);
    }

    public int settled() {
        return done + failed;
    }

    /** How far it is, 0 to 100. */
    public int percent() {
        return expected == 0 ? 100 : settled() * 100 / expected;
    }

    SupportRun counting(int nowDone, int nowFailed) {
        return new SupportRun(id, kind, startedAt, startedBy, actingFor, asked, expected, nowDone, nowFailed, endedAt);
    }
}
