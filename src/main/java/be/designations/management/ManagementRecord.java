package be.designations.management;

import be.designations.access.Basis;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what managers decide: the decision that access rests on, and the log. */
@Component
class ManagementRecord {

    private final AuditLog audit;

    ManagementRecord(AuditLog audit) {
        this.audit = audit;
    }

    /** A single decision of a manager, outside any dossier. */
    Basis decision(String operation, Actor actor, Instant at, @Nullable String legalBasis, @Nullable String reason) {
        return Basis.of(null, operation, actor.person(), at, legalBasis, Words.ofReason(reason));
    }

    void designated(
            Actor actor,
            Place place,
            ResponsibilityKind kind,
            UUID responsibility,
            PersonId person,
            @Nullable PersonId former,
            Basis basis) {
        audit.record(
                by(actor, place, AuditEvent.of("management." + basis.operation(), "responsibility", responsibility))
                        .changing(former == null ? null : Map.of("person", former.value()), of(kind, place, person))
                        .justifiedBy(basis.id().value()));
    }

    /** @param operation what happened to that responsibility */
    void changed(String operation, Actor actor, Place place, Responsibility held, Basis basis) {
        audit.record(by(actor, place, AuditEvent.of(operation, "responsibility", held.id()))
                .changing(of(held.kind(), place, held.person()), null)
                .justifiedBy(basis.id().value()));
    }

    void carriedOut(Actor actor, Place place, UserAction action, Collection<Verdict> done, Basis basis) {
        for (Verdict verdict : done) {
            Map<String, Object> what = of(ResponsibilityKind.USER, place, verdict.person());
            if (!verdict.roles().isEmpty()) {
                what.put("roles", verdict.roles());
            }
            what.putAll(action.recorded());
            audit.record(by(
                            actor,
                            place,
                            AuditEvent.of(
                                    "management." + basis.operation(),
                                    "person",
                                    verdict.person().value()))
                    .changing(action.gives() ? null : what, action.gives() ? what : null)
                    .justifiedBy(basis.id().value()));
        }
    }

    /** A right goes on until that instant. */
    void extended(Actor actor, Place place, Right right, Instant end, Basis basis) {
        Map<String, Object> before = of(ResponsibilityKind.USER, place, right.person());
        before.put("roles", List.of(right.role()));
        Map<String, Object> after = new TreeMap<>(before);
        before.put("until", String.valueOf(right.until()));
        after.put("until", end.toString());
        audit.record(by(actor, place, AuditEvent.of("management." + basis.operation(), "right", right.id()))
                .changing(before, after)
                .justifiedBy(basis.id().value()));
    }

    /** A change of data that no access rests on. */
    void edited(
            String operation,
            Actor actor,
            Place place,
            String subjectType,
            UUID subject,
            @Nullable Map<String, ?> before,
            Map<String, ?> after) {
        audit.record(
                by(actor, place, AuditEvent.of(operation, subjectType, subject)).changing(before, after));
    }

    /** Somebody looked at data and left them as they are. */
    void confirmed(String operation, Actor actor, Place place, String subjectType, UUID subject) {
        audit.record(by(actor, place, AuditEvent.of(operation, subjectType, subject)));
    }

    /** Whether one of these operations was done to it since then. */
    boolean wasDone(String subjectType, UUID subject, Instant since, String... operations) {
        return audit.wasDone(subjectType, subject, since, operations);
    }

    private static AuditEvent by(Actor actor, Place place, AuditEvent event) {
        return event.by(actor.person().value(), place.organisation().id().value());
    }

    private static Map<String, Object> of(ResponsibilityKind kind, Place place, PersonId person) {
        Map<String, Object> what = new TreeMap<>();
        what.put("kind", kind.name());
        what.put("person", person.value());
        what.put("organisation", place.organisation().id().value());
        if (place.quality() != null) {
            what.put("quality", place.quality().id().value());
        }
        if (place.subdivision() != null) {
            what.put("subdivision", place.subdivision().id().value());
        }
        if (place.domain() != null) {
            what.put("domain", place.domain().code().value());
        }
        return what;
    }
}
