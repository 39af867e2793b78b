package be.designations.decisions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what applications have not said that they have; triggers write it with what it tells of. */
public interface AccessEventStore {

    boolean follows(String clientId);

    /** The oldest first. */
    List<AccessEvent> waiting(String clientId, int most);

    /** The application has them: those of others are left alone. */
    void acknowledge(String clientId, Collection<UUID> events);

    /** Tells the application that what it keeps is worth nothing any more. */
    void beginAnew(String clientId);

    /**
     * Whoever follows and loses one is told to begin anew.
     *
     * @return how many of those that nobody came for were removed, at most so many at once
     */
    int forget(Instant before, int most);

    /** The key that signs what is told, private part included, as JWK; empty when there is none yet. */
    Optional<String> key();

    /** Keeps that key when there is none yet. */
    void addKey(String kid, String jwk, Instant at);
}
