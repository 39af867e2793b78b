package be.designations.dpd;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.TimelineEntry;
import be.designations.directory.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an operation leaves behind besides the application: the status of the dossier, its timeline, the audit log. */
@Component
class DpdTrail {

    private static final String SUBJECT = "dpd-application";

    private final Cases cases;
    private final AuditLog audit;

    DpdTrail(Cases cases, AuditLog audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** Something a person did to a draft: nothing of it shows in a dossier. */
    void audit(Actor actor, DpdApplication application, String operation) {
        audit.record(AuditEvent.of(operation, SUBJECT, application.id().value())
                .by(actor.person().value(), application.organisation().value()));
    }

    /** Something a person did to an application. */
    CaseFile record(
            Actor actor,
            DpdApplication before,
            DpdApplication after,
            CaseFile dossier,
            String event,
            @Nullable String reason) {
        cases.record(
                dossier.id(),
                new TimelineEntry(after.lastChangedAt(), event, actor.person(), actor.actingFor(), reason));
        audit.record(event(event, before, after)
                .by(
                        actor.person().value(),
                        actor.actingFor() == null ? null : actor.actingFor().value()));
        return move(after, dossier);
    }

    /** Something that the process or a deadline did to an application. */
    CaseFile record(DpdApplication before, DpdApplication after, CaseFile dossier, String event) {
        cases.record(dossier.id(), new TimelineEntry(after.lastChangedAt(), event, null, null, null));
        audit.record(event(event, before, after));
        return move(after, dossier);
    }

    private CaseFile move(DpdApplication application, CaseFile dossier) {
        String status = application.status().code();
        if (application.status().isLast()) {
            cases.close(dossier.id(), status, application.lastChangedAt());
        } else {
            cases.moveTo(dossier.id(), status, application.lastChangedAt());
        }
        return dossier;
    }

    private static AuditEvent event(String operation, DpdApplication before, DpdApplication after) {
        return AuditEvent.of(operation, SUBJECT, after.id().value())
                .changing(
                        Map.of("status", before.status(), "version", before.version()),
                        Map.of("status", after.status(), "version", after.version()));
    }
}
