package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who sees a request and who does what with it: whoever asked, those who manage or represent the entity, and support. What
 * is foreign does not exist for them.
 */
@Component
public class PrincipalManagerAccess {

    private static final Set<CapacityKind> ENTITY_READERS = Stream.of(
                    CapacityKind.ENTITY_MANAGERS, CapacityKind.REPRESENTATIVES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final PrincipalManagerRequests requests;
    private final Capacities capacities;
    private final AccessModel access;
    private final Directory directory;
    private final Clock clock;

    PrincipalManagerAccess(
            PrincipalManagerRequests requests,
            Capacities capacities,
            AccessModel access,
            Directory directory,
            Clock clock) {
        this.requests = requests;
        this.capacities = capacities;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether the actor, in whatever capacity, is one of support and was recognised surely enough. */
    boolean isSupport(Actor actor) {
        return capacities.openingTo(actor).stream().anyMatch(held -> held.kind() == CapacityKind.SUPPORT_AGENT);
    }

    /** Whether the actor acts for support now. */
    boolean actsForSupport(Actor actor) {
        return capacities.actsForDesk(actor, CapacityKind.SUPPORT_AGENT);
    }

    /** The entities whose requests the actor sees by what they are there; none for who was not recognised surely (D30). */
    Set<OrganisationId> entitiesOf(Actor actor) {
        return capacities.openingTo(actor).stream()
                .filter(held -> ENTITY_READERS.contains(held.kind()))
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What shows the mandate, identity papers among them, is for whoever asked and for those of support who may verify it.
     */
    boolean seesPapers(Actor actor, PrincipalManagerRequest request) {
        return actor.person().equals(request.requestedBy())
                || (actsForSupport(actor) && hindrance(actor, request).isEmpty());
    }

    /** Whoever asked without being recognised learns no more of the person named than what they typed, until it is so. */
    boolean seesFullName(Actor actor, PrincipalManagerRequest request) {
        return request.status() == RequestStatus.DESIGNATED
                || request.registerAnswer() == Recognition.RECOGNISED
                || actor.person().equals(request.manager())
                || isSupport(actor)
                || (!actor.person().equals(request.requestedBy())
                        && entitiesOf(actor).contains(request.organisation()));
    }

    /** Why the actor may not take that request back; nothing when it is theirs. */
    Optional<Rejection> notTheRequester(Actor actor, PrincipalManagerRequest request) {
        return actor.person().equals(request.requestedBy())
                ? Optional.empty()
                : Optional.of(Rejection.of("principalmanager.not-the-requester"));
    }

    /** The entities whose mandates the actor may not verify, by what they are there or ask for themselves. */
    Set<OrganisationId> partialIn(Actor actor) {
        Instant now = clock.instant();
        return actor.people().stream()
                .flatMap(person -> Stream.of(
                        access.organisationsOf(person, now), directory.tiesOf(person, now), requests.openOf(person)))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the actor, who is of support, may not verify that mandate: as themself, or as whom they stand in for (D83). */
    Optional<Rejection> hindrance(Actor actor, PrincipalManagerRequest request) {
        PersonId principal = actor.inPlaceOf();
        return hindrance(actor.person(), request)
                .or(() -> principal == null
                        ? Optional.empty()
                        : hindrance(principal, request)
                                .map(why -> Rejection.of(
                                        "deputies.principal-barred",
                                        directory.person(principal).displayName())));
    }

    private Optional<Rejection> hindrance(PersonId official, PrincipalManagerRequest request) {
        Instant now = clock.instant();
        boolean asksToo = requests.latest(official, request.organisation())
                .filter(own -> own.status().isOpen())
                .isPresent();
        return FourEyesPolicy.check(
                request,
                official,
                access.holdsAny(official, request.organisation(), now)
                        || directory.holdsLegalFunction(official, request.organisation(), now)
                        || directory.hasWorkingRelationship(official, request.organisation(), now),
                asksToo);
    }
}
