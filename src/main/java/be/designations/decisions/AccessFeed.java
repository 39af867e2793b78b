package be.designations.decisions;

import be.designations.directory.PersonId;
import be.designations.scheduling.RecurringJob;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells applications what changed for their roles, so that they may keep answers: Security Event Tokens, signed, that an application
 * polls. What it has not acknowledged it is told again, under the same id; the rows are in the database, written with what they
 * tell of, so that neither a kill nor another node loses or doubles one. <i>Source: RFC 8417; RFC 8936; CAEP 1.0 §3.2.</i>
 */
@Service
public class AccessFeed {

    static final String EVENT = "https://schemas.openid.net/secevent/caep/event-type/token-claims-change";

    /** No event type of CAEP is about more than one subject. */
    static final String OF_CATALOGUE = "urn:designations:event:catalogue-change";

    /** Who is away for longer begins anew: what is kept for nobody is kept no longer. */
    private static final Duration KEPT = Duration.ofDays(14);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Polls of one application that wait at once; others are soon answered, and take nothing from those of other applications. */
    private static final int MOST_WAITING = 4;

    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);
    private static final int REMOVED_AT_ONCE = 10_000;

    private final AccessEventStore store;
    private final ObjectMapper json;
    private final Clock clock;
    private final String issuer;
    private final SingletonSupplier<ECKey> key = SingletonSupplier.of(this::keyOfAll);
    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();

    AccessFeed(
            AccessEventStore store,
            ObjectMapper json,
            Clock clock,
            @Value("${designations.public-address}") String publicAddress) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.issuer = publicAddress.replaceFirst("/+$", "");
    }

    @Bean
    static RecurringJob forgettingOfAccessEvents(AccessFeed feed) {
        return new RecurringJob("access-events", Duration.ofHours(1), feed::forget);
    }

    /**
     * What waits for the application.
     *
     * @param sets          signed tokens by their id, the oldest first
     * @param moreAvailable whether there are more than were asked for
     */
    public record Told(Map<String, String> sets, boolean moreAvailable) {}

    /** Not all that changed was told: whatever the application keeps, it has to ask anew. */
    void beginAnew(String clientId) {
        store.beginAnew(clientId);
    }

    /** Whether the application follows changes. */
    public boolean isFollowedBy(Asker asker) {
        return store.follows(asker.clientId());
    }

    public void acknowledge(Asker asker, Collection<UUID> events) {
        if (!events.isEmpty()) {
            store.acknowledge(asker.clientId(), events);
        }
    }

    /**
     * @param most  0 tells nothing but whether there is something to tell
     * @param waits whether to wait for something to tell, some seconds at most
     */
    public Told tell(Asker asker, int most, boolean waits) {
        if (most == 0) {
            return new Told(Map.of(), !store.waiting(asker.clientId(), 1).isEmpty());
        }
        List<AccessEvent> found = store.waiting(asker.clientId(), most + 1);
        if (found.isEmpty() && waits) {
            found = awaited(asker, most + 1);
        }
        Map<String, String> sets = new LinkedHashMap<>();
        found.stream().limit(most).forEach(event -> sets.put(event.id().toString(), signed(asker, event)));
        return new Told(sets, found.size() > most);
    }

    private List<AccessEvent> awaited(Asker asker, int most) {
        Semaphore places = waiting.computeIfAbsent(asker.clientId(), id -> new Semaphore(MOST_WAITING));
        if (!places.tryAcquire()) {
            return awaited(asker, most, SHORT_WAIT);
        }
        try {
            return awaited(asker, most, LONGEST_WAIT);
        } finally {
            places.release();
        }
    }

    private List<AccessEvent> awaited(Asker asker, int most, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        List<AccessEvent> found = List.of();
        while (found.isEmpty()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            found = store.waiting(asker.clientId(), most);
        }
        return found;
    }

    private String signed(Asker asker, AccessEvent event) {
        PersonId person = event.person();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(asker.clientId())
                .jwtID(event.id().toString())
                .issueTime(Date.from(event.at()))
                .claim(
                        "sub_id",
                        Map.of("format", "opaque", "id", person == null ? asker.clientId() : person.toString()))
                .claim(
                        "events",
                        Map.of(
                                person == null ? OF_CATALOGUE : EVENT,
                                Map.of(
                                        "event_timestamp",
                                        event.at().getEpochSecond(),
                                        "claims",
                                        Map.of(person == null ? "catalogue" : "access", change(event)))))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("secevent+jwt"))
                .keyID(key.obtain().getKeyID())
                .build();
        var signed = new SignedJWT(header, claims);
        try {
            signed.sign(new ECDSASigner(key.obtain()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK signs with ES256", impossible);
        }
        return signed.serialize();
    }

    private Map<String, Object> change(AccessEvent event) {
        try {
            return json.readValue(event.change(), new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What verifies the signatures, without the secret. */
    public Map<String, Object> publicKeys() {
        return Map.of("keys", List.of(key.obtain().toPublicJWK().toJSONObject()));
    }

    public String issuer() {
        return issuer;
    }

    /** All nodes sign with the one that was kept first. */
    private ECKey keyOfAll() {
        try {
            if (store.key().isEmpty()) {
                ECKey made = new ECKeyGenerator(Curve.P_256)
                        .keyID(UUID.randomUUID().toString())
                        .algorithm(JWSAlgorithm.ES256)
                        .generate();
                store.addKey(made.getKeyID(), made.toJSONString(), clock.instant());
            }
            return ECKey.parse(store.key().orElseThrow());
        } catch (JOSEException | ParseException unusable) {
            throw new IllegalStateException("no key to sign events with", unusable);
        }
    }

    void forget() {
        int removed;
        do {
            removed = store.forget(clock.instant().minus(KEPT), REMOVED_AT_ONCE);
        } while (removed == REMOVED_AT_ONCE);
    }
}
