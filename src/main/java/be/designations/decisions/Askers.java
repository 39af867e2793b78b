package be.designations.decisions;

import be.designations.decisions.ApplicationStore.KnownAsker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Which application sends a request. What is known of one is read again after a second: a key that was withdrawn, and a role that
 * was taken away, count until then at most.
 */
@Service
public class Askers {

    private static final Pattern CLIENT_ID = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ApplicationStore store;
    private final Clock clock;
    /** Only of those that there are, so that made-up names fill nothing. */
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    Askers(ApplicationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Read(KnownAsker asker, Instant at) {}

    /** The application whose key that is. */
    public Optional<Asker> byKey(String clientId, String key) {
        byte[] digest = digest(key);
        return known(clientId)
                .filter(known -> known.digests().stream().anyMatch(one -> MessageDigest.isEqual(one, digest)))
                .map(KnownAsker::asker);
    }

    /** The application of that client of the sign-in service. */
    public Optional<Asker> byClient(@Nullable String clientId) {
        return clientId == null ? Optional.empty() : known(clientId).map(KnownAsker::asker);
    }

    private Optional<KnownAsker> known(String clientId) {
        if (!CLIENT_ID.matcher(clientId).matches()) {
            return Optional.empty();
        }
        Read known = read.get(clientId);
        if (!isFresh(known)) {
            // One of its requests reads it; the others wait for that.
            known = read.compute(clientId, (id, before) -> isFresh(before) ? before : readAnew(id));
        }
        return Optional.ofNullable(known).map(Read::asker);
    }

    private boolean isFresh(@Nullable Read known) {
        Instant now = clock.instant();
        return known != null
                && known.at().plus(FRESH).isAfter(now)
                && !known.at().isAfter(now);
    }

    private @Nullable Read readAnew(String clientId) {
        Instant now = clock.instant();
        return store.findAsker(clientId).map(asker -> new Read(asker, now)).orElse(null);
    }

    /** A key is as random as what it is turned into: nothing slows a guess down, as none will succeed. */
    static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
