package be.designations.departure;

import be.designations.access.BasisId;
import be.designations.casework.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The departures, and the changes of working relationships behind them, as they are stored. */
public interface DepartureStore {

    void add(Departure departure);

    void update(Departure departure);

    Optional<Departure> find(CaseId caseId);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<Departure> lock(CaseId caseId);

    /** The departure of that relationship that is not settled. */
    Optional<Departure> findOpen(UUID relationship);

    /** Whether it was told of the end of that relationship at that instant. */
    boolean isTold(UUID relationship, Instant endsAt);

    /** Writes down by which decision a relationship ends at another time. */
    void changed(UUID relationship, BasisId basis, @Nullable Instant formerUntil, @Nullable Instant until);

    /** By which decision the relationship got the end that it has; nothing when it was declared with it. */
    Optional<BasisId> lastChange(UUID relationship);

    /** The relationships that have ended by their date and of which nobody was told, the first to end first. */
    List<UUID> endedUntold(Instant at, int most);
}
