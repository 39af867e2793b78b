package be.designations.decisions;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How agents of the support desk register the applications that may ask (D36). Every operation refuses others with
 * {@link NotAllowedException}. A change names the version that the agent has seen.
 */
@Service
public class Registrations {

    private static final int SECRET = 32;
    private static final int ENDING = 4;

    private final Capacities capacities;
    private final ApplicationStore store;
    private final CatalogueEditing catalogue;
    private final AuditLog audit;
    private final Decisions decisions;
    private final AccessFeed feed;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Registrations(
            Capacities capacities,
            ApplicationStore store,
            CatalogueEditing catalogue,
            AuditLog audit,
            Decisions decisions,
            AccessFeed feed,
            Clock clock) {
        this.capacities = capacities;
        this.store = store;
        this.catalogue = catalogue;
        this.audit = audit;
        this.decisions = decisions;
        this.feed = feed;
        this.clock = clock;
    }

    private void requireAgent(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    public List<RegisteredApplication> all(Actor actor) {
        requireAgent(actor);
        return store.all();
    }

    /** @throws NotFoundException when there is none */
    public RegisteredApplication find(Actor actor, String clientId) {
        requireAgent(actor);
        return known(clientId);
    }

    /** From which an agent chooses: those of the whole catalogue, as what was granted before they were retired goes on. */
    public List<Role> roles(Actor actor) {
        requireAgent(actor);
        return catalogue.roles(actor, "", null).stream()
                .map(entry -> entry.item())
                .toList();
    }

    /** @throws RejectedException for what cannot be registered */
    @Transactional
    public RegisteredApplication register(Actor actor, String typedId, ApplicationDetails details) {
        requireAgent(actor);
        String clientId = typedId.strip();
        Optional<RegisteredApplication> same = store.find(clientId);
        if (same.isPresent()
                && same.get().version() == 1
                && ApplicationDetails.of(same.get()).equals(details)) {
            return same.get();
        }
        List<Rejection> rejections = new ArrayList<>(ApplicationRulesPolicy.clientId(clientId, same.isPresent()));
        rejections.addAll(ApplicationRulesPolicy.details(details, codes(actor)));
        RejectedException.throwIfAny(rejections);
        var application = new RegisteredApplication(
                clientId,
                details.name(),
                details.seesBasis(),
                details.followsChanges(),
                new TreeSet<>(details.roles()),
                List.of(),
                now(),
                null,
                1);
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        store.add(application, secret, actor.person());
        record("registered", actor, application, null);
        return application;
    }

    /**
     * @param version the one that the agent has seen
     * @throws RejectedException for what cannot be registered, and when somebody else was faster
     */
    @Transactional
    public RegisteredApplication change(Actor actor, String clientId, int version, ApplicationDetails details) {
        requireAgent(actor);
        RegisteredApplication before = locked(clientId);
        if (ApplicationDetails.of(before).equals(details)) {
            return before;
        }
        requireSeen(before, version);
        RejectedException.throwIfAny(ApplicationRulesPolicy.details(details, codes(actor)));
        var after = new RegisteredApplication(
                clientId,
                details.name(),
                details.seesBasis(),
                details.followsChanges(),
                new TreeSet<>(details.roles()),
                before.keys(),
                before.registeredAt(),
                before.closedAt(),
                before.version() + 1);
        store.change(after);
        tellToBeginAnew(after, before);
        record("changed", actor, after, before);
        return after;
    }

    /** From now on it is answered no more, or again. */
    @Transactional
    public void close(Actor actor, String clientId, boolean closed) {
        requireAgent(actor);
        RegisteredApplication before = locked(clientId);
        if ((before.closedAt() != null) == closed) {
            return;
        }
        var after = new RegisteredApplication(
                clientId,
                before.name(),
                before.seesBasis(),
                before.followsChanges(),
                before.roles(),
                before.keys(),
                before.registeredAt(),
                closed ? now() : null,
                before.version() + 1);
        store.change(after);
        tellToBeginAnew(after, before);
        record(closed ? "closed" : "opened", actor, after, before);
    }

    /**
     * A new key, told this once.
     *
     * @param seen how many keys the agent has seen, those withdrawn included: a second click has not seen what the first one made
     * @throws RejectedException while two others hold, and when there are more than the agent has seen
     */
    @Transactional
    public String makeKey(Actor actor, String clientId, int seen) {
        requireAgent(actor);
        RegisteredApplication application = locked(clientId);
        RejectedException.throwIfAny(ApplicationRulesPolicy.anotherKey(application));
        if (application.keys().size() != seen) {
            throw new RejectedException(
                    Rejection.of("decisions.key-made-already").ofState());
        }
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var made = new RegisteredApplication.Key(UUID.randomUUID(), key.substring(key.length() - ENDING), now(), null);
        store.addKey(clientId, made, Askers.digest(key), actor.person());
        audit.record(AuditEvent.of("decisions.key-made", "registered-application", clientId)
                .changing(null, Map.of("key", made.id(), "ending", made.ending()))
                .by(actor));
        return key;
    }

    /** From now on that key proves nothing. */
    @Transactional
    public void withdrawKey(Actor actor, String clientId, UUID id) {
        requireAgent(actor);
        RegisteredApplication.Key key = locked(clientId).keys().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("registered-application-key"));
        if (key.withdrawnAt() != null) {
            return;
        }
        store.withdrawKey(id, now(), actor.person());
        audit.record(AuditEvent.of("decisions.key-withdrawn", "registered-application", clientId)
                .changing(Map.of("key", id, "ending", key.ending()), null)
                .by(actor));
    }

