package be.designations.imports;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.Rights;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.WorkingRelationship;
import be.designations.identifier.Niss;
import be.designations.imports.ImportLine.Wanted;
import be.designations.imports.ImportLine.WantedRight;
import be.designations.imports.ImportStore.Row;
import be.designations.management.Grant;
import be.designations.management.Grants;
import be.designations.management.NewTie;
import be.designations.management.People;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.Ties;
import be.designations.management.Verdict;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Does what a line wants, in the running transaction, for whoever brought or confirmed the file: by the operations by which they
 * would do it on a page. What is so already is passed over. <i>Source: D54, D55.</i>
 */
@Component
class RowWork {

    /** Where the fields of the operations stand in a file. */
    private static final Map<String, Column> OF_RELATIONSHIP = Map.of(
            "category", Column.CATEGORY,
            "email", Column.EMAIL,
            "phone", Column.PHONE,
            "firstDay", Column.RELATIONSHIP_FROM,
            "relationshipFirstDay", Column.RELATIONSHIP_FROM,
            "lastDay", Column.RELATIONSHIP_UNTIL,
            "relationshipLastDay", Column.RELATIONSHIP_UNTIL,
            "reason", Column.RELATIONSHIP_REASON,
            "niss", Column.NISS);

    private static final Map<String, Column> OF_RIGHT = Map.of(
            "roles", Column.ROLE,
            "firstDay", Column.RIGHT_FROM,
            "lastDay", Column.RIGHT_UNTIL,
            "context", Column.CONTEXT,
            "reason", Column.REASON,
            "niss", Column.NISS);

    private final Authority authority;
    private final Directory directory;
    private final AccessModel access;
    private final Rights rights;
    private final Catalogue catalogue;
    private final People people;
    private final Ties ties;
    private final Grants grants;
    private final AuditLog audit;
    private final Clock clock;

