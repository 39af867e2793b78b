package be.designations.insight;

import be.designations.access.DomainName;
import be.designations.access.ResponsibilityKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person is something in an entity or quality, with why.
 *
 * @param subdivision   the name of the subdivision, or null
 * @param domain        of which the person is access manager, or null
 * @param until         the first instant at which it no longer holds, or null when no end is known
 * @param blocked       whether it gives nothing at present (D6)
 * @param grounds       the decision that gave it
 * @param ended         the decision that ended it, or null
 * @param confirmations later decisions that say the same again, the first first (D17)
 */
public record Holding(
        UUID id,
        ResponsibilityKind kind,
        NamedPerson person,
        @Nullable String subdivision,
        @Nullable DomainName domain,
        Instant from,
        @Nullable Instant until,
        boolean blocked,
        Grounds grounds,
        @Nullable Grounds ended,
        List<Grounds> confirmations) {

    public Holding {
        confirmations = List.copyOf(confirmations);
    }

    /** The same, which later decisions say again. */
    public Holding confirmedBy(List<Grounds> later) {
        return restingOn(grounds, ended, later);
    }

    /** As those see it who may not read in which words it was decided. */
    Holding withoutReasons() {
        return restingOn(
                grounds.withoutReason(),
                ended == null ? null : ended.withoutReason(),
                confirmations.stream().map(Grounds::withoutReason).toList());
    }

    private Holding restingOn(Grounds given, @Nullable Grounds taken, List<Grounds> confirmed) {
        return new Holding(id, kind, person, subdivision, domain, from, until, blocked, given, taken, confirmed);
    }

    /** Whether it holds at that instant, blocked or not. */
    public boolean runs(Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }
}
