package be.designations.upkeep;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.audit.NissMask;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches of the audit log that somebody of support keeps under a name, for themselves alone. */
@Service
@Transactional
public class SavedSearches {

    private static final int LONGEST_NAME = 80;
    private static final int MOST = 30;
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Capacities capacities;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, Capacities capacities, AuditLog audit, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.capacities = capacities;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** @param asked what is typed in each field that is not empty */
    public record SavedSearch(UUID id, String name, SortedMap<String, String> asked) {}

    /**
     * The actor’s own, by name.
     *
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional(readOnly = true)
    public List<SavedSearch> own(Actor actor) {
        requireSupport(actor);
        return jdbc.sql("select id, name, asked from audit_saved_search where person_id = :person order by lower(name)")
                .param("person", actor.person().value())
                .query(this::saved)
                .list();
    }

    /**
     * Keeps a search; another one of that name gives way.
     *
     * @throws RejectedException   when it has no name, asks nothing, holds a NISS, or there are 30 already
     * @throws NotAllowedException for anybody but support staff
     */
    public void save(Actor actor, String name, Map<String, String> asked) {
        List<SavedSearch> own = own(actor);
        String called = Typed.line(name);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new RejectedException(Rejection.ofField("operations.search-unnamed", "name", LONGEST_NAME));
        }
        SortedMap<String, String> fields = new TreeMap<>(asked);
        fields.values().removeIf(String::isBlank);
        if (fields.isEmpty()) {
            throw new RejectedException(Rejection.ofField("operations.search-empty", "name"));
        }
        if (NissMask.isNeededFor(called) || fields.values().stream().anyMatch(NissMask::isNeededFor)) {
            throw new RejectedException(Rejection.ofField("operations.search-niss", "name"));
        }
        if (own.size() >= MOST && own.stream().noneMatch(search -> search.name().equalsIgnoreCase(called))) {
            throw new RejectedException(Rejection.ofField("operations.searches-full", "name", MOST));
        }
        jdbc.sql("""
                        insert into audit_saved_search (id, person_id, name, asked, saved_at)
                        values (:id, :person, :name, cast(:asked as jsonb), :at)
                        on conflict (person_id, lower(name)) do update
                           set name = excluded.name, asked = excluded.asked, saved_at = excluded.saved_at""")
                .param("id", UUID.randomUUID())
                .param("person", actor.person().value())
                .param("name", called)
                .param("asked", written(fields))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.record(
                AuditEvent.of("audit.search-saved", "person", actor.person().value())
                        .by(actor)
                        .changing(null, fields));
    }

    /**
     * @throws NotFoundException   when the actor has none of that id
     * @throws NotAllowedException for anybody but support staff
     */
    public void remove(Actor actor, UUID id) {
        requireSupport(actor);
        int removed = jdbc.sql("delete from audit_saved_search where id = :id and person_id = :person")
                .param("id", id)
                .param("person", actor.person().value())
                .update();
        if (removed == 0) {
            throw new NotFoundException("search");
        }
        audit.record(
                AuditEvent.of("audit.search-removed", "person", actor.person().value())
                        .by(actor));
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    private SavedSearch saved(ResultSet row, int number) throws SQLException {
        try {
            return new SavedSearch(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    json.readValue(row.getString("asked"), FIELDS));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private String written(SortedMap<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
