package be.designations.principalmanager;

import be.designations.access.Basis;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.TimelineEntry;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an operation leaves behind besides the request: the status of the dossier, its timeline, the audit log. */
@Component
class PrincipalManagerTrail {

    private static final String SUBJECT = "principal-manager-request";

    private final Cases cases;
    private final AuditLog audit;

    PrincipalManagerTrail(Cases cases, AuditLog audit) {
        this.cases = cases;
        this.audit = audit;
    }

    void filed(Actor actor, CaseFile dossier, PrincipalManagerRequest request) {
        String event = request.isSpecial() ? "principal-manager.mandate-claimed" : "principal-manager.filed";
        cases.record(dossier.id(), new TimelineEntry(request.filedAt(), event, actor.person(), null, null));
        audit.record(of(event, request)
                .by(actor.person().value(), null)
                .changing(
                        null,
                        Map.of(
                                "organisation", request.organisation().value(),
                                "manager", request.manager().value(),
                                "register", String.valueOf(request.registerAnswer()))));
    }

    /** Somebody named that person by number and name. */
    void lookedUp(Actor actor, PersonId person) {
        audit.record(AuditEvent.of("principal-manager.person-looked-up", "person", person.value())
                .by(actor.person().value(), null));
    }

    void withdrawn(Actor actor, CaseFile dossier, PrincipalManagerRequest request, @Nullable String reason) {
        happened(dossier, request, "principal-manager.withdrawn", actor, reason);
    }

    void verified(Actor actor, CaseFile dossier, PrincipalManagerRequest request) {
        var verdict = Objects.requireNonNull(request.verdict());
        happened(
                dossier,
                request,
                verdict.accepted() ? "principal-manager.mandate-verified" : "principal-manager.mandate-refused",
                actor,
                verdict.reason());
    }

    /** Something that the process did. */
    void happened(CaseFile dossier, PrincipalManagerRequest request, String event, Instant at) {
        cases.record(dossier.id(), new TimelineEntry(at, event, null, null, null));
        audit.record(of(event, request));
        move(dossier, request, at);
    }

    void designated(CaseFile dossier, PrincipalManagerRequest request, UUID responsibility, Basis basis) {
        cases.record(
                dossier.id(),
                new TimelineEntry(basis.decidedAt(), "principal-manager.designated", basis.decidedBy(), null, null));
        PersonId former = request.formerManager();
        PersonId by = basis.decidedBy();
        AuditEvent event = AuditEvent.of("principal-manager.designated", "responsibility", responsibility)
                .changing(
                        former == null ? null : Map.of("person", former.value()),
                        Map.of(
                                "person", request.manager().value(),
                                "organisation", request.organisation().value()))
                .justifiedBy(basis.id().value());
        audit.record(by == null ? event : event.by(by.value(), null));
        move(dossier, request, basis.decidedAt());
    }

    private void happened(
            CaseFile dossier, PrincipalManagerRequest request, String event, Actor actor, @Nullable String reason) {
        Instant at = request.settledAt() == null
                ? Objects.requireNonNull(request.verdict()).at()
                : request.settledAt();
        cases.record(dossier.id(), new TimelineEntry(at, event, actor.person(), actor.actingFor(), reason));
        audit.record(of(event, request)
                .by(
                        actor.person().value(),
                        actor.actingFor() == null ? null : actor.actingFor().value()));
        move(dossier, request, at);
    }

    private void move(CaseFile dossier, PrincipalManagerRequest request, Instant at) {
        if (request.status().isOpen()) {
            cases.moveTo(dossier.id(), request.status().code(), at);
        } else {
            cases.close(dossier.id(), request.status().code(), at);
        }
    }

    private static AuditEvent of(String operation, PrincipalManagerRequest request) {
        return AuditEvent.of(operation, SUBJECT, request.id().value());
    }
}
