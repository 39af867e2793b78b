package be.designations.expiry;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.departure.Relationships;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.WorkingRelationship;
import be.designations.expiry.ExpiryStore.Times;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.RightExtensions;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What ends within thirty days, for who manages it: to extend, as long as the rules allow, or to let go. <i>Source: B4 (changing the
 * duration), D22, D42.</i>
 */
@Service
public class Expiry {

    /** Lines of a page, and as many as are ticked at once. */
    public static final int MOST_AT_ONCE = 100;

    /** As long as a relationship is proposed for (D22). */
    private static final int YEARS_OF_A_RELATIONSHIP = 10;

    private final Authority authority;
    private final Capacities capacities;
    private final AccessModel access;
    private final Directory directory;
    private final ExpiryStore endings;
    private final RightExtensions rights;
    private final Relationships relationships;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Expiry(
            Authority authority,
            Capacities capacities,
            AccessModel access,
            Directory directory,
            ExpiryStore endings,
            RightExtensions rights,
            Relationships relationships,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.authority = authority;
        this.capacities = capacities;
        this.access = access;
        this.directory = directory;
        this.endings = endings;
        this.rights = rights;
        this.relationships = relationships;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param proposed until when it would go on by one click; null when it cannot
     * @param why      what keeps it from going on, or null
     */
    public record Line(
            Ending ending,
            @Nullable LocalDate proposed,
            @Nullable Rejection why) {}

    /** @param next after what the next page begins, or null when there is none */
    public record Page(
            Organisation entity, List<Line> lines, @Nullable UUID next) {}

    /** @param why null when it was done */
    public record Result(
            Ending ending,
            @Nullable LocalDate lastDay,
            @Nullable Rejection why) {}

    /**
     * What ends within thirty days in that entity, within the actor’s reach.
     *
     * @throws NotFoundException   when there is no such entity, or the actor is nothing there
     * @throws NotAllowedException when the actor manages nothing of it
     */
    @Transactional(readOnly = true)
    public Page page(Actor actor, EnterpriseNumber number, @Nullable UUID after) {
        Organisation entity = authority.requireSomewhereIn(actor, number, ManagementTask.RELATIONSHIPS);
        List<Ending> found = endings.ending(
                entity.id(), qualities(actor, entity.id()), times(clock.instant()), after, MOST_AT_ONCE + 1);
        List<Ending> shown = found.subList(0, Math.min(found.size(), MOST_AT_ONCE));
        return new Page(
                entity,
                lines(actor, entity, shown),
                found.size() > MOST_AT_ONCE ? shown.get(MOST_AT_ONCE - 1).id() : null);
    }

    /** How much of it there is, counted up to one page and one more; nothing for who manages nothing of it. */
    @Transactional(readOnly = true)
    public Optional<Integer> soon(Actor actor, OrganisationId organisation) {
        if (!capacities.holds(actor, organisation, ManagementTask.RELATIONSHIPS.by())) {
            return Optional.empty();
        }
        return Optional.of(endings.ending(
                                organisation,
                                qualities(actor, organisation),
                                times(clock.instant()),
                                null,
                                MOST_AT_ONCE + 1)
                        .size())
                .filter(count -> count > 0);
    }

    /**
     * What ends soon in one entity.
     *
     * @param count how many rights and relationships
     * @param first when the first of them no longer holds
     */
    public record Soon(Organisation entity, int count, Instant first) {}

    /** How much ends soon wherever the actor manages it in the capacity chosen, the first to end first. */
    @Transactional(readOnly = true)
    public List<Soon> soon(Actor actor) {
        List<Capacity> managed = capacities.openingTo(actor).stream()
                .filter(held -> actor.speaksFor(held.organisation())
                        && ManagementTask.RELATIONSHIPS.by().contains(held.kind()))
                .toList();
        Set<OrganisationId> whole = managed.stream()
                .filter(held -> held.quality() == null)
                .map(Capacity::organisation)
                .collect(Collectors.toUnmodifiableSet());
        List<Capacity> limited = managed.stream()
                .filter(held -> !whole.contains(held.organisation()))
                .toList();
        Times times = times(clock.instant());
        List<ExpiryStore.InEntity> found = new ArrayList<>();
        if (!whole.isEmpty()) {
            found.addAll(endings.counts(whole, null, times));
        }
        if (!limited.isEmpty()) {
            found.addAll(endings.counts(
                    limited.stream().map(Capacity::organisation).collect(Collectors.toUnmodifiableSet()),
                    limited.stream()
                            .flatMap(held -> Stream.ofNullable(held.quality()))
                            .collect(Collectors.toUnmodifiableSet()),
                    times));
        }
        Map<OrganisationId, Organisation> entities =
                entities(found.stream().map(ExpiryStore.InEntity::entity).toList());
        return found.stream()
                .sorted(Comparator.comparing(ExpiryStore.InEntity::first))
                .map(one -> new Soon(Objects.requireNonNull(entities.get(one.entity())), one.count(), one.first()))
                .toList();
    }

    private Map<OrganisationId, Organisation> entities(List<OrganisationId> ids) {
        return (ids.isEmpty() ? List.<Organisation>of() : directory.organisations(ids))
                .stream().collect(Collectors.toMap(Organisation::id, entity -> entity));
    }

    /** A right of one’s own that ends soon, and where. */
    public record OwnRight(Ending ending, Organisation entity) {}

    /**
     * The actor’s own rights that end soon, the first to end first; none for who stands in for another.
     *
     * @param entity only in that one; null for anywhere
     */
    @Transactional(readOnly = true)
    public List<OwnRight> ownRights(Actor actor, @Nullable OrganisationId entity, int most) {
        if (actor.inPlaceOf() != null) {
            return List.of();
        }
        List<Ending> found = endings.ownRights(actor.person(), entity, times(clock.instant()), most);
        Map<OrganisationId, Organisation> entities =
                entities(found.stream().map(Ending::organisation).distinct().toList());
        return found.stream()
                .map(ending -> new OwnRight(ending, Objects.requireNonNull(entities.get(ending.organisation()))))
                .toList();
    }

    /** Whoever manages the whole entity sees all of it. */
    private @Nullable Set<QualityId> qualities(Actor actor, OrganisationId entity) {
        if (authority.tasks(actor, entity, null).contains(ManagementTask.RELATIONSHIPS)) {
            return null;
        }
        return access.qualitiesOf(List.of(entity)).stream()
                .map(Quality::id)
                .filter(quality -> authority.tasks(actor, entity, quality).contains(ManagementTask.RELATIONSHIPS))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Line> lines(Actor actor, Organisation entity, List<Ending> shown) {
        Map<UUID, RightExtensions.Proposal> proposals = rights.proposals(
                actor,
                shown.stream()
                        .filter(ending -> ending.kind() == Ending.Kind.RIGHT)
                        .map(Ending::id)
                        .toList());
        List<WorkingRelationship> known = directory.relationships(
                shown.stream().map(Ending::person).distinct().toList(), entity.id());
        return shown.stream()
                .map(ending -> {
                    if (actor.person().equals(ending.person())) {
                        return new Line(ending, null, Rejection.of("departure.not-for-oneself"));
                    }
                    RightExtensions.Proposal proposal = proposals.get(ending.id());
                    return proposal == null
                            ? ofRelationship(ending, known)
                            : new Line(ending, proposal.lastDay(), proposal.why());
                })
                .toList();
    }

    /** Until the next one of its category begins at the latest. */
    private Line ofRelationship(Ending ending, List<WorkingRelationship> known) {
        LocalDate proposed = Days.of(clock.instant()).plusYears(YEARS_OF_A_RELATIONSHIP);
        LocalDate latest = known.stream()
                .filter(other -> other.person().equals(ending.person())
                        && other.category().name().equals(ending.code())
                        && !other.from().isBefore(ending.until())
                        && !other.isOver(other.from()))
                .map(next -> Days.lastBefore(next.from()))
                .min(Comparator.naturalOrder())
                .filter(next -> next.isBefore(proposed))
                .orElse(proposed);
        return latest.isAfter(Days.lastBefore(ending.until()))
                ? new Line(ending, latest, null)
                : new Line(ending, null, Rejection.of("management.as-long-as-can-be"));
    }

    /**
     * Extends each of these as far as was shown; each wholly or not at all, relationships first.
     *
     * @param wanted the last day by id
     * @return what it came to for each
     * @throws RejectedException when nothing is named, or too much
     */
    public List<Result> extend(Actor actor, EnterpriseNumber number, Map<UUID, LocalDate> wanted) {
        List<Result> results = new ArrayList<>();
        for (Ending ending : named(actor, number, wanted.keySet())) {
            LocalDate lastDay = Objects.requireNonNull(wanted.get(ending.id()));
            results.add(new Result(ending, lastDay, attempt(() -> extend(actor, ending, lastDay))));
        }
        return results;
    }

    private void extend(Actor actor, Ending ending, LocalDate lastDay) {
        if (ending.kind() == Ending.Kind.RIGHT) {
            rights.extend(actor, ending.id(), lastDay);
        } else {
            relationships.extend(actor, ending.id(), lastDay, null);
        }
    }

    /** In a transaction of its own: what is refused for one holds up no other. */
    private @Nullable Rejection attempt(Runnable step) {
        try {
            transaction.executeWithoutResult(status -> step.run());
            return null;
        } catch (RejectedException refused) {
            return refused.rejections().get(0);
        } catch (NotAllowedException refused) {
            return refused.rejection();
        } catch (AlreadyHandledException handled) {
            // A second click: it goes on until then already.
            return null;
        }
    }

    /** Lets each of these end as it is to end: nobody is told of it again. */
    @Transactional
    public List<Result> letGo(Actor actor, EnterpriseNumber number, Set<UUID> ids) {
        List<Ending> named = named(actor, number, ids);
        Instant now = clock.instant();
        List<Ending> theirs = named.stream()
                .filter(ending -> !actor.person().equals(ending.person()))
                .toList();
        endings.letGo(theirs, actor.person(), now);
        theirs.stream()
                .filter(ending -> !ending.letGo())
                .forEach(ending -> audit.record(AuditEvent.of(
                                "expiry.let-go",
                                ending.kind() == Ending.Kind.RIGHT ? "right" : "working-relationship",
                                ending.id())
                        .by(actor.person().value(), ending.organisation().value())
                        .changing(null, Map.of("until", ending.until().toString()))));
        return named.stream()
                .map(ending -> new Result(
                        ending,
                        Days.lastBefore(ending.until()),
                        theirs.contains(ending) ? null : Rejection.of("departure.not-for-oneself")))
                .toList();
    }

    /** What is foreign to the actor is none of those. */
    private List<Ending> named(Actor actor, EnterpriseNumber number, Set<UUID> ids) {
        Organisation entity = authority.requireSomewhereIn(actor, number, ManagementTask.RELATIONSHIPS);
        if (ids.isEmpty()) {
            throw new RejectedException(Rejection.ofField("expiry.nothing-ticked", "lines"));
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw new RejectedException(Rejection.ofField("expiry.too-much-ticked", "lines", MOST_AT_ONCE));
        }
        // The list has relationships of the manager’s own users alone; others are no more to be guessed by their ids.
        Set<QualityId> qualities = qualities(actor, entity.id());
        List<Ending> found = endings.find(entity.id(), qualities, ids, clock.instant());
        if (found.size() < ids.size()) {
            throw new NotFoundException("ending");
        }
        return found;
    }

    /** Belgian days: what ends with the last hour of the thirtieth day is told of, the hour that comes twice included. */
    static Times times(Instant now) {
        LocalDate today = Days.of(now);
        return new Times(now, Days.endOf(today.plusDays(7)), Days.endOf(today.plusDays(30)));
    }
}
