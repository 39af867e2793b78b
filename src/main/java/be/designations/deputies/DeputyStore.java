package be.designations.deputies;

import be.designations.access.CapacityKind;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deputations as they are stored; what is ended stays. */
public interface DeputyStore {

    void add(Deputation deputation, Instant namedAt);

    Optional<Deputation> find(UUID id, Instant at);

    /** The same, held back from others until the transaction ends. */
    Optional<Deputation> lock(UUID id, Instant at);

    /** Those that the person named, the latest first. */
    List<Deputation> by(PersonId principal, Instant at, int most);

    /** Those in which the person stands in for others and that are not over, the latest first. */
    List<Deputation> to(PersonId deputy, Instant at, int most);

    /** The first one of that person and role that holds at some moment of that time; what was ended is none. */
    Optional<Deputation> overlapping(PersonId principal, CapacityKind kind, Instant from, Instant until, Instant at);

    /**
     * Everybody’s that are not over, those that end first at the head.
     *
     * @param after the last of the page before, or null
     */
    List<Deputation> open(@Nullable UUID after, Instant at, int size);

    /** Why that one gives nothing at that instant, or null. */
    @Nullable
    String hindrance(UUID id, Instant at);

    /**
     * Those whose last day is past and of which nobody was told, the first first.
     *
     * @param after the last of the page before, or null
     */
    List<Deputation> overAndUntold(Instant at, @Nullable UUID after, int size);

    /** @return whether this told of it: another node may have been faster */
    boolean markTold(UUID id, Instant at);

    void end(UUID id, PersonId by, Instant at, @Nullable String reason);

    /**
     * What was done in the person’s place, the latest first.
     *
     * @param after {@link DoneInPlace#id} of the last line of the page before, or null
     */
    List<DoneInPlace> done(PersonId principal, @Nullable Long after, int size);
}
