package be.designations.departure;

import be.designations.casework.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The departures as they are stored. */
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

    /**
     * The relationships that have ended by their date and of which nobody was told, the first to end first.
     *
     * @param after the last of the page before, or null
     */
    List<UUID> endedUntold(Instant at, @Nullable UUID after, int size);
}
