package be.designations.deputies;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.Rights;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.audit.NissMask;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.insight.Staff;
import be.designations.management.Ties;
import be.designations.memory.TransactionMemory;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works in the place of whom (D81–D85): people of the desks name a colleague for a period, for some or all of what they are there.
 * Managers have co-managers for that (D4). Whether a deputation counts is judged whenever it is used ({@link Capacities}), so that it
 * ends with what it rests on.
 */
@Service
@Transactional
public class Deputies {

    /** For longer, the role itself is to be granted. */
    private static final int MOST_MONTHS = 6;

    /** How long ahead a deputation may begin. */
    private static final int MONTHS_AHEAD = 12;

    private static final int MOST_FOUND = 25;
    private static final int MOST_SHOWN = 100;

    private final DeputyStore store;
    private final Capacities capacities;
    private final Rights rights;
    private final Staff staff;
    private final Directory directory;
    private final DeputyMails mails;
    private final AuditLog audit;
    private final Clock clock;

    Deputies(
            DeputyStore store,
            Capacities capacities,
            Rights rights,
            Staff staff,
            Directory directory,
            DeputyMails mails,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.capacities = capacities;
        this.rights = rights;
        this.staff = staff;
        this.directory = directory;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** A colleague who may be named. */
    public record Colleague(PersonId id, String name) {}

    /**
     * What concerns a person.
     *
     * @param capacities as what they may name deputies; empty when they are at no desk
     * @param named      their deputies, the latest first
     * @param standsIn   in whose place they work, or will
     */
    public record Overview(List<Capacity> capacities, List<Deputation> named, List<Deputation> standsIn) {}

    @Transactional(readOnly = true)
    public Overview overview(Actor actor) {
        Instant now = clock.instant();
        return new Overview(
                own(actor), store.by(actor.person(), now, MOST_SHOWN), store.to(actor.person(), now, MOST_SHOWN));
    }

    /** What the actor is at desks in their own name, recognised surely enough. */
    private List<Capacity> own(Actor actor) {
        return capacities.openingTo(actor.itself()).stream()
                .filter(held -> CapacityKind.DESKS.contains(held.kind()))
                .sorted(Comparator.comparing(Capacity::kind))
                .toList();
    }

    /**
     * Colleagues of that name: those who work for the same office.
     *
     * @param typed beginnings of words of the name; blank for the first of all
     * @throws NotAllowedException as {@link #name} says
     * @throws RejectedException   when a NISS is typed: it finds nobody, and stands in the address
     */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(Actor actor, String typed) {
        if (NissMask.isNeededFor(typed)) {
            throw new RejectedException(Rejection.ofField("access.niss-in-filter", "name"));
        }
        Map<PersonId, Colleague> found = new LinkedHashMap<>();
        requireOwn(actor).stream()
                .map(Capacity::organisation)
                .distinct()
                .flatMap(office -> staff
                        .page(
                                office,
                                null,
                                new Staff.Filter(typed, null, Staff.Order.NAME, false, 1, MOST_FOUND),
                                clock.instant())
                        .lines()
                        .stream())
                .filter(line -> !line.id().equals(actor.person()))
                .forEach(line -> found.putIfAbsent(line.id(), new Colleague(line.id(), line.name())));
        return List.copyOf(found.values());
    }

    /**
     * One of them.
     *
     * @throws NotFoundException for somebody else
     */
    @Transactional(readOnly = true)
    public Colleague colleague(Actor actor, PersonId id) {
        return requireOwn(actor).stream()
                .map(Capacity::organisation)
                .distinct()
                .flatMap(office -> staff.of(office, null, List.of(id), clock.instant()).stream())
                .filter(line -> !line.id().equals(actor.person()))
                .map(line -> new Colleague(line.id(), line.name()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("colleague"));
    }

    private List<Capacity> requireOwn(Actor actor) {
        if (actor.inPlaceOf() != null) {
            throw new NotAllowedException(Rejection.of("deputies.deputy-of-deputy"));
        }
        List<Capacity> own = own(actor);
        if (own.isEmpty()) {
            throw new NotAllowedException(Rejection.of(
                    capacities.standInsOf(actor.person()).isEmpty()
                            ? "deputies.at-no-desk"
                            : "deputies.deputy-of-deputy"));
        }
        return own;
    }

    /**
     * Names a deputy, for each of these capacities; naming the same again changes nothing. Both are told.
     *
     * @return the deputations, one for each capacity
     * @throws NotAllowedException for who is at no desk, and for who is there as a deputy: there is no deputy of a deputy
     * @throws RejectedException   when the deputy could not be that themself, or the days are not possible
     */
    public List<Deputation> name(Actor actor, NewDeputation wanted) {
        requireOwn(actor);
        // One click after the other, and no right is granted meanwhile that excludes it.
        rights.lock(List.of(actor.person(), wanted.deputy()));
        List<Capacity> own = requireOwn(actor);
        Instant now = clock.instant();
        String reason = Ties.words(wanted.reason());
        RejectedException.throwIfAny(refusals(actor, wanted, own, now));
        Instant from = Days.startOf(wanted.firstDay(), now);
        Instant until = Days.endOf(wanted.lastDay());
        List<Deputation> named = new ArrayList<>();
        List<Deputation> added = new ArrayList<>();
        for (CapacityKind kind : wanted.capacities().stream().sorted().toList()) {
            OrganisationId office = own.stream()
                    .filter(held -> held.kind() == kind)
                    .map(Capacity::organisation)
                    .findFirst()
                    .orElseThrow();
            Optional<Deputation> before = store.overlapping(actor.person(), kind, from, until, now);
            if (before.isPresent()) {
                refuseOther(before.get(), wanted, until);
                named.add(before.get());
                continue;
            }
            Deputation deputation = new Deputation(
                    UUID.randomUUID(),
                    actor.person(),
                    wanted.deputy(),
                    kind,
                    office,
                    from,
                    until,
                    reason,
                    null,
                    null,
                    null,
                    null);
            store.add(deputation, now);
            refuseWhoCouldNot(deputation);
            audit.record(AuditEvent.of("deputies.named", "deputation", deputation.id())
                    .by(actor.itself())
                    .changing(null, facts(deputation)));
            named.add(deputation);
            added.add(deputation);
        }
        TransactionMemory.forgetAll();
        mails.named(added);
        return named;
    }

    private List<Rejection> refusals(Actor actor, NewDeputation wanted, List<Capacity> own, Instant now) {
        List<Rejection> refusals = new ArrayList<>();
        if (wanted.capacities().isEmpty()) {
            refusals.add(Rejection.ofField("deputies.nothing-ticked", "capacities"));
        }
        if (!own.stream().map(Capacity::kind).toList().containsAll(wanted.capacities())) {
            refusals.add(Rejection.ofField("deputies.not-yours", "capacities"));
        }
        if (wanted.deputy().equals(actor.person())) {
            refusals.add(Rejection.ofField("deputies.oneself", "deputy"));
        } else if (directory.findPerson(wanted.deputy()).isEmpty()) {
            refusals.add(Rejection.ofField("deputies.deputy-without-tie", "deputy"));
        }
        LocalDate today = Days.of(now);
        if (wanted.firstDay().isBefore(today)) {
            refusals.add(Rejection.ofField("deputies.begins-in-the-past", "firstDay"));
        } else if (wanted.firstDay().isAfter(today.plusMonths(MONTHS_AHEAD))) {
            refusals.add(Rejection.ofField("deputies.begins-too-late", "firstDay", MONTHS_AHEAD));
        }
        if (wanted.lastDay().isBefore(wanted.firstDay())) {
            refusals.add(Rejection.ofField("deputies.ends-before-it-begins", "lastDay"));
        } else if (!wanted.lastDay().isBefore(wanted.firstDay().plusMonths(MOST_MONTHS))) {
            refusals.add(Rejection.ofField(
                    "deputies.too-long",
                    "lastDay",
                    MOST_MONTHS,
                    new BelgianDates()
                            .day(wanted.firstDay().plusMonths(MOST_MONTHS).minusDays(1))));
        }
        return refusals;
    }

    /** At each moment one deputy works in somebody’s place; the same named again is a second click. */
    private void refuseOther(Deputation before, NewDeputation wanted, Instant until) {
        boolean same = before.deputy().equals(wanted.deputy())
                && Days.of(before.from()).equals(wanted.firstDay())
                && before.until().equals(until);
        if (!same) {
            BelgianDates dates = new BelgianDates();
            throw new RejectedException(Rejection.ofField(
                    "deputies.overlaps",
                    "firstDay",
                    directory.person(before.deputy()).displayName(),
                    dates.day(before.from()),
                    dates.lastDay(before.until())));
        }
    }

    /** Judged as it is when it is used, for the moment at which it begins. */
    private void refuseWhoCouldNot(Deputation deputation) {
        String hindrance = store.hindrance(deputation.id(), deputation.from());
        if (hindrance != null) {
            boolean ofPrincipal = hindrance.startsWith("principal-") || hindrance.startsWith("desk-");
            throw new RejectedException(
                    Rejection.ofField("deputies." + hindrance, ofPrincipal ? "capacities" : "deputy"));
        }
    }

    /**
     * A deputation, for those whom it concerns and for support.
     *
     * @throws NotFoundException for anybody else
     */
    @Transactional(readOnly = true)
    public Deputation require(Actor actor, UUID id) {
        return concerning(actor, store.find(id, clock.instant()).orElse(null));
    }

    private Deputation concerning(Actor actor, @Nullable Deputation deputation) {
        if (deputation == null || !(isTheirs(actor, deputation) || isSupport(actor))) {
            throw new NotFoundException("deputation");
        }
        return deputation;
    }

    private static boolean isTheirs(Actor actor, Deputation deputation) {
        return actor.person().equals(deputation.principal()) || actor.person().equals(deputation.deputy());
    }

    private boolean isSupport(Actor actor) {
        return actor.inPlaceOf() == null && capacities.actsForDesk(actor, CapacityKind.SUPPORT_AGENT);
    }

    /**
     * Ends a deputation at once; one that has ended stays as it is. Both are told.
     *
     * @param why needed from support; from the two whom it concerns it may be null
     * @throws NotFoundException for anybody but these
     */
    public Deputation end(Actor actor, UUID id, @Nullable String why) {
        Instant now = clock.instant();
        Deputation deputation = concerning(actor, store.lock(id, now).orElse(null));
        if (!deputation.isOpen(now)) {
            return deputation;
        }
        String reason = Ties.words(why);
        if (reason == null && !isTheirs(actor, deputation)) {
            throw new RejectedException(Rejection.ofField("deputies.reason-missing", "reason"));
        }
        store.end(id, actor.person(), now, reason);
        TransactionMemory.forgetAll();
        Map<String, Object> after = facts(deputation);
        after.put("endedAt", now.toString());
        audit.record(AuditEvent.of("deputies.ended", "deputation", id)
                .by(actor.itself())
                .changing(facts(deputation), after));
        mails.ended(deputation, actor.person(), now, reason);
        return store.find(id, now).orElseThrow();
    }

    /**
     * What was done in the actor’s place, the latest first; nothing for who was not recognised surely (D30).
     *
     * @param after {@link DoneInPlace#id} of the last line of the page before, or null
     */
    @Transactional(readOnly = true)
    public List<DoneInPlace> done(Actor actor, @Nullable Long after, int size) {
        return actor.level().isAtLeast(SignInLevel.ITSME) ? store.done(actor.person(), after, size) : List.of();
    }

    /**
     * Everybody’s deputations that are not over, those that end first at the head.
     *
     * @throws NotAllowedException for anybody but support
     */
    @Transactional(readOnly = true)
    public List<Deputation> open(Actor actor, @Nullable UUID after, int size) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
        return store.open(after, clock.instant(), size);
    }

    private static Map<String, Object> facts(Deputation deputation) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("principal", deputation.principal().value());
        facts.put("deputy", deputation.deputy().value());
        facts.put("capacity", deputation.capacity().name());
        facts.put("from", deputation.from().toString());
        facts.put("until", deputation.until().toString());
        return facts;
    }
}
