package be.designations.takeover;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Capacities;
import be.designations.agenda.DeskHeadStore;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desk;
import be.designations.casework.DeskHeads;
import be.designations.directory.Actor;
import be.designations.directory.DeskNames;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.memory.TransactionMemory;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Announcing that another organisation takes a desk over, and taking that back until then. For support staff in their own name; every
 * operation refuses others with {@link NotAllowedException}. <i>Source: D18, D103.</i>
 */
@Service
@Transactional
public class Takeovers {

    private static final int MOST_SHOWN = 200;

    private final Capacities capacities;
    private final TakeoverStore store;
    private final TakeoverMails mails;
    private final DeskHeadStore heads;
    private final DeskHeads presentHeads;
    private final CaseTypes types;
    private final AccessModel access;
    private final Directory directory;
    private final DeskNames names;
    private final AuditLog audit;
    private final Clock clock;

    Takeovers(
            Capacities capacities,
            TakeoverStore store,
            TakeoverMails mails,
            DeskHeadStore heads,
            DeskHeads presentHeads,
            CaseTypes types,
            AccessModel access,
            Directory directory,
            DeskNames names,
            AuditLog audit,
            Clock clock) {
        this.capacities = capacities;
        this.store = store;
        this.mails = mails;
        this.heads = heads;
        this.presentHeads = presentHeads;
        this.types = types;
        this.access = access;
        this.directory = directory;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, the latest first. */
    @Transactional(readOnly = true)
    public List<Takeover> all(Actor actor) {
        requireSupport(actor);
        return store.all(MOST_SHOWN);
    }

    /** Who has that desk now. */
    @Transactional(readOnly = true)
    public Organisation holder(Actor actor, Desk desk) {
        requireSupport(actor);
        return holder(desk, clock.instant());
    }

    private Organisation holder(Desk desk, Instant at) {
        return directory.findDesk(kind(desk), at).orElseThrow(() -> new NotFoundException("desk"));
    }

    static OrganisationKind kind(Desk desk) {
        return Objects.requireNonNull(desk.office());
    }

    /**
     * What a takeover would change.
     *
     * @param former   who has the desk until then
     * @param leaving  who works at it now, and will not any more
     * @param staying  who works at it now, and has the role in the new organisation too
     * @param arriving who will work at it, as the rights are now
     * @param head     who answers for it now and will not any more, or null
     */
    public record Preview(
            Organisation former,
            Organisation organisation,
            Instant from,
            TakeoverStore.Found found,
            List<PersonId> leaving,
            List<PersonId> staying,
            List<PersonId> arriving,
            @Nullable PersonId head) {}

    /** @throws RejectedException when it is not possible */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, NewTakeover wanted) {
        requireSupport(actor);
        Instant now = now();
        Organisation organisation = check(actor, wanted, store.last(wanted.desk()), now);
        Desk desk = wanted.desk();
        Instant from = Days.startOf(wanted.firstDay(), now);
        Organisation former = holder(desk, now);
        List<String> roles = desk.staff().stream().map(Enum::name).toList();
        List<PersonId> before = access.roleHolders(former.id(), roles, now);
        List<PersonId> after = access.roleHolders(organisation.id(), roles, from);
        return new Preview(
                former,
                organisation,
                from,
                store.found(desk, kinds(types, desk), former.id(), from),
                before.stream().filter(person -> !after.contains(person)).toList(),
                before.stream().filter(after::contains).toList(),
                after.stream().filter(person -> !before.contains(person)).toList(),
                presentHeads.of(desk).filter(head -> !after.contains(head)).orElse(null));
    }

    /** The kinds of dossiers in which that desk has something to do. */
    static List<String> kinds(CaseTypes types, Desk desk) {
        return types.types().stream()
                .filter(type -> type.work().stream().anyMatch(work -> work.desk() == desk))
                .map(type -> type.kind().code())
                .toList();
    }

