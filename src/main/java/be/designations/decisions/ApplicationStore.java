package be.designations.decisions;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the registered applications; only {@link Registrations} writes to it. */
public interface ApplicationStore {

    /** All of them by their names, the closed ones too. */
    List<RegisteredApplication> all();

    Optional<RegisteredApplication> find(String clientId);

    /** Holds other changes of that application back until this transaction ends. */
    void lock(String clientId);

    /** @param pageSecret 32 random bytes */
    void add(RegisteredApplication application, byte[] pageSecret, PersonId by);

    /** Overwrites all but keys and secret. */
    void change(RegisteredApplication application);

    /** @param digest SHA-256 of the key */
    void addKey(String clientId, RegisteredApplication.Key key, byte[] digest, PersonId by);

    void withdrawKey(UUID key, Instant at, PersonId by);

    /** Who asks by that client id; empty when none does, or when it was closed. */
    Optional<KnownAsker> findAsker(String clientId);

    /** @param digests of the keys that prove it, SHA-256 */
    record KnownAsker(Asker asker, List<byte[]> digests) {

        public KnownAsker {
            digests = List.copyOf(digests);
        }
    }
}
