package be.designations.agenda;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Capacities;
import be.designations.access.Translated;
import be.designations.agenda.DeskHeadStore.Colleague;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.casework.DeadlineMoves;
import be.designations.casework.Desk;
import be.designations.casework.DeskCalendars;
import be.designations.casework.HeadedWork;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What support staff and the head of a desk arrange for it. Every operation refuses others with {@link NotAllowedException}; who is
 * head, support staff alone say (D77, D78).
 */
@Service
@Transactional
public class DeskAdministration {

    private static final int MOST_SHOWN = 200;
    private final Capacities capacities;
    private final HeadedWork headed;
    private final ClosingDayStore closingDays;
    private final DeskCalendars calendars;
    private final DeadlineMoves moves;
    private final DeskHeadStore heads;
    private final PresentHeads present;
    private final AccessModel access;
    private final AuditLog audit;
    private final Clock clock;

    DeskAdministration(
            Capacities capacities,
            HeadedWork headed,
            ClosingDayStore closingDays,
            DeskCalendars calendars,
            DeadlineMoves moves,
            DeskHeadStore heads,
            PresentHeads present,
            AccessModel access,
            AuditLog audit,
            Clock clock) {
        this.capacities = capacities;
        this.headed = headed;
        this.closingDays = closingDays;
        this.calendars = calendars;
        this.moves = moves;
        this.heads = heads;
        this.present = present;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The desks that the actor looks after: support staff all of them, the head of one that one. */
    @Transactional(readOnly = true)
    public List<Desk> desksOf(Actor actor) {
        List<Desk> desks =
                isSupport(actor) ? DeskCode.ALL : headed.deskOf(actor).stream().toList();
        if (desks.isEmpty()) {
            throw notKeeper();
        }
        return desks;
    }

    /** Whether the actor says who is head; nobody does in the place of another (D81). */
    public boolean isSupport(Actor actor) {
        return actor.inPlaceOf() == null
                && Desk.SUPPORT.staff().stream().anyMatch(role -> capacities.actsForDesk(actor, role));
    }

    /** Those from today on, the first first. */
    @Transactional(readOnly = true)
    public List<ClosingDay> closingDays(Actor actor, Desk desk) {
        requireKeeper(actor, desk);
        return closingDays.from(desk, today(), MOST_SHOWN);
    }

    /**
     * What closing that desk on that day would move.
     *
     * @throws RejectedException when it cannot be closed then
     */
    @Transactional(readOnly = true)
    public DeadlineMoves.Preview preview(Actor actor, Desk desk, LocalDate day, Translated name) {
        requireKeeper(actor, desk);
        check(desk, day, name);
        return moves.preview(desk, day);
    }

    /**
     * Closes the desk on that day; open work that is due on it or later is due one working day later.
     *
     * @return how many deadlines have moved; none when the actor had closed it already
     * @throws RejectedException when it cannot be closed then
     */
    public int close(Actor actor, Desk desk, LocalDate day, Translated name) {
        requireKeeper(actor, desk);
        heads.lock(desk);
        calendars.forget();
        if (closingDays
                .find(desk, day)
                .filter(same -> same.name().equals(name) && same.writtenBy().equals(actor.person()))
                .isPresent()) {
            return 0;
        }
        check(desk, day, name);
        ClosingDay closing = new ClosingDay(UUID.randomUUID(), desk, day, name, actor.person(), now());
        closingDays.add(closing);
        calendars.forget();
        int moved = moves.move(desk, day);
        audit.record(AuditEvent.of("agenda.closing-day-written", "closing-day", closing.id())
                .by(actor)
                .changing(null, Map.of("desk", desk, "day", day.toString(), "name", name.fr(), "moved", moved)));
        return moved;
    }

    /**
     * Takes a day to come back: what begins from now on counts it; what was moved stays where it is, for somebody may rely on it.
     *
     * @throws RejectedException when it is not to come
     */
    public void takeBack(Actor actor, Desk desk, LocalDate day) {
        requireKeeper(actor, desk);
        heads.lock(desk);
        Optional<ClosingDay> found = closingDays.find(desk, day);
        if (found.isEmpty()) {
            return;
        }
        if (!day.isAfter(today())) {
            throw new RejectedException(Rejection.ofField("agenda.day-not-to-come", "day"));
        }
        closingDays.takeBack(found.get(), actor.person(), now());
        calendars.forget();
        audit.record(AuditEvent.of(
                        "agenda.closing-day-taken-back",
                        "closing-day",
                        found.get().id())
                .by(actor)
                .changing(Map.of("desk", desk, "day", day.toString()), null));
    }

    private void check(Desk desk, LocalDate day, Translated name) {
        RejectedException.throwIfAny(ClosingDayPolicy.check(
                day,
                name,
                today(),
                calendars.of(desk),
                closingDays.find(desk, day).isPresent()));
    }

    /** Whoever is head of that desk now. */
    @Transactional(readOnly = true)
    public Optional<PersonId> head(Actor actor, Desk desk) {
        requireKeeper(actor, desk);
        return present.of(desk);
    }

    /** Who was designated to answer for that desk, the latest first. */
    @Transactional(readOnly = true)
    public List<DeskHead> heads(Actor actor, Desk desk) {
        requireKeeper(actor, desk);
        return heads.history(desk, MOST_SHOWN);
    }

    /** Who can be head of that desk. */
    @Transactional(readOnly = true)
    public List<Colleague> staff(Actor actor, Desk desk) {
        requireSupport(actor);
        return heads.staff(desk, clock.instant(), MOST_SHOWN);
    }

    /**
     * Makes that person head of the desk; whoever was it is it no longer.
     *
     * @throws RejectedException when that person does not work there, is the actor, or without a reason
     */
    public void designate(Actor actor, Desk desk, @Nullable PersonId person, String reason) {
        requireSupport(actor);
        heads.lock(desk);
        Optional<DeskHead> before = heads.current(desk);
        if (before.isPresent() && before.get().person().equals(person)) {
            return;
        }
        List<Rejection> rejections =
                HeadPolicy.check(actor.person(), person, person != null && present.worksAt(person, desk), reason);
        if (person == null || !rejections.isEmpty()) {
            throw new RejectedException(rejections);
        }
        Instant now = now();
        BasisId basis = decide("desk-head-designated", actor, reason, now);
        before.ifPresent(former -> heads.end(former, now, basis));
        DeskHead head = new DeskHead(UUID.randomUUID(), desk, person, now, null, basis);
        heads.begin(head);
        audit.record(AuditEvent.of("agenda.head-designated", "desk-head", head.id())
                .by(actor)
                .changing(
                        before.map(former -> Map.of(
                                        "desk", desk, "person", former.person().value()))
                                .orElse(null),
                        Map.of("desk", desk, "person", person.value()))
                .justifiedBy(basis.value()));
    }

    /** Ends what the head of the desk is. */
    public void dismiss(Actor actor, Desk desk, String reason) {
        requireSupport(actor);
        heads.lock(desk);
        Optional<DeskHead> head = heads.current(desk);
        if (head.isEmpty()) {
            return;
        }
        RejectedException.throwIfAny(HeadPolicy.reason(reason));
        Instant now = now();
        BasisId basis = decide("desk-head-dismissed", actor, reason, now);
        heads.end(head.get(), now, basis);
        audit.record(AuditEvent.of(
                        "agenda.head-dismissed", "desk-head", head.get().id())
                .by(actor)
                .changing(Map.of("desk", desk, "person", head.get().person().value()), null)
                .justifiedBy(basis.value()));
    }

    private BasisId decide(String operation, Actor actor, String reason, Instant now) {
        return access.save(Basis.of(null, operation, actor.person(), now, null, reason));
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    private void requireKeeper(Actor actor, Desk desk) {
        if (desk.office() == null) {
            throw new NotFoundException("desk");
        }
        if (!isSupport(actor) && headed.deskOf(actor).filter(desk::equals).isEmpty()) {
            throw notKeeper();
        }
    }

    private static NotAllowedException notKeeper() {
        return new NotAllowedException(Rejection.of("agenda.not-keeper"));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