    /**
     * Announces it; both organisations, their people at the desk and support are told. From today is from now on. The same once more by
     * the same person changes nothing.
     *
     * @throws RejectedException when it is not possible
     */
    public Takeover announce(Actor actor, NewTakeover wanted) {
        requireSupport(actor);
        heads.lock(wanted.desk());
        TransactionMemory.forgetAll();
        Optional<Takeover> last = store.last(wanted.desk());
        Optional<Takeover> same = last.filter(before -> isThat(before, actor, wanted));
        if (same.isPresent()) {
            return same.get();
        }
        Instant now = now();
        Organisation organisation = check(actor, wanted, last, now);
        BasisId basis = decide("desk-takeover-announced", actor, wanted.reason(), now);
        Takeover takeover = new Takeover(
                UUID.randomUUID(),
                wanted.desk(),
                organisation.id(),
                Days.startOf(wanted.firstDay(), now),
                wanted.names(),
                wanted.reason(),
                actor.person(),
                now,
                null,
                null);
        Organisation former = holder(wanted.desk(), now);
        store.add(takeover, basis);
        mails.announced(takeover, former);
        audit.record(AuditEvent.of("takeover.announced", "desk-takeover", takeover.id())
                .by(actor)
                .changing(facts(wanted.desk(), former), facts(takeover, organisation))
                .justifiedBy(basis.value()));
        changed();
        return takeover;
    }

    private boolean isThat(Takeover before, Actor actor, NewTakeover wanted) {
        return before.announcedBy().equals(actor.person())
                && Days.of(before.from()).equals(wanted.firstDay())
                && before.names().equals(wanted.names())
                && directory
                        .organisation(before.organisation())
                        .enterpriseNumber()
                        .equals(wanted.number());
    }

    private Organisation check(Actor actor, NewTakeover wanted, Optional<Takeover> last, Instant now) {
        if (!Takeover.DESKS.contains(wanted.desk())) {
            throw new NotFoundException("desk");
        }
        Organisation organisation = directory
                .findOrganisation(wanted.number())
                .orElseThrow(() ->
                        new RejectedException(Rejection.ofField("takeover.organisation-unknown", "enterpriseNumber")));
        RejectedException.throwIfAny(TakeoverPolicy.check(
                wanted,
                organisation,
                new TakeoverPolicy.Situation(
                        holder(wanted.desk(), now).equals(organisation),
                        directory.tiesOf(actor.person(), now).contains(organisation.id()),
                        last.filter(before -> before.isToCome(now)).isPresent(),
                        Days.of(now))));
        return organisation;
    }

    /**
     * Takes an announcement back; those who were told of it, or were given the role since, are told.
     *
     * @return false when it was taken back before
     * @throws RejectedException when it has begun
     */
    public boolean withdraw(Actor actor, UUID id) {
        requireSupport(actor);
        heads.lock(find(id).desk());
        // What another click has done meanwhile is there now.
        Takeover takeover = find(id);
        if (takeover.withdrawnAt() != null) {
            return false;
        }
        Instant now = now();
        if (!takeover.isToCome(now)) {
            throw new RejectedException(Rejection.of("takeover.begun"));
        }
        BasisId basis = decide("desk-takeover-withdrawn", actor, null, now);
        store.withdraw(takeover, now, basis);
        mails.withdrawn(takeover, holder(takeover.desk(), now), now);
        audit.record(AuditEvent.of("takeover.withdrawn", "desk-takeover", id)
                .by(actor)
                .changing(facts(takeover, directory.organisation(takeover.organisation())), null)
                .justifiedBy(basis.value()));
        changed();
        return true;
    }

    private Takeover find(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("takeover"));
    }

    private static Map<String, Object> facts(Desk desk, Organisation holder) {
        return Map.of("desk", desk, "organisation", holder.enterpriseNumber().value());
    }

    private static Map<String, Object> facts(Takeover takeover, Organisation organisation) {
        return Map.of(
                "desk",
                takeover.desk(),
                "organisation",
                organisation.enterpriseNumber().value(),
                "from",
                takeover.from().toString());
    }

    private BasisId decide(String operation, Actor actor, @Nullable String reason, Instant now) {
        return access.save(Basis.of(null, operation, actor.person(), now, null, reason));
    }

    /** Who has a desk is read anew, and its name once it is certain. */
    private void changed() {
        TransactionMemory.forgetAll();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                names.refresh();
            }
        });
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
