package be.designations.access;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.memory.TransactionMemory;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a person may act as, now. Asked anew in every transaction: what has ended gives nothing any more. */
@Service
public class Capacities {

    private static final Map<CapacityKind, OrganisationKind> DESK_ROLES = Map.of(
            CapacityKind.DPD_REVIEWER, OrganisationKind.BCSS,
            CapacityKind.DPD_APPROVER, OrganisationKind.SPP_IS,
            CapacityKind.SUPPORT_AGENT, OrganisationKind.SUPPORT);

    /** Of the hundreds of rights that somebody may have, these alone say what they are. */
    private static final Set<String> DESK_CODES =
            DESK_ROLES.keySet().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final TransactionMemory<PersonId, Held> known = new TransactionMemory<>();
    private final AccessModel access;
    private final Clock clock;

    Capacities(AccessModel access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Something that somebody does in the place of another (D81).
     *
     * @param capacity what the other is
     */
    public record StandIn(Capacity capacity, PersonId principal) {}

    /**
     * What a person may act as.
     *
     * @param own         what they are
     * @param standIns    what they do for others; nothing of it is theirs
     * @param withoutDesk roles of desks that they have in an organisation that has not the desk; these give nothing
     */
    public record Held(List<Capacity> own, List<StandIn> standIns, List<Capacity> withoutDesk) {

        public Held {
            own = List.copyOf(own);
            standIns = List.copyOf(standIns);
            withoutDesk = List.copyOf(withoutDesk);
        }

        /** As what they act in the place of that person, or in their own name when there is none. */
        public List<Capacity> inPlaceOf(@Nullable PersonId principal) {
            return principal == null
                    ? own
                    : standIns.stream()
                            .filter(standIn -> standIn.principal().equals(principal))
                            .map(StandIn::capacity)
                            .toList();
        }
    }

    /** Both at once. */
    public Held heldBy(PersonId person) {
        return known.recall(person, this::read);
    }

    /** Everything that the person is at this instant: legal functions, unblocked responsibilities, roles of desks. */
    public List<Capacity> of(PersonId person) {
        return heldBy(person).own();
    }

    /** What the person may do at this instant in the place of others, once they choose it: never with what is their own. */
    public List<StandIn> standInsOf(PersonId person) {
        return heldBy(person).standIns();
    }

    /** As what the actor acts: as themself, or as what they stand in for and nothing else (D82). */
    public List<Capacity> of(Actor actor) {
        return heldBy(actor.person()).inPlaceOf(actor.inPlaceOf());
    }

    private Held read(PersonId person) {
        List<Capacity> own = new ArrayList<>();
        List<StandIn> standIns = new ArrayList<>();
        List<Capacity> withoutDesk = new ArrayList<>();
        for (AccessModel.Post post : access.postsOf(person, DESK_CODES, clock.instant())) {
            CapacityKind kind = CapacityKind.valueOf(post.kind());
            Capacity capacity = new Capacity(kind, post.organisation(), post.quality(), post.domain());
            // A role of a desk that somebody was given elsewhere gives nothing: it would open the dossiers of every
            // CPAS. Elsewhere is also where the desk was once, or will be (D18).
            if (DESK_ROLES.get(kind) != post.office()) {
                withoutDesk.add(capacity);
            } else if (post.inPlaceOf() == null) {
                own.add(capacity);
            } else {
                standIns.add(new StandIn(capacity, post.inPlaceOf()));
            }
        }
        return new Held(own, standIns, withoutDesk);
    }

    /** The desk at which that role works; null for what is no role of a desk. */
    public static @Nullable OrganisationKind deskOf(CapacityKind role) {
        return DESK_ROLES.get(role);
    }

    /** Those of them that open what is about others: none for whoever was not recognised surely (D30). */
    public List<Capacity> openingTo(Actor actor) {
        return actor.level().isAtLeast(SignInLevel.ITSME) ? of(actor) : List.of();
    }

    /** Whether the actor has that role of one of the desks and acts for that desk, as in {@link #holds}. */
    public boolean actsForDesk(Actor actor, CapacityKind role) {
        return DESK_ROLES.containsKey(role)
                && openingTo(actor).stream()
                        .anyMatch(held -> held.kind() == role && actor.speaksFor(held.organisation()));
    }

    /**
     * For what is no work in a dossier, and nobody does in the place of another (D81).
     *
     * @throws NotAllowedException with that code, for anybody but agents of the support desk who act for it
     */
    public void requireSupport(Actor actor, String code) {
        if (actor.inPlaceOf() != null) {
            throw new NotAllowedException(Rejection.of("deputies.only-dossiers"));
        }
        if (!actsForDesk(actor, CapacityKind.SUPPORT_AGENT)) {
            throw new NotAllowedException(Rejection.of(code));
        }
    }

    /**
     * Whether the actor, in the capacity chosen, is one of these for that organisation and signed in surely enough: at
     * least itsme (450), as whoever decides on access must be.
     */
    public boolean holds(Actor actor, OrganisationId organisation, Set<CapacityKind> kinds) {
        return actor.speaksFor(organisation)
                && actor.level().isAtLeast(SignInLevel.ITSME)
                && of(actor).stream()
                        .anyMatch(held -> held.organisation().equals(organisation) && kinds.contains(held.kind()));
    }

    /** The same for one quality of that organisation: as one of these for that quality, or for the whole organisation. */
    public boolean holds(Actor actor, OrganisationId organisation, QualityId quality, Set<CapacityKind> kinds) {
        return actor.speaksFor(organisation)
                && actor.level().isAtLeast(SignInLevel.ITSME)
                && of(actor).stream()
                        .anyMatch(held -> held.organisation().equals(organisation)
                                && (held.quality() == null || held.quality().equals(quality))
                                && kinds.contains(held.kind()));
    }
}