    /**
     * What the application would be answered. That the agent asked is recorded, as any look at somebody's access is.
     *
     * @throws NotFoundException when there is no such application, or when it was closed
     */
    @Transactional
    public Decision ask(Actor actor, String clientId, AccessRequest request) {
        requireAgent(actor);
        Asker asker = store.findAsker(clientId)
                .map(ApplicationStore.KnownAsker::asker)
                .orElseThrow(() -> new NotFoundException("registered-application"));
        Decision decision = decisions.decide(asker, List.of(request)).get(0);
        audit.record(AuditEvent.of("decisions.tried", "registered-application", clientId)
                .changing(
                        null,
                        Map.of(
                                "person",
                                decision.person() == null ? "unknown" : decision.person(),
                                "code",
                                decision.reason().code()))
                .by(actor));
        PersonId person = decision.person() == null ? null : new PersonId(decision.person());
        if (person != null) {
            // Whoever was looked at reads it where they read the other looks (D31).
            audit.record(AuditEvent.of("person.read", "person", person.value())
                    .by(actor)
                    .changing(null, Map.of("desk", CapacityKind.SUPPORT_AGENT.name())));
        }
        return decision;
    }

    /** While it did not follow nothing was written for it, and of other roles nothing was ever. */
    private void tellToBeginAnew(RegisteredApplication after, RegisteredApplication before) {
        boolean followed = before.followsChanges() && before.closedAt() == null;
        if (after.followsChanges()
                && after.closedAt() == null
                && !(followed && after.roles().equals(before.roles()))) {
            feed.beginAnew(after.clientId());
        }
    }

    private Set<String> codes(Actor actor) {
        return roles(actor).stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }

    private RegisteredApplication known(String clientId) {
        return store.find(clientId).orElseThrow(() -> new NotFoundException("registered-application"));
    }

    private RegisteredApplication locked(String clientId) {
        store.lock(clientId);
        return known(clientId);
    }

    private static void requireSeen(RegisteredApplication application, int version) {
        if (application.version() != version) {
            throw new RejectedException(
                    Rejection.of("decisions.changed-meanwhile").ofState());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(String what, Actor actor, RegisteredApplication after, @Nullable RegisteredApplication before) {
        audit.record(AuditEvent.of("decisions.application-" + what, "registered-application", after.clientId())
                .changing(before == null ? null : Map.of("application", before), Map.of("application", after))
                .by(actor));
    }
}