    RowWork(
            Authority authority,
            Directory directory,
            AccessModel access,
            Rights rights,
            Catalogue catalogue,
            People people,
            Ties ties,
            Grants grants,
            AuditLog audit,
            Clock clock) {
        this.authority = authority;
        this.directory = directory;
        this.access = access;
        this.rights = rights;
        this.catalogue = catalogue;
        this.people = people;
        this.ties = ties;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down that somebody looks at people whom nothing ties to the entity: these learn it (D31). They are not counted as
     * look-ups are (D32); too many of them, and too many that are nobody’s, stop the file instead.
     *
     * @return how many they are
     */
    int tellOfLookUps(ImportFile file, List<Row> rows) {
        Set<Niss> asked = rows.stream()
                .map(row -> ImportLine.of(row.cells(), Days.of(clock.instant())).line())
                .filter(Objects::nonNull)
                .map(ImportLine::niss)
                .collect(Collectors.toUnmodifiableSet());
        List<PersonId> found = asked.stream()
                .flatMap(niss -> directory.findPerson(niss).stream())
                .map(Person::id)
                .toList();
        List<PersonId> strangers = directory.ties(found, file.organisation()).entrySet().stream()
                .filter(person -> person.getValue().ties().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        strangers.forEach(person -> audit.record(AuditEvent.of("imports.person-looked-up", "person", person.value())
                .by(file.actor().person().value(), file.organisation().value())));
        return strangers.size();
    }

    /**
     * @return whether it changed anything
     * @throws LineRefusedException when a rule refuses any of it: the transaction is to be rolled back
     */
    boolean carryOut(ImportFile file, Row row) {
        Instant now = clock.instant();
        ImportLine.Read read = ImportLine.of(row.cells(), Days.of(now));
        ImportLine line = read.line();
        if (line == null) {
            throw new LineRefusedException(read.problems());
        }
        Organisation organisation = attempt(OF_RIGHT, () -> entity(file));
        Person person = attempt(OF_RIGHT, () -> people.require(line.niss(), organisation));
        Wanted relationship = line.relationship();
        WantedRight right = line.right();
        if (relationship == null && right == null && !isTied(person, organisation, now)) {
            throw new LineRefusedException(List.of(Problem.of(null, "imports.nothing-asked")));
        }
        boolean related = relationship != null
                && attempt(OF_RELATIONSHIP, () -> relate(file, organisation, person, relationship, now));
        boolean entitled = right != null && attempt(OF_RIGHT, () -> grant(file, organisation, person, right, now));
        return related || entitled;
    }

    /** The entity, as long as whoever brought the file manages all of it: days may lie between a file and its last line. */
    private Organisation entity(ImportFile file) {
        Actor actor = file.actor();
        if (directory.person(actor.person()).disabled()) {
            throw new NotFoundException("entity");
        }
        return authority.requireInEntity(
                actor, directory.organisation(file.organisation()).enterpriseNumber(), ManagementTask.RIGHTS);
    }

    /** Now or later: whoever is exported without a relationship and a right is so already when that is brought back. */
    private boolean isTied(Person person, Organisation organisation, Instant now) {
        return directory.ties(person.id(), organisation.id()).ties().stream()
                .anyMatch(tie -> tie.until() == null || tie.until().isAfter(now));
    }

    private boolean relate(ImportFile file, Organisation organisation, Person person, Wanted wanted, Instant now) {
        rights.lock(List.of(person.id()));
        LocalDate today = Days.of(now);
        LocalDate first = wanted.firstDay() == null ? today : wanted.firstDay();
        Instant until = Days.endOfPeriod(wanted.lastDay());
        Optional<WorkingRelationship> held = directory.relationships(List.of(person.id()), organisation.id()).stream()
                .filter(tie -> tie.category() == wanted.category() && !tie.isOver(now))
                .filter(tie -> overlaps(tie.from(), tie.until(), Days.startOf(first), until))
                .findFirst();
        if (held.isPresent()) {
            WorkingRelationship tie = held.get();
            boolean same = Objects.equals(tie.until(), until)
                    && (wanted.firstDay() == null
                            ? !tie.from().isAfter(now)
                            : Days.of(tie.from()).equals(first));
            if (!same) {
                throw new RejectedException(Rejection.ofField("imports.other-relationship", "category"));
            }
            return false;
        }
        ties.add(
                file.actor(),
                person,
                organisation,
                new NewTie(
                        new RelationshipDeclaration(
                                wanted.category(), wanted.email(), wanted.phone(), wanted.lastDay()),
                        first,
                        wanted.reason()));
        return true;
    }

    private boolean grant(ImportFile file, Organisation organisation, Person person, WantedRight wanted, Instant now) {
        if (holds(organisation, person, wanted, now)) {
            return false;
        }
        LocalDate first = wanted.firstDay() == null ? Days.of(now) : wanted.firstDay();
        boolean takesContext = catalogue.roles(Set.of(wanted.role())).stream().anyMatch(Role::takesContext);
        Grant grant = new Grant(
                Set.of(wanted.role()),
                wanted.context(),
                wanted.everywhere() && takesContext,
                null,
                first,
                wanted.lastDay(),
                wanted.reason());
        Verdict verdict = grants.carryOut(file.actor(), organisation.enterpriseNumber(), grant, List.of(person.id()))
                .get(0);
        return switch (verdict.outcome()) {
            case DONE -> true;
            case NEEDLESS -> false;
            case REFUSED -> throw new RejectedException(Objects.requireNonNull(verdict.why()));
        };
    }

    /** Whether the person has just that right, whenever it began: a file that was written here says since when. */
    private boolean holds(Organisation organisation, Person person, WantedRight wanted, Instant now) {
        if (wanted.firstDay() == null) {
            return false;
        }
        Instant until = Days.endOfPeriod(wanted.lastDay());
        return access.qualitiesOf(List.of(organisation.id())).stream()
                .map(Quality::id)
                .flatMap(quality -> rights.of(quality, List.of(person.id()), now).stream())
                .anyMatch(right -> right.role().equals(wanted.role())
                        && right.context().equals(wanted.context())
                        && Objects.equals(right.until(), until)
                        && Days.of(right.from()).equals(wanted.firstDay()));
    }

    private static boolean overlaps(
            Instant from, @Nullable Instant until, Instant otherFrom, @Nullable Instant otherUntil) {
        return (until == null || until.isAfter(otherFrom)) && (otherUntil == null || from.isBefore(otherUntil));
    }

    /** An operation, with its refusals told of the columns. */
    private static <T> T attempt(Map<String, Column> columns, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RejectedException refused) {
            List<Problem> problems = new ArrayList<>();
            refused.rejections()
                    .forEach(rejection -> problems.add(
                            Problem.of(rejection, rejection.field() == null ? null : columns.get(rejection.field()))));
            throw new LineRefusedException(problems);
        } catch (NotAllowedException notAllowed) {
            throw new LineRefusedException(List.of(Problem.of(notAllowed.rejection(), null)));
        } catch (NotFoundException gone) {
            throw new LineRefusedException(List.of(Problem.of(null, "imports.not-yours-any-more")));
        } catch (DataIntegrityViolationException conflict) {
            throw new LineRefusedException(List.of(Problem.of(null, "imports.in-conflict")));
        }
    }
}
