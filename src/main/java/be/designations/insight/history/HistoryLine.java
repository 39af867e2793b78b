package be.designations.insight.history;

import be.designations.access.Sight;
import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.Grounds;
import be.designations.insight.NamedPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is or has something at an instant.
 *
 * @param fact     blocked as it was at that instant; a right is off while its person is blocked as user of the quality (D6)
 * @param change   how it differs from an earlier instant, or null when none is compared
 * @param block    the decision that blocked it, of an {@link Change#UNBLOCKED} line the one that unblocked it; else null
 * @param dossiers whether the reader may open the dossiers of its entity
 */
public record HistoryLine(
        NamedPerson person,
        Fact fact,
        @Nullable Change change,
        @Nullable Grounds block,
        boolean dossiers) {

    /** Whether it was ended before its first instant. */
    public boolean neverRan() {
        Instant until = fact.until();
        return until != null && !until.isAfter(fact.from()) && fact.gaveUntil() == null;
    }

    /** As that reader may see it: the number of a person is for those who manage them now. */
    HistoryLine seenWith(Sight sight, PersonId reader, Instant now) {
        boolean words = showsReasons(sight, reader);
        return new HistoryLine(
                new NamedPerson(person.id(), person.name(), showsNiss(sight, now) ? person.niss() : null),
                words ? fact : fact.withoutReasons(),
                change,
                words || block == null ? block : block.withoutReason(),
                sight.seesDossiers(fact.organisation()));
    }

    /** Whether that reader may read the words of its decisions. */
    boolean showsReasons(Sight sight, PersonId reader) {
        return person.id().equals(reader) || sight.seesReasons(fact.organisation(), fact.quality());
    }

    private boolean showsNiss(Sight sight, Instant now) {
        if (!fact.runs(now)) {
            return false;
        }
        return switch (fact.type()) {
            case RESPONSIBILITY, RIGHT ->
                fact.quality() == null
                        ? sight.seesNiss(fact.organisation())
                        : sight.seesNiss(fact.organisation(), fact.quality());
            case MANDATE, LEGAL_FUNCTION -> false;
        };
    }
}
