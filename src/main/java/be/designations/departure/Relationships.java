package be.designations.departure;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Basis;
import be.designations.access.DpdMandates;
import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Rights;
import be.designations.access.TieDecisions;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.Tied;
import be.designations.directory.WorkingRelationship;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.NewTie;
import be.designations.management.Ties;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Working relationships, for those who manage what rests on them: whoever manages the entity for everybody but themselves; whoever manages a
 * quality for its users, as long as nothing ends by it in a quality that is not theirs (D39).
 *
 * <p>Every operation throws {@link NotFoundException} for what is foreign to the actor and {@link NotAllowedException} for what they see
 * and may not do.
 */
@Service
@Transactional
public class Relationships {

    private final Authority authority;
    private final AccessModel access;
    private final Rights rights;
    private final DpdMandates mandates;
    private final Directory directory;
    private final Ties ties;
    private final TieDecisions decisions;
    private final DepartureSteps steps;
    private final DepartureMails mails;
    private final AuditLog audit;
    private final Clock clock;

    Relationships(
            Authority authority,
            AccessModel access,
            Rights rights,
            DpdMandates mandates,
            Directory directory,
            Ties ties,
            TieDecisions decisions,
            DepartureSteps steps,
            DepartureMails mails,
            AuditLog audit,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.rights = rights;
        this.mandates = mandates;
        this.directory = directory;
        this.ties = ties;
        this.decisions = decisions;
        this.steps = steps;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** A relationship for somebody who may end and extend it. */
    public record Managed(WorkingRelationship relationship, Person person, Organisation entity) {}

    @Transactional(readOnly = true)
    public Managed managed(Actor actor, UUID id) {
        return require(actor, id);
    }

    /**
     * The working relationships of that person with that entity, the first one first, for somebody who may end and extend them.
     *
     * @throws NotFoundException also when there are none, and never were
     */
    @Transactional(readOnly = true)
    public List<WorkingRelationship> of(Actor actor, EnterpriseNumber entity, PersonId person) {
        Organisation organisation = manager(actor, entity, person);
        List<WorkingRelationship> found = directory.relationships(List.of(person), organisation.id());
        if (found.isEmpty()) {
            throw new NotFoundException("working relationship");
        }
        return found.stream().map(each -> read(actor, each)).toList();
    }

    /**
     * What ending it on that day would come to; changes nothing.
     *
     * @throws RejectedException when it cannot end then
     */
    @Transactional(readOnly = true)
    public Consequences preview(Actor actor, UUID id, LocalDate lastDay) {
        Managed managed = require(actor, id);
        Instant now = clock.instant();
        RejectedException.throwIfAny(EndPolicy.checkEarlier(managed.relationship(), lastDay, now));
        return consequences(actor, managed, EndPolicy.end(managed.relationship(), lastDay), now);
    }

    /**
     * Ends a relationship earlier than it was to, on a day that may be past, and with it at that instant every right that nothing else
     * carries. Whoever it is about is told, and a dossier sees to successors.
     *
     * @param reason the words of who decides it; they must be given
     * @return the number of the dossier
     * @throws RejectedException       when it cannot end then, or no reason is given
     * @throws AlreadyHandledException when it was decided already that it ends then
     */
    public DossierNumber end(Actor actor, UUID id, LocalDate lastDay, @Nullable String reason) {
        Managed managed = lock(actor, id);
        Instant now = clock.instant();
        WorkingRelationship relationship = managed.relationship();
        Instant end = EndPolicy.end(relationship, lastDay);
        refuseRepetition(actor, relationship, end);
        RejectedException.throwIfAny(EndPolicy.checkEarlier(relationship, lastDay, now));
        String words = Ties.words(reason);
        if (words == null) {
            throw new RejectedException(Rejection.ofField("departure.reason-missing", "reason"));
        }
        Consequences consequences = consequences(actor, managed, end, now);
        steps.changed(relationship.id(), actor, now);
        Basis basis = steps.announce(actor, relationship, end, words, now);
        change(relationship, end, basis);
        rights.shorten(consequences.endsOfRights(), now, basis.id());
        access.shorten(consequences.endsOfUsers(), now, basis.id());
        record("relationship-ended", actor, relationship, end, basis);
        return steps.follow(relationship.id(), now);
    }

    /**
     * Lets a relationship go on for longer. Rights that end with it are extended by decisions of their own.
     *
     * @throws RejectedException       when it has no end, has ended, or runs into the next one
     * @throws AlreadyHandledException when it was decided already that it ends then
     */
    public void extend(Actor actor, UUID id, LocalDate lastDay, @Nullable String reason) {
        Managed managed = lock(actor, id);
        Instant now = clock.instant();
        WorkingRelationship relationship = managed.relationship();
        Instant end = Days.endOf(lastDay);
        refuseRepetition(actor, relationship, end);
        RejectedException.throwIfAny(EndPolicy.checkLater(relationship, lastDay, now));
        Instant until = Objects.requireNonNull(relationship.until());
        directory
                .nextRelationship(
                        relationship.person(),
                        relationship.organisation(),
                        relationship.category(),
                        until.minusMillis(1))
                .filter(next -> next.isBefore(end))
                .ifPresent(next -> {
                    throw new RejectedException(
                            Rejection.ofField("departure.next-begins", "lastDay", new BelgianDates().day(next)));
                });
        steps.changed(relationship.id(), actor, now);
        Basis basis = Basis.of(null, "relationship-extended", actor.person(), now, null, Ties.words(reason));
        access.save(basis);
        change(relationship, end, basis);
        record("relationship-extended", actor, relationship, end, basis);
        mails.extended(actor, managed.entity(), relationship, lastDay, basis);
    }

    /**
     * Ties somebody to the entity by one more relationship.
     *
     * @param person whom the entity knows: who is or was something there, or works or worked there
     * @return its id
     * @throws RejectedException when it is declared badly, begins in the past, or runs into one of the same category
     */
    public UUID add(Actor actor, EnterpriseNumber entity, PersonId person, NewTie tie) {
        known(actor, entity, person);
        rights.lock(List.of(person));
        Organisation organisation = known(actor, entity, person);
        return ties.add(actor, directory.person(person), organisation, tie);
    }

    private Consequences consequences(Actor actor, Managed managed, Instant end, Instant now) {
        WorkingRelationship relationship = managed.relationship();
        PersonId person = relationship.person();
        OrganisationId organisation = relationship.organisation();
        Tied left = directory.ties(person, organisation).until(relationship.id(), end);
        boolean officer = mandates.dataProtectionOfficer(organisation, end.isAfter(now) ? end : now)
                .filter(person::equals)
                .isPresent();
        Consequences consequences = Consequences.of(
                left,
                end,
                rights.of(person, organisation, now),
                access.lastingIn(organisation, person, now),
                ties::allowing,
                officer);
        refuseBeyond(actor, organisation, consequences);
        return managesEntity(actor, organisation)
                ? consequences
                : consequences.keptIn(quality -> manages(actor, organisation, quality));
    }

    /** Whoever manages qualities only ends nothing elsewhere. */
    private void refuseBeyond(Actor actor, OrganisationId organisation, Consequences consequences) {
        if (managesEntity(actor, organisation)) {
            return;
        }
        boolean beyond = consequences.officer()
                || consequences.qualities().stream().anyMatch(quality -> !manages(actor, organisation, quality))
                || consequences.posts().stream()
                        .map(Responsibility::quality)
                        .anyMatch(quality -> quality == null || !manages(actor, organisation, quality));
        if (beyond) {
            throw new NotAllowedException(Rejection.of("departure.beyond-your-qualities"));
        }
    }

    private Managed lock(Actor actor, UUID id) {
        rights.lock(List.of(require(actor, id).person().id()));
        return require(actor, id);
    }

    private Managed require(Actor actor, UUID id) {
        WorkingRelationship relationship =
                directory.findRelationship(id).orElseThrow(() -> new NotFoundException("working relationship"));
        Organisation organisation = directory.organisation(relationship.organisation());
        manager(actor, organisation.enterpriseNumber(), relationship.person());
        return new Managed(read(actor, relationship), directory.person(relationship.person()), organisation);
    }

    /** Why somebody was tied is for those who manage the entity. */
    private WorkingRelationship read(Actor actor, WorkingRelationship relationship) {
        return managesEntity(actor, relationship.organisation()) ? relationship : relationship.withoutReason();
    }

    /** The entity, for somebody who manages that person's relationships with it. */
    private Organisation manager(Actor actor, EnterpriseNumber entity, PersonId person) {
        Organisation organisation = authority.requireSomewhereIn(actor, entity, ManagementTask.RELATIONSHIPS);
        if (actor.person().equals(person)) {
            throw new NotAllowedException(Rejection.of("departure.not-for-oneself"));
        }
        if (!managesEntity(actor, organisation.id())
                && access.lastingIn(organisation.id(), person, clock.instant()).stream()
                        .noneMatch(held -> held.kind() == ResponsibilityKind.USER
                                && manages(actor, organisation.id(), Objects.requireNonNull(held.quality())))) {
            throw new NotAllowedException(Rejection.of("departure.not-your-user"));
        }
        return organisation;
    }

    /** The same, of a person whom the entity knows. */
    private Organisation known(Actor actor, EnterpriseNumber entity, PersonId person) {
        Organisation organisation = authority.requireSomewhereIn(actor, entity, ManagementTask.RELATIONSHIPS);
        boolean known = directory.findPerson(person).isPresent()
                && (!directory.relationships(List.of(person), organisation.id()).isEmpty()
                        || !access.lastingIn(organisation.id(), person, Instant.EPOCH)
                                .isEmpty());
        if (!known) {
            throw new NotFoundException("person");
        }
        return manager(actor, entity, person);
    }

    private boolean managesEntity(Actor actor, OrganisationId organisation) {
        return authority.tasks(actor, organisation, null).contains(ManagementTask.RELATIONSHIPS);
    }

    private boolean manages(Actor actor, OrganisationId organisation, QualityId quality) {
        return authority.tasks(actor, organisation, quality).contains(ManagementTask.RELATIONSHIPS);
    }

    /** A second click, or a colleague who was faster. */
    private void refuseRepetition(Actor actor, WorkingRelationship relationship, Instant end) {
        if (!end.equals(relationship.until())) {
            return;
        }
        decisions
                .last(relationship.id())
                .filter(last ->
                        Set.of("relationship-ended", "relationship-extended").contains(last.operation()))
                .ifPresent(last -> {
                    PersonId by = last.decidedBy();
                    throw new AlreadyHandledException(
                            by == null ? null : directory.person(by).displayName(),
                            last.decidedAt(),
                            actor.person().equals(by));
                });
    }

    private void change(WorkingRelationship relationship, Instant end, Basis basis) {
        decisions.note(relationship.id(), basis.id(), relationship.until(), end);
        directory.changeEnd(relationship.id(), end);
    }

    private void record(String operation, Actor actor, WorkingRelationship relationship, Instant end, Basis basis) {
        Map<String, Object> before = new TreeMap<>();
        before.put("person", relationship.person().value());
        before.put("organisation", relationship.organisation().value());
        before.put("category", relationship.category().name());
        Map<String, Object> after = new TreeMap<>(before);
        if (relationship.until() != null) {
            before.put("until", relationship.until().toString());
        }
        after.put("until", end.toString());
        audit.record(AuditEvent.of("departure." + operation, "working-relationship", relationship.id())
                .by(actor.person().value(), relationship.organisation().value())
                .changing(before, after)
                .justifiedBy(basis.id().value()));
    }
}
