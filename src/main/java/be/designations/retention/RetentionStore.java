package be.designations.retention;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has outlived its term, and the runs that remove it. */
public interface RetentionStore {

    /**
     * How many of that kind a removal would take.
     *
     * @param limit what began to count then or before has outlived its term
     */
    int count(RetentionKind kind, Instant limit);

    /**
     * Removes some of that kind; what somebody works on meanwhile is left for the next time.
     *
     * @param limit as for {@link #count}
     * @param size  at most so many
     * @param now   written where what stays says since when its content is gone
     * @return how many
     */
    int remove(RetentionKind kind, Instant limit, int size, Instant now);

    /** Until the transaction ends nobody else begins a run, on whichever node. */
    void lockRuns();

    /** The newest first. */
    List<RetentionRun> runs(int size);

    /** The first one that a person began on that schedule. */
    Optional<RetentionRun> confirmation(String schedule);

    /** @return the id of the run */
    long begin(String schedule, @Nullable PersonId by, Instant at);

    /**
     * Adds to what the run has removed, and says that it is alive.
     *
     * @return false when it was ended meanwhile
     */
    boolean count(long run, RetentionKind kind, int removed, Instant at);

    /**
     * Ends the run.
     *
     * @return what it has removed; nothing when it was ended before
     */
    Optional<RetentionRun> end(long run, boolean complete, Instant at);

    /** The run that goes on without having been alive since that instant: its node has stopped. */
    Optional<RetentionRun> silentSince(Instant at);
}
