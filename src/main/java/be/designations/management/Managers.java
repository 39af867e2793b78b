package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.DomainCode;
import be.designations.access.LocalManagers;
import be.designations.access.ManagementTask;
import be.designations.access.OpenLocalManagerChanges;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Rights;
import be.designations.access.Standing;
import be.designations.access.Subdivision;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Domain;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredPerson;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.letters.Letter;
import be.designations.management.Designation.Incumbency;
import be.designations.notification.NotificationKind;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who manages an entity, its qualities and its subdivisions: designating, replacing, blocking, unblocking and removing.
 * Whether the actor may is {@link ManagementTask}'s to say. <i>Source: A2, D2, D4, D6.</i>
 */
@Service
@Transactional
public class Managers {

    private final Authority authority;
    private final AccessModel access;
    private final Rights rights;
    private final Qualities qualities;
    private final LocalManagers localManagers;
    private final OpenLocalManagerChanges openChanges;
    private final Catalogue catalogue;
    private final Directory directory;
    private final People people;
    private final Ties ties;
    private final LookUps lookUps;
    private final ManagementRecord record;
    private final ManagementMails mails;
    private final ManagerLetters letters;
    private final TransactionOperations transaction;
    private final Clock clock;

    Managers(
            Authority authority,
            AccessModel access,
            Rights rights,
            Qualities qualities,
            LocalManagers localManagers,
            OpenLocalManagerChanges openChanges,
            Catalogue catalogue,
            Directory directory,
            People people,
            Ties ties,
            LookUps lookUps,
            ManagementRecord record,
            ManagementMails mails,
            ManagerLetters letters,
            TransactionOperations transaction,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.rights = rights;
        this.qualities = qualities;
        this.localManagers = localManagers;
        this.openChanges = openChanges;
        this.catalogue = catalogue;
        this.directory = directory;
        this.people = people;
        this.ties = ties;
        this.lookUps = lookUps;
        this.record = record;
        this.mails = mails;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Where that post is, for somebody who may fill it.
     *
     * @throws RejectedException at the field {@code domain}, when there is no such domain or it is retired
     */
    @Transactional(readOnly = true)
    public Place place(Actor actor, Post post) {
        ManagementTask task = ManagementTask.of(post.kind());
        DomainCode code = post.domain();
        if (post.entity() != null && code != null) {
            Organisation organisation = authority.requireInDomain(actor, post.entity(), code, task);
            Domain domain = catalogue
                    .domain(code)
                    .orElseThrow(() -> new RejectedException(Rejection.ofField("management.domain-unknown", "domain")));
            if (domain.retired()) {
                throw new RejectedException(Rejection.ofField("management.domain-retired", "domain"));
            }
            return new Place(organisation, null, null, domain.named());
        }
        if (post.entity() != null) {
            return new Place(authority.requireInEntity(actor, post.entity(), task), null, null);
        }
        Subdivision subdivision = post.subdivision() == null
                ? null
                : qualities.findSubdivision(post.subdivision()).orElseThrow(() -> new NotFoundException("subdivision"));
        return inQuality(
                actor,
                subdivision == null ? Objects.requireNonNull(post.quality()) : subdivision.quality(),
                subdivision,
                task);
    }

    /**
     * What the manager must know before designating the person with that number. It is written down who looked.
     *
     * @throws RejectedException when the number is nobody's
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Candidate candidate(Actor actor, Post post, Niss niss) {
        Place place = place(actor, post);
        Instant now = clock.instant();
        RegisteredPerson registered =
                lookUps.look(actor, "management", place.organisation().id(), niss);
        Optional<Person> known = directory.findPerson(niss);
        String name = known.map(Person::displayName).orElse(registered.firstName() + " " + registered.lastName());
        Optional<Responsibility> incumbent = incumbent(post, place, now);
        return new Candidate(
                name,
                known.filter(person -> people.isRelated(
                                person.id(), place.organisation().id(), post.kind(), now))
                        .isPresent(),
                null,
                known.map(person -> leaving(post.kind(), place, person.id(), now)).orElse(List.of()).stream()
                        .map(Responsibility::kind)
                        .distinct()
                        .toList(),
                known.filter(person -> place.quality() != null && losesRights(post.kind()))
                        .map(person -> access.rights(Objects.requireNonNull(place.qualityId()), person.id(), now))
                        .orElse(List.of()),
                incumbent
                        .map(held -> directory.person(held.person()).displayName())
                        .orElse(null),
                new Incumbency(incumbent.map(Responsibility::id).orElse(null)),
                known.map(person -> refusals(actor, post, place, person, now)).orElse(List.of()));
    }

    /**
     * Makes the person that, with a letter to whoever manages by it (D116). Whoever had a post that one person has, loses it
     * at the same instant.
     *
     * @return the id of the responsibility
     * @throws RejectedException       when a rule refuses, a tie to the entity is missing, or a removal is not confirmed
     * @throws AlreadyHandledException when the person is that already
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public UUID designate(Actor actor, Post post, Designation designation) {
        lookUps.check(actor, "management", place(actor, post).organisation().id(), designation.niss());
        return Objects.requireNonNull(transaction.execute(status -> designated(actor, post, designation)));
    }

    private UUID designated(Actor actor, Post post, Designation designation) {
        lock(place(actor, post));
        // Behind the lock once more: who was blocked meanwhile designates nobody.
        Place place = place(actor, post);
        Instant now = clock.instant();
        Person person = people.require(designation.niss(), place.organisation());
        refuseTwice(actor, post, place, person, now);
        refuseUnseen(actor, post, place, designation, now);
        List<Rejection> refusals = new ArrayList<>(refusals(actor, post, place, person, now));
        boolean related = people.isRelated(person.id(), place.organisation().id(), post.kind(), now);
        RelationshipDeclaration declared = designation.relationship();
        refusals.addAll(WorkingRelationshipPolicy.check(post.kind(), related, declared, Days.of(now)));
        List<Responsibility> leaving = leaving(post.kind(), place, person.id(), now);
        if (!leaving.isEmpty() && !designation.confirmsRemoval()) {
            refusals.add(Rejection.ofField("management.removal-not-confirmed", "confirmRemoval"));
        }
        RejectedException.throwIfAny(refusals);
        Basis basis = record.decision(post.operation(), actor, now, legalBasis(post, place), designation.reason());
        access.save(basis);
        if (!related && declared != null) {
            ties.declare(person.id(), place.organisation().id(), post.kind(), declared, now, basis);
        }
        Optional<PersonId> former = fill(post, place, person.id(), leaving, now, basis);
        UUID id = incumbents(post.kind(), place, now).stream()
                .filter(held -> held.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
        record.designated(actor, place, post.kind(), id, person.id(), former.orElse(null), basis);
        Letter letter = post.isManagers() ? letters.designated(place, post.kind(), id, person.id(), basis) : null;
        mails.designated(actor, place, post.kind(), person.id(), former.orElse(null), basis, letter);
        return id;
    }

    /** Ends that responsibility now. */
    public void remove(Actor actor, UUID responsibility, @Nullable String reason) {
        Subject subject = subject(actor, responsibility);
        carryOut(
                subject,
                "removed",
                reason,
                NotificationKind.RESPONSIBILITY_ENDED,
                basis -> access.end(subject.held(), subject.now(), basis));
    }

    /** Switches off what that responsibility gives, until it is unblocked (D6). */
    public void block(Actor actor, UUID responsibility, @Nullable String reason) {
        Subject subject = subject(actor, responsibility);
        if (subject.standing().isBlocked()) {
            throw alreadyHandled(actor, responsibility);
        }
        carryOut(
                subject,
                "blocked",
                reason,
                NotificationKind.RESPONSIBILITY_BLOCKED,
                basis -> access.block(List.of(responsibility), subject.now(), basis));
    }

    /** Switches on again what that responsibility gives (D6). */
    public void unblock(Actor actor, UUID responsibility, @Nullable String reason) {
        Subject subject = subject(actor, responsibility);
        if (!subject.standing().isBlocked()) {
            throw alreadyHandled(actor, responsibility);
        }
        PersonId person = subject.held().person();
        RejectedException.throwIfAny(NotForOneselfPolicy.check(actor, person)
                .or(() -> PersonStandsPolicy.check(directory.person(person).disabled())));
        carryOut(
                subject,
                "unblocked",
                reason,
                NotificationKind.RESPONSIBILITY_UNBLOCKED,
                basis -> access.unblock(List.of(responsibility), subject.now(), basis));
    }

    /** @param what becomes of the responsibility */
    private void carryOut(
            Subject subject, String what, @Nullable String reason, NotificationKind told, Consumer<BasisId> change) {
        Actor actor = subject.actor();
        Basis basis = record.decision("responsibility-" + what, actor, subject.now(), null, reason);
        change.accept(access.save(basis));
        record.changed("management." + what, actor, subject.place(), subject.held(), basis);
        mails.changed(actor, subject.place(), subject.held(), told, basis);
    }

    /**
     * Who has that responsibility and where, for somebody who may change it: what a page asks to confirm.
     *
     * @throws NotFoundException   when there is none, or it is foreign to the actor
     * @throws NotAllowedException when the actor sees it but may not change it
     */
    @Transactional(readOnly = true)
    public Managed managed(Actor actor, UUID responsibility) {
        Standing standing = find(responsibility, clock.instant());
        Responsibility held = standing.responsibility();
        return new Managed(
                placeOf(actor, held),
                held.kind(),
                held.person(),
                directory.person(held.person()).displayName(),
                standing.isBlocked(),
                held.runs(clock.instant()));
    }

    /** @param runs whether it has not ended */
    public record Managed(
            Place place, ResponsibilityKind kind, PersonId person, String name, boolean blocked, boolean runs) {}

    private record Subject(Actor actor, Place place, Standing standing, Instant now) {

        Responsibility held() {
            return standing.responsibility();
        }
    }

    /**
     * Checks, locks, and reads once more what stands then: two managers at once are heard one after the other.
     *
     * @throws AlreadyHandledException when it has ended
     */
    private Subject subject(Actor actor, UUID responsibility) {
        Responsibility found = find(responsibility, clock.instant()).responsibility();
        Place place = placeOf(actor, found);
        RejectedException.throwIfAny(PrincipalManagerStaysPolicy.check(found.kind()));
        lock(place);
        // Whoever ends what they are elsewhere waits as well: each event of the feed says all that holds after it.
        rights.lock(List.of(found.person()));
        Instant now = clock.instant();
        Subject subject = new Subject(actor, placeOf(actor, found), find(responsibility, now), now);
        if (!subject.held().runs(now)) {
            throw alreadyHandled(actor, responsibility);
        }
        return subject;
    }

    private Standing find(UUID responsibility, Instant at) {
        return access.findResponsibility(responsibility, at)
                .filter(standing -> standing.responsibility().kind() != ResponsibilityKind.USER)
                .orElseThrow(() -> new NotFoundException("responsibility"));
    }

    private Place placeOf(Actor actor, Responsibility held) {
        ManagementTask task = ManagementTask.of(held.kind());
        if (held.quality() != null) {
            Subdivision subdivision = held.subdivision() == null
                    ? null
                    : qualities.findSubdivision(held.subdivision()).orElseThrow();
            return inQuality(actor, held.quality(), subdivision, task);
        }
        EnterpriseNumber entity = directory.organisation(held.organisation()).enterpriseNumber();
        DomainCode code = held.domain();
        return code == null
                ? new Place(authority.requireInEntity(actor, entity, task), null, null)
                : new Place(
                        authority.requireInDomain(actor, entity, code, task),
                        null,
                        null,
                        catalogue.domain(code).orElseThrow().named());
    }

    private Place inQuality(Actor actor, QualityId id, @Nullable Subdivision subdivision, ManagementTask task) {
        Quality quality = authority.requireInQuality(actor, id, task).quality();
        return new Place(directory.organisation(quality.organisation()), quality, subdivision);
    }

    private void lock(Place place) {
        if (place.quality() == null) {
            access.lock(place.organisation().id());
        } else {
            access.lock(place.quality().id());
        }
    }

    private void refuseTwice(Actor actor, Post post, Place place, Person person, Instant now) {
        Repetition.refuseGiving(
                incumbents(post.kind(), place, now).stream()
                        .filter(held -> held.person().equals(person.id())),
                actor,
                access,
                directory);
    }

    /** Whoever designates replaces the person whom they saw in the post, not one designated meanwhile. */
    private void refuseUnseen(Actor actor, Post post, Place place, Designation designation, Instant now) {
        Incumbency seen = designation.seen();
        if (seen == null || !post.isForOne()) {
            return;
        }
        UUID present = incumbent(post, place, now).map(Responsibility::id).orElse(null);
        UUID before = seen.responsibility();
        if (before != null
                && access.findResponsibility(before, now)
                        .map(Standing::responsibility)
                        .filter(held -> held.kind() == post.kind()
                                && held.organisation()
                                        .equals(place.organisation().id())
                                && Objects.equals(held.quality(), place.qualityId())
                                && Objects.equals(held.subdivision(), place.subdivisionId())
                                && Objects.equals(held.domain(), place.domainCode()))
                        .isEmpty()) {
            throw new RejectedException(Rejection.ofField("management.never-had-that-post", "replaces"));
        }
        if (!Objects.equals(present, before)) {
            throw alreadyHandled(actor, Objects.requireNonNull(present == null ? seen.responsibility() : present));
        }
    }

    private AlreadyHandledException alreadyHandled(Actor actor, UUID responsibility) {
        return Repetition.of(responsibility, actor, access, directory);
    }

    /** What refuses that person whatever the manager declares and confirms. */
    private List<Rejection> refusals(Actor actor, Post post, Place place, Person person, Instant now) {
        return Stream.of(
                        isOfficersPost(post, place)
                                ? Optional.<Rejection>empty()
                                : NotForOneselfPolicy.check(actor, person.id()),
                        PersonStandsPolicy.check(person),
                        OneRoleAQualityPolicy.check(
                                post.kind(),
                                held(place, person.id(), now).stream()
                                        .map(Responsibility::kind)
                                        .toList()),
                        localManagerRefusal(post, place, person.id(), now))
                .flatMap(Optional::stream)
                .toList();
    }

    /** In Social action only the officer; and what a dossier waits for is done there (S002). */
    private Optional<Rejection> localManagerRefusal(Post post, Place place, PersonId person, Instant now) {
        Quality quality = place.quality();
        if (post.kind() != ResponsibilityKind.LOCAL_MANAGER || quality == null) {
            return Optional.empty();
        }
        return openChanges
                .dossierFor(quality.id())
                .map(dossier -> Rejection.of("management.change-waits-in-dossier", dossier))
                .or(() -> localManagers.refusal(quality, person, now));
    }

    /** What the person is at that place, blocked or not, and as what user they will be known there. */
    private List<Responsibility> held(Place place, PersonId person, Instant now) {
        if (place.quality() == null) {
            return (place.domain() == null ? ResponsibilityKind.ENTITY_MANAGERS : ResponsibilityKind.DOMAIN_MANAGERS)
                    .stream()
                            .flatMap(kind -> incumbents(kind, place, now).stream())
                            .filter(held -> held.person().equals(person))
                            .toList();
        }
        return access.lastingIn(place.quality().id(), person, now).stream()
                .filter(held -> held.subdivision() == null
                        || held.kind() == ResponsibilityKind.USER
                        || held.subdivision().equals(place.subdivisionId()))
                .toList();
    }

    private List<Responsibility> leaving(ResponsibilityKind kind, Place place, PersonId person, Instant now) {
        Set<ResponsibilityKind> left = OneRoleAQualityPolicy.leftBy(kind);
        return held(place, person, now).stream()
                .filter(held -> left.contains(held.kind()))
                .toList();
    }

    private Optional<Responsibility> incumbent(Post post, Place place, Instant now) {
        return post.isForOne() ? incumbents(post.kind(), place, now).stream().findFirst() : Optional.empty();
    }

    private List<Responsibility> incumbents(ResponsibilityKind kind, Place place, Instant now) {
        return access.incumbents(
                kind, place.organisation().id(), place.qualityId(), place.subdivisionId(), place.domainCode(), now);
    }

    /** Managers of a quality have its applications without rights; what they had as users ends with that. */
    private static boolean losesRights(ResponsibilityKind kind) {
        return kind == ResponsibilityKind.LOCAL_MANAGER || kind == ResponsibilityKind.CO_LOCAL_MANAGER;
    }

    private static @Nullable String legalBasis(Post post, Place place) {
        return isOfficersPost(post, place) ? "dpd-is-local-manager" : null;
    }

    /** Who gets that one others have decided: SPP IS approves the officer, so that a manager may be it too. */
    private static boolean isOfficersPost(Post post, Place place) {
        Quality quality = place.quality();
        return post.kind() == ResponsibilityKind.LOCAL_MANAGER
                && quality != null
                && quality.kind() == QualityKind.SOCIAL_ACTION;
    }

    /** @return whoever had the post until then */
    private Optional<PersonId> fill(
            Post post, Place place, PersonId person, List<Responsibility> leaving, Instant now, Basis basis) {
        Quality quality = place.quality();
        if (post.kind() == ResponsibilityKind.LOCAL_MANAGER && quality != null) {
            return localManagers.replace(quality, person, now, basis);
        }
        BasisId decision = access.save(basis);
        leaving.forEach(held -> access.end(held, now, decision));
        if (quality != null && losesRights(post.kind())) {
            access.endRights(quality.id(), person, now, decision);
        }
        Optional<Responsibility> former = incumbent(post, place, now);
        former.ifPresent(held -> access.end(held, now, decision));
        access.begin(new Responsibility(
                UUID.randomUUID(),
                post.kind(),
                place.organisation().id(),
                place.qualityId(),
                place.subdivisionId(),
                person,
                now,
                null,
                decision,
                place.domainCode(),
                null));
        return former.map(Responsibility::person);
    }
}
