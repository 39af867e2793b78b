package be.designations.casework;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change leaves behind besides itself: the status of the dossier, its history, the audit log. */
@Component
public class CaseTrail {

    private final Cases cases;
    private final AuditLog audit;

    CaseTrail(Cases cases, AuditLog audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** Something that the process or a deadline did. */
    public void happened(CaseFile dossier, CaseContent content, Change change, Instant at) {
        happened(dossier, content, change, null, null, null, at);
    }

    /** A person opened the dossier. */
    public void opened(CaseFile dossier, CaseContent content, Change change, Actor actor, Instant at) {
        happened(dossier, content, change, actor, at);
    }

    /** A person did something. */
    void happened(CaseFile dossier, CaseContent content, Change change, Actor actor, Instant at) {
        happened(dossier, content, change, actor.person(), actor.inPlaceOf(), actor.actingFor(), at);
    }

    /** Something that follows from the word of a person, be it at another page. */
    public void happened(
            CaseFile dossier,
            CaseContent content,
            Change change,
            @Nullable PersonId by,
            @Nullable OrganisationId actingFor,
            Instant at) {
        happened(dossier, content, change, by, null, actingFor, at);
    }

    /** The same, from the word of a deputy of that person, or of nobody’s. */
    public void happened(
            CaseFile dossier,
            CaseContent content,
            Change change,
            @Nullable PersonId by,
            @Nullable PersonId inPlaceOf,
            @Nullable OrganisationId actingFor,
            Instant at) {
        cases.record(dossier.id(), new TimelineEntry(at, change.event(), by, actingFor, change.reason(), inPlaceOf));
        audit.record(audited(dossier, content, change, by, inPlaceOf, actingFor));
        CaseStatus status = change.status();
        if (status != null && (status.isLast() || change.moves(dossier))) {
            cases.moveTo(dossier.id(), status, at);
        }
    }

    /** Something that only stands in the history. */
    public void note(CaseFile dossier, String event, Instant at) {
        cases.record(dossier.id(), new TimelineEntry(at, event, null, null, null, null));
    }

    /** Somebody's hand on the dossier that changes nothing in it. */
    void handled(CaseFile dossier, String event, Actor actor, @Nullable OrganisationId actingFor, Instant at) {
        cases.record(dossier.id(), new TimelineEntry(at, event, actor.person(), actingFor, null, actor.inPlaceOf()));
    }

    /** The work of the dossier went to a colleague. What was said to them stays between colleagues. */
    void handedOver(
            CaseFile dossier,
            CaseContent content,
            Actor actor,
            @Nullable OrganisationId actingFor,
            PersonId colleague,
            Instant at) {
        handled(dossier, "case.handed-over", actor, actingFor, at);
        cases.record(dossier.id(), new TimelineEntry(at, "case.entrusted", colleague, actingFor, null, null));
        audit.record(AuditEvent.of("case.handed-over", content.subject(), content.subjectId())
                .by(actor)
                .changing(null, Map.of("colleague", colleague.value().toString())));
    }

    /** Somebody had the work who may not do it any more. */
    void holderLost(
            CaseFile dossier, CaseContent content, PersonId holder, @Nullable OrganisationId office, Instant at) {
        cases.record(dossier.id(), new TimelineEntry(at, "case.holder-lost", null, office, null, null));
        audit.record(AuditEvent.of("case.holder-lost", content.subject(), content.subjectId())
                .changing(Map.of("colleague", holder.value().toString()), null));
    }

    private static AuditEvent audited(
            CaseFile dossier,
            CaseContent content,
            Change change,
            @Nullable PersonId by,
            @Nullable PersonId inPlaceOf,
            @Nullable OrganisationId actingFor) {
        CaseStatus status = change.status();
        AuditEvent said = change.audited();
        AuditEvent event = said != null
                ? said
                : AuditEvent.of(change.event(), content.subject(), content.subjectId())
                        .changing(
                                Map.of("status", dossier.status()),
                                Map.of("status", status == null ? dossier.status() : status.code()));
        UUID organisation = actingFor == null ? null : actingFor.value();
        return by == null || event.actorPerson() != null
                ? event
                : event.by(by.value(), organisation).onBehalfOf(inPlaceOf == null ? null : inPlaceOf.value());
    }
}
