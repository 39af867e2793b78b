package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.ResponsibilityKind;
import be.designations.access.TieDecisions;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.NewRelationship;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.TargetGroup;
import be.designations.directory.Tied;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What ties people to the entities that they manage, and how a working relationship begins: whoever declares one, it is by one of these
 * operations, so that the same rules hold, and the decision behind it is kept with it (A6, B4, D9, D65).
 */
@Component
public class Ties {

    private static final String ADDED = "relationship-added";

    private final AccessModel access;
    private final TieDecisions decisions;
    private final Directory directory;
    private final ManagementMails mails;
    private final AuditLog audit;
    private final Clock clock;

    Ties(
            AccessModel access,
            TieDecisions decisions,
            Directory directory,
            ManagementMails mails,
            AuditLog audit,
            Clock clock) {
        this.access = access;
        this.decisions = decisions;
        this.directory = directory;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a working relationship for its own sake, and tells the person.
     *
     * @return its id
     * @throws RejectedException when it is one’s own, declared badly, begins in the past, or runs into another of its category
     */
    public UUID add(Actor actor, Person person, Organisation entity, NewTie tie) {
        Instant now = clock.instant();
        LocalDate firstDay = tie.firstDay();
        RelationshipDeclaration declared = tie.relationship();
        List<Rejection> refusals = new ArrayList<>();
        NotForOneselfPolicy.check(actor, person.id()).ifPresent(refusals::add);
        PersonStandsPolicy.check(person).ifPresent(refusals::add);
        if (firstDay.isBefore(Days.of(now))) {
            refusals.add(Rejection.ofField("management.begins-in-the-past", "firstDay"));
        }
        WorkingRelationshipPolicy.check(ResponsibilityKind.USER, false, declared, firstDay)
                .forEach(refusal -> refusals.add(
                        refusal.code().equals("management.ends-in-the-past") && firstDay.isAfter(Days.of(now))
                                ? Rejection.ofField(
                                        "management.ends-before-it-begins", Objects.requireNonNull(refusal.field()))
                                : refusal));
        if (!TargetGroup.categories(entity.kind()).contains(declared.category())) {
            refusals.add(Rejection.ofField("management.category-not-of-group", "category"));
        }
        Instant from = Days.startOf(firstDay, now);
        overlap(person.id(), entity.id(), declared, from).ifPresent(refusals::add);
        RejectedException.throwIfAny(refusals);
        Basis basis = decision(actor, null, tie.reason(), now);
        UUID id = begin(person, entity.id(), declared, from, basis);
        mails.tied(actor, person, entity, declared, firstDay, basis);
        return id;
    }

    /**
     * Ties a person to an entity from that instant on, closely enough to be that; whoever decides tells them.
     *
     * @param basis the decision by which it is declared; it is saved
     * @throws RejectedException when that tie does not allow it, is declared badly, has ended already, or runs into another
     */
    public void declare(
            PersonId id,
            OrganisationId organisation,
            ResponsibilityKind kind,
            RelationshipDeclaration declaration,
            Instant from,
            Basis basis) {
        Person person = directory.person(id);
        List<Rejection> refusals =
                new ArrayList<>(WorkingRelationshipPolicy.check(kind, false, declaration, Days.of(from)));
        PersonStandsPolicy.check(person).ifPresent(refusals::add);
        overlap(id, organisation, declaration, from).ifPresent(refusals::add);
        RejectedException.throwIfAny(refusals);
        begin(person, organisation, declaration, from, basis);
    }

    /**
     * A decision to add a relationship, written down.
     *
     * @param dossier in which it is decided, or null
     * @param reason  in the words of the actor, or null
     */
    public Basis decision(Actor actor, @Nullable UUID dossier, @Nullable String reason, Instant at) {
        Basis basis = Basis.of(dossier, ADDED, actor.person(), at, null, Words.ofReason(reason));
        access.save(basis);
        return basis;
    }

    /**
     * Ties somebody to an entity as a dossier has decided: no rule refuses it any more. Where one of that category begins later, it lasts
     * until then.
     *
     * @param basis the decision; it is saved
     */
    public void follow(NewRelationship wanted, Basis basis) {
        Instant until = wanted.until();
        Instant end = directory
                .nextRelationship(wanted.person(), wanted.organisation(), wanted.category(), wanted.from())
                .filter(next -> until == null || next.isBefore(until))
                .orElse(until);
        begin(wanted.until(end), basis);
    }

    /** One of the same category that is known for some of that time: the database takes no two. */
    private Optional<Rejection> overlap(
            PersonId person, OrganisationId organisation, RelationshipDeclaration declared, Instant from) {
        Instant end = Days.endOfPeriod(declared.lastDay());
        return directory.relationships(List.of(person), organisation).stream()
                .filter(other -> other.category() == declared.category() && !other.isOver(from))
                .filter(other -> end == null || other.from().isBefore(end))
                .findFirst()
                .map(other -> Rejection.ofField(
                        "management.relationship-overlaps",
                        other.from().isAfter(from) ? "relationshipLastDay" : "firstDay",
                        new BelgianDates().day(other.from())));
    }

    private UUID begin(
            Person person, OrganisationId organisation, RelationshipDeclaration declared, Instant from, Basis basis) {
        String email = declared.email().strip();
        String phone = declared.phone().strip();
        // Whoever had no address of their own is written to at the one declared; not who is something elsewhere, whose
        // mails
        // of there are not for this entity to lead anywhere.
        if (person.email() == null && isNothingElsewhere(person.id(), organisation)) {
            directory.changeContact(person.id(), email, phone, person.language());
        }
        return begin(
                new NewRelationship(
                        person.id(),
                        organisation,
                        declared.category(),
                        email,
                        phone,
                        from,
                        Days.endOfPeriod(declared.lastDay()),
                        basis.reason()),
                basis);
    }

    private boolean isNothingElsewhere(PersonId person, OrganisationId organisation) {
        Instant now = clock.instant();
        return Set.of(organisation).containsAll(access.organisationsOf(person, now))
                && directory.legalFunctionsOf(person, now).stream()
                        .allMatch(held -> held.organisation().equals(organisation));
    }

    private UUID begin(NewRelationship relationship, Basis basis) {
        UUID id = directory.relate(relationship);
        Instant until = relationship.until();
        decisions.note(id, basis.id(), null, until);
        Map<String, Object> what = new TreeMap<>();
        what.put("person", relationship.person().value());
        what.put("organisation", relationship.organisation().value());
        what.put("category", relationship.category().name());
        what.put("from", relationship.from().toString());
        if (until != null) {
            what.put("until", until.toString());
        }
        audit.record(AuditEvent.of("management." + ADDED, "working-relationship", id)
                .by(
                        Objects.requireNonNull(basis.decidedBy()).value(),
                        relationship.organisation().value())
                .changing(null, what)
                .justifiedBy(basis.id().value()));
        return id;
    }

    /** The words in which a decision is reasoned, as they are kept; null when there are none. */
    public static @Nullable String words(@Nullable String reason) {
        return Words.ofReason(reason);
    }

    /** The working relationships that allow somebody to be that; any legal function allows everything. */
    public Set<RelationshipCategory> allowing(ResponsibilityKind kind) {
        return WorkingRelationshipPolicy.allowing(kind);
    }

    /**
     * How long each of these people is tied to the entity without a gap, by whatever ties, from that instant on; who is not tied
     * at that instant is left out.
     */
    public Map<PersonId, Tied.Until> tiedUntil(Collection<PersonId> tied, OrganisationId organisation, Instant from) {
        Map<PersonId, Tied.Until> ends = new HashMap<>();
        directory.ties(tied, organisation).forEach((person, ties) -> ties.until(from)
                .ifPresent(until -> ends.put(person, until)));
        return ends;
    }

    /** The same for one person. */
    public Optional<Tied.Until> tiedUntil(PersonId person, OrganisationId organisation, Instant from) {
        return Optional.ofNullable(
                tiedUntil(List.of(person), organisation, from).get(person));
    }
}
