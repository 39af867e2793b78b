package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.Rights;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredPerson;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.insight.Staff;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The people of an entity as those see them who manage rights there: whoever manages the entity or a whole quality all of them,
 * managers of subdivisions and of domains the users within their reach. <i>Source: S003 (“Toon alle personen”), D5, D49.</i>
 */
@Service
@Transactional(readOnly = true)
public class ManagedPeople {

    private static final Pattern NISS = Pattern.compile("(?:\\d[ .-]?){10}\\d");

    private final Authority authority;
    private final AccessModel access;
    private final Staff staff;
    private final Directory directory;
    private final People people;
    private final Rights rights;
    private final LookUps lookUps;
    private final Ties ties;
    private final TransactionOperations transaction;
    private final Clock clock;

    ManagedPeople(
            Authority authority,
            AccessModel access,
            Staff staff,
            Directory directory,
            People people,
            Rights rights,
            LookUps lookUps,
            Ties ties,
            TransactionOperations transaction,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.staff = staff;
        this.directory = directory;
        this.people = people;
        this.rights = rights;
        this.lookUps = lookUps;
        this.ties = ties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A page of them.
     *
     * @throws RejectedException   when a NISS is typed: it would stand in an address
     * @throws NotFoundException   when there is no such entity, or the actor is nothing there
     * @throws NotAllowedException when the actor manages no rights there
     */
    public Staff.Page page(Actor actor, EnterpriseNumber number, Staff.Filter filter) {
        Organisation entity = entity(actor, number);
        if (NISS.matcher(filter.typed()).find()) {
            throw new RejectedException(Rejection.ofField("access.niss-in-filter", "q"));
        }
        return staff.page(entity.id(), among(actor, entity), filter, clock.instant());
    }

    /**
     * These people, by name.
     *
     * @throws NotFoundException when one of them is none of the actor’s: which of them is not told
     */
    public List<Staff.Line> these(Actor actor, EnterpriseNumber number, Collection<PersonId> people) {
        Organisation entity = entity(actor, number);
        return all(staff.of(entity.id(), among(actor, entity), people, clock.instant()), people);
    }

    /**
     * The same, of somebody who is to be given something: of all whom something ties to the entity (D48).
     *
     * @throws NotFoundException when one of them is not
     */
    public List<Staff.Line> tied(Actor actor, EnterpriseNumber number, Collection<PersonId> people) {
        Organisation entity = entity(actor, number);
        Instant now = clock.instant();
        List<Staff.Line> found = all(staff.of(entity.id(), null, people, now), people);
        Staff.Among among = among(actor, entity);
        if (among != null) {
            Set<PersonId> foreign = new HashSet<>(people);
            staff.of(entity.id(), among, people, now).forEach(own -> foreign.remove(own.id()));
            refuseUsers(actor, entity, foreign, now);
        }
        return found;
    }

    /** Who is a user already, but of somebody else’s subdivision or domain, is not theirs to bring in. */
    private void refuseUsers(Actor actor, Organisation entity, Set<PersonId> foreign, Instant now) {
        if (foreign.isEmpty()) {
            return;
        }
        List<QualityId> own = authority.reaches(actor, entity.id(), ManagementTask.RIGHTS).stream()
                .map(reach -> reach.quality().id())
                .toList();
        if (!access.memberships(own, foreign, now).isEmpty()) {
            throw new NotFoundException("person");
        }
    }

    /**
     * Somebody who is to be added, as a manager sees them once their number is typed.
     *
     * @param tied their id, when something ties them to the entity already; else null
     */
    public record Found(String name, Niss niss, @Nullable PersonId tied) {}

    /**
     * Who has that number. It is written down who looked.
     *
     * @throws RejectedException when the number is nobody’s, or after too many tries
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Found find(Actor actor, EnterpriseNumber number, Niss niss) {
        Organisation entity = entity(actor, number);
        RegisteredPerson registered = lookUps.look(actor, "management", entity.id(), niss);
        return new Found(
                (registered.firstName() + " " + registered.lastName()).strip(),
                registered.niss(),
                directory
                        .findPerson(niss)
                        .map(Person::id)
                        .filter(id -> isTied(id, entity))
                        .orElse(null));
    }

    private boolean isTied(PersonId person, Organisation entity) {
        return !staff.of(entity.id(), null, List.of(person), clock.instant()).isEmpty();
    }

    /**
     * Ties somebody to the entity; rights follow from decisions of their own.
     *
     * @throws RejectedException when a rule refuses, or something ties them to it already
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public PersonId add(Actor actor, EnterpriseNumber number, Niss niss, NewTie tie) {
        Organisation entity = entity(actor, number);
        lookUps.check(actor, "management", entity.id(), niss);
        return Objects.requireNonNull(transaction.execute(status -> added(actor, number, niss, tie)));
    }

    private PersonId added(Actor actor, EnterpriseNumber number, Niss niss, NewTie tie) {
        Organisation entity = entity(actor, number);
        Person person = people.require(niss, entity);
        rights.lock(List.of(person.id()));
        if (isTied(person.id(), entity)) {
            throw new RejectedException(Rejection.of("management.tied-already").ofState());
        }
        ties.add(actor, person, entity, tie);
        return person.id();
    }

    private Organisation entity(Actor actor, EnterpriseNumber number) {
        return authority.requireSomewhereIn(actor, number, ManagementTask.RIGHTS);
    }

    private static List<Staff.Line> all(List<Staff.Line> found, Collection<PersonId> people) {
        if (found.size() < new HashSet<>(people).size()) {
            throw new NotFoundException("person");
        }
        return found;
    }

    private Staff.@Nullable Among among(Actor actor, Organisation entity) {
        List<Reach> reaches = authority.reaches(actor, entity.id(), ManagementTask.RIGHTS);
        if (authority.tasks(actor, entity.id(), null).contains(ManagementTask.RIGHTS)
                || reaches.stream().anyMatch(reach -> reach.only() == null)) {
            return null;
        }
        return new Staff.Among(
                reaches.stream()
                        .filter(reach -> reach.covers(null))
                        .map(reach -> reach.quality().id())
                        .collect(Collectors.toUnmodifiableSet()),
                reaches.stream()
                        .map(Reach::only)
                        .flatMap(Stream::ofNullable)
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
