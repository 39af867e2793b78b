package be.designations.insight;

import be.designations.access.CapacityKind;
import be.designations.access.QualityId;
import be.designations.access.Sight;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditFilter;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what readers see of people by their desk alone (D31), in the transaction that reads it: a reader and a subject
 * once a day, since a desk turns many pages and the log is kept for ever. Who reads what they manage leaves no line.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DeskReads {

    static final String PERSON_READ = "person.read";

    private final AuditLog audit;
    private final Clock clock;

    DeskReads(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The page of a person, or their history. */
    void ofPerson(Actor actor, Sight sight, PersonId person) {
        record(actor, sight, PERSON_READ, "person", person.value());
    }

    /** A list of users of a quality, now or on another day. */
    public void ofUsers(Actor actor, Sight sight, OrganisationId organisation, QualityId quality) {
        if (sight.withoutDesk().users(organisation, quality) != Sight.Users.ALL) {
            record(actor, sight, "quality.users-read", "quality", quality.value());
        }
    }

    /** A list of the people of an entity, now or on another day. */
    public void ofPeople(Actor actor, Sight sight, OrganisationId organisation) {
        if (!sight.withoutDesk().seeksPeople(organisation)) {
            record(actor, sight, "entity.users-read", "organisation", organisation.value());
        }
    }

    private void record(Actor actor, Sight sight, String operation, String subjectType, UUID subject) {
        CapacityKind desk = sight.desk(actor.actingFor());
        if (!sight.everything() || desk == null || wasRecordedToday(actor, operation, subjectType, subject)) {
            return;
        }
        audit.record(
                AuditEvent.of(operation, subjectType, subject).by(actor).changing(null, Map.of("desk", desk.name())));
    }

    private boolean wasRecordedToday(Actor actor, String operation, String subjectType, UUID subject) {
        Instant today = Days.startOf(Days.of(clock.instant()));
        var before =
                new AuditFilter(subjectType, subject.toString(), actor.person().value(), operation, today, null);
        return !audit.search(before, null, 1).entries().isEmpty();
    }
}
