package be.designations.decisions;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application that may ask, as the support desk registered it.
 *
 * @param roles    the codes of those that are its own
 * @param keys     the oldest first
 * @param closedAt since when it is answered no more; null while it is
 */
public record RegisteredApplication(
        String clientId,
        String name,
        boolean seesBasis,
        boolean followsChanges,
        SortedSet<String> roles,
        List<Key> keys,
        Instant registeredAt,
        @Nullable Instant closedAt,
        int version) {

    public RegisteredApplication {
        roles = new TreeSet<>(roles);
        keys = List.copyOf(keys);
    }

    /**
     * @param ending      its last four characters, by which people tell keys apart
     * @param withdrawnAt since when it proves nothing; null while it does
     */
    public record Key(
            UUID id,
            String ending,
            Instant madeAt,
            @Nullable Instant withdrawnAt) {}
}
