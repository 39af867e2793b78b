package be.designations.insight;

import be.designations.access.AccessReaders;
import be.designations.access.CapacityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import be.designations.insight.AccessPages.PersonDetail;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A desk asks for the NISS of one person, says why, and that is written down before the number is shown (D31). */
@Service
@Transactional
public class NissEnquiry {

    static final String NISS_SHOWN = "person.niss-shown";

    private final AccessPages pages;
    private final AccessReaders readers;
    private final Directory directory;
    private final AuditLog audit;

    NissEnquiry(AccessPages pages, AccessReaders readers, Directory directory, AuditLog audit) {
        this.pages = pages;
        this.readers = readers;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * The person about whom the question may be asked.
     *
     * @throws NotFoundException   when there is nothing of that person that the actor may see
     * @throws NotAllowedException when the number is not for the actor, asked or not
     */
    public PersonDetail open(Actor actor, PersonId id) {
        PersonDetail person = pages.person(actor, id);
        if (person.niss() == null && !person.nissOnRequest()) {
            throw new NotAllowedException(Rejection.of("access.niss-not-for-you"));
        }
        return person;
    }

    /**
     * Shows the number. Whoever sees it without asking leaves no line.
     *
     * @param reason validated against the form {@code niss-enquiry}
     * @throws NotFoundException   when there is nothing of that person that the actor may see
     * @throws NotAllowedException when the number is not for the actor, asked or not
     */
    public Niss ask(Actor actor, PersonId id, String reason) {
        Niss seen = open(actor, id).niss();
        if (seen != null) {
            return seen;
        }
        CapacityKind desk = Objects.requireNonNull(readers.of(actor).desk(actor.actingFor()));
        audit.record(AuditEvent.of(NISS_SHOWN, "person", id.value())
                .by(actor)
                .changing(null, Map.of("reason", reason, "desk", desk.name())));
        return directory.person(id).niss();
    }
}
