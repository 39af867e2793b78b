package be.designations.primaweb;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who did what with profiles, in the name of which CPAS. */
@Component
class PrimaWebRecord {

    private final AuditLog audit;

    PrimaWebRecord(AuditLog audit) {
        this.audit = audit;
    }

    void ofProfile(String what, Actor actor, Cpas cpas, @Nullable Profile before, @Nullable Profile after) {
        Profile profile = after == null ? before : after;
        if (profile != null) {
            audit.record(by(
                            actor,
                            cpas,
                            AuditEvent.of(
                                    "primaweb.profile-" + what,
                                    "primaweb-profile",
                                    profile.id().value()))
                    .changing(values(before), values(after)));
        }
    }

    void ofUser(String what, Actor actor, Cpas cpas, PersonId person, @Nullable Object before, @Nullable Object after) {
        audit.record(by(actor, cpas, AuditEvent.of("primaweb." + what, "person", person.value()))
                .changing(
                        before == null ? null : Map.of("profiles", before),
                        after == null ? null : Map.of("profiles", after)));
    }

    private static AuditEvent by(Actor actor, Cpas cpas, AuditEvent event) {
        return event.by(actor.person().value(), cpas.organisation().id().value());
    }

    private static @Nullable Map<String, Object> values(@Nullable Profile profile) {
        if (profile == null) {
            return null;
        }
        Map<String, Object> values = new TreeMap<>();
        values.put("name", profile.name());
        values.put("functions", profile.functions().stream().sorted().toList());
        values.put("version", profile.version());
        return values;
    }
}
