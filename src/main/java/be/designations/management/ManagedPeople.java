package be.designations.management;

import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.ManagementTask;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Staff;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of an entity as those see them who manage rights there: whoever manages the entity or a whole quality all of them,
 * managers of subdivisions and of domains the users within their reach. <i>Source: S003 (“Toon alle personen”), D5, D49.</i>
 */
@Service
@Transactional(readOnly = true)
public class ManagedPeople {

    private final Authority authority;
    private final Staff staff;
    private final Clock clock;

    ManagedPeople(Authority authority, Staff staff, Clock clock) {
        this.authority = authority;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * A page of them.
     *
     * @throws NotFoundException   when there is no such entity, or the actor is nothing there
     * @throws NotAllowedException when the actor manages no rights there
     */
    public Staff.Page page(Actor actor, EnterpriseNumber number, Staff.Filter filter) {
        Organisation entity = entity(actor, number);
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
        return all(staff.of(entity(actor, number).id(), null, people, clock.instant()), people);
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
