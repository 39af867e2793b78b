package be.designations.decisions.persistence;

import be.designations.access.Translated;
import be.designations.decisions.Asker;
import be.designations.decisions.Decision.DecidedBy;
import be.designations.decisions.Decision.GivenProfile;
import be.designations.decisions.Decision.Ground;
import be.designations.decisions.Decision.Standing;
import be.designations.decisions.DecisionProperties;
import be.designations.decisions.DecisionStore;
import be.designations.decisions.FunctionSource;
import be.designations.decisions.Question;
import be.designations.decisions.Where;
import be.designations.directory.SignInLevel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * One statement for any number of questions, of all who ask at the same moment, each answered by a few index entries of the person: what they hold of the asker's
 * roles, and of what they are local manager. It finds and does not weigh: to rank in SQL took more than twice as long.
 */
@Repository
class JdbcDecisionStore implements DecisionStore {

    private static final String BY_ID = "select p.id, p.disabled_at from person p where p.id = asked.person";

    /** Whoever has that number now, or is kept under one that was replaced by it: as the pages find people. */
    static final String WHOSE_NUMBER = """
            coalesce((select n.id from withdrawn_niss w join person n on n.niss = w.replaced_by where w.niss = %1$s),
                     (select n.id from person n where n.niss = %1$s),
                     (select n.id from withdrawn_niss w join person n on n.niss = w.niss where w.replaced_by = %1$s limit 1))""";

    private static final String BY_NUMBER = """

            union all
            select p.id, p.disabled_at from person p where p.id =\s""" + WHOSE_NUMBER.formatted("asked.niss");

    /** As where people open their applications: a local manager has what any role of it could be granted for there. */
    static final String FITS_THE_ENTITY = """
            coalesce((select bool_or(f.only_for is null or f.only_for = o.kind or may_have_desk(o.id, f.only_for)) from role f
                       where f.retired_at is null
                         and (f.application_code = i.code
                              or exists (select 1 from role_also_opens x
                                          where x.role_code = f.code and x.application_code = i.code))), true)""";

    private static final String IN_PLACE = """
            (asked.entity is null or asked.entity = o.enterprise_number)
            and (asked.quality is null or asked.quality = q.id)
            and (asked.quality_kind is null or asked.quality_kind = q.kind)""";

    private static final String IN_UNIT = """

            and (asked.unit is null
                 or (%s) and exists (select 1 from establishment_unit e
                                      where e.number = asked.unit and e.organisation_id = o.id and e.valid_from <= asked.at
                                        and (e.valid_until is null or e.valid_until > asked.at)))""";

    private static final String RIGHTS = """
            select a.id, 'USER' as capacity, a.role_code, null as application, a.quality_id, a.valid_from, a.valid_until,
                   a.basis_id as given_by, a.ended_basis_id as ended_by, a.establishment_units, o.enterprise_number,
                   q.kind as quality_kind, %s as here
              from (select * from role_assignment a
                     where a.person_id = who.id and a.role_code = any(asked.roles) offset 0) a
              join quality q on q.id = a.quality_id
              join organisation o on o.id = q.organisation_id""";

    private static final String MANAGERS = """

            union all
            select u.id, u.kind, null, i.code, u.quality_id, u.valid_from, u.valid_until, u.basis_id, u.ended_basis_id, '{}',
                   o.enterprise_number, q.kind, %s
              from responsibility u
              join quality q on q.id = u.quality_id
              join organisation o on o.id = q.organisation_id
              join application i on i.quality_kind = q.kind and i.retired_at is null and i.code = any(asked.applications)
             where u.person_id = who.id and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
               and (asked.capacity is null or asked.capacity = u.kind)
               and\s""" + FITS_THE_ENTITY;

    /**
     * What says {@code offset 0} is looked up by itself, by all that is known of it: joined freely, all that a person has was read first.
     * Who is blocked is so in one responsibility of the quality, and once at a time: constraints see to that.
     */
    private static final String SQL = """
            select asked.n, who.id as person_id, who.disabled_at, held.*, block.blocked_from as blocked_since%s%s
              from json_to_recordset(cast(? as json))
                   as asked (n integer, person uuid, niss char(11), capacity text, entity char(10), quality uuid, quality_kind text,
                             unit char(10), at timestamptz, roles text[], applications text[], function text)
              left join lateral (%s) who on true
              left join lateral (%s) held on true
              left join lateral (
                    select u.id from responsibility u
                     where u.person_id = who.id and u.quality_id = held.quality_id
                       and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')
                       and u.valid_from <= asked.at and (u.valid_until is null or u.valid_until > asked.at) offset 0) u on true
              left join responsibility_block block
                     on block.responsibility_id = u.id and block.blocked_from <= asked.at
                        and (block.blocked_until is null or block.blocked_until > asked.at)%s%s""";

    private static final String BASIS_COLUMNS =
            ", basis.id as basis_id, basis.operation, basis.decided_at, basis.legal_basis, dossier.dossier_number";

    private static final String BASIS = """

            left join basis on basis.id = case when held.valid_until <= asked.at then coalesce(held.ended_by, held.given_by)
                                               when held.valid_from <= asked.at then coalesce(block.basis_id, held.given_by)
                                               else held.given_by end
            left join case_file dossier on dossier.id = basis.case_id""";

    private static final String FUNCTION_COLUMNS =
            ", fn.withdrawn, entry.entered, entry.stands, entry.inactive_since, entry.profiles";

    private static final String FUNCTION = """

            left join lateral (%s) fn on true
            left join lateral (select true as entered, its.* from (%s) its) entry on asked.function is not null""";

    private static final JsonMapper JSON = new JsonMapper();

    /** Questions in one statement; one takes some 50 µs, and nobody waits for many others. */
    private static final int LARGEST = 64;

    private final JdbcTemplate jdbc;
    private final Together<Collector> together;
    private final String function;
    /** Put together once. */
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    JdbcDecisionStore(
            @Qualifier(DecisionPool.NAME) DataSource database,
            DecisionProperties properties,
            FunctionSource functions) {
        this.jdbc = new JdbcTemplate(database);
        this.function = FUNCTION.formatted(
                functions.known("asked.function", "asked.at"),
                functions.held("who.id", "held.quality_id", "asked.function", "asked.at"));
        // The other connections are for those who search and follow.
        this.together = new Together<>(this::find, (properties.poolSize() + 1) / 2, LARGEST);
    }

    /** Which parts a statement has: those only that its questions need. */
    private record Shape(boolean basis, boolean numbers, boolean managers, boolean units, boolean functions) {

        static Shape of(List<Collector> asked) {
            return new Shape(
                    asked.stream().anyMatch(one -> one.seesBasis),
                    asked.stream().anyMatch(one -> one.question.niss() != null),
                    asked.stream().anyMatch(one -> !one.applications.isEmpty()),
                    asked.stream().anyMatch(one -> one.question.where().unit() != null),
                    asked.stream().anyMatch(one -> one.question.function() != null));
        }

        String statement(String function) {
            String rights =
                    RIGHTS.formatted(place("a.establishment_units = '{}' or asked.unit = any(a.establishment_units)"));
            return SQL.formatted(
                    basis ? BASIS_COLUMNS : "",
                    functions ? FUNCTION_COLUMNS : "",
                    numbers ? BY_ID + BY_NUMBER : BY_ID,
                    managers ? rights + MANAGERS.formatted(place("true")) : rights,
                    basis ? BASIS : "",
                    functions ? function : "");
        }

        private String place(String ofUnit) {
            return units ? IN_PLACE + IN_UNIT.formatted(ofUnit) : IN_PLACE;
        }
    }

    @Override
    public List<Found> find(Asker asker, List<Question> questions) {
        List<Collector> asked = questions.stream()
                .map(question -> new Collector(asker, question))
                .toList();
        together.run(asked);
        return asked.stream().map(Collector::found).toList();
    }

    private void find(List<Collector> asked) {
        ArrayNode questions = JsonNodeFactory.instance.arrayNode(asked.size());
        for (Collector one : asked) {
            one.describe(questions.addObject().put("n", questions.size()));
        }
        jdbc.query(
                statements.computeIfAbsent(Shape.of(asked), shape -> shape.statement(function)),
                row -> {
                    asked.get(row.getInt("n") - 1).add(row);
                },
                questions.toString());
    }

    /** Codes have letters, digits and underscores only. */
    static String array(Collection<String> codes) {
        return '{' + String.join(",", codes) + '}';
    }

    /** What was found for one question. */
    private static final class Collector {

        private final Question question;
        private final boolean seesBasis;
        private final Map<String, SignInLevel> roles;
        private final Map<String, SignInLevel> applications;
        private final List<Held> held = new ArrayList<>();
        private @Nullable UUID person;
        private boolean disabled;
        private @Nullable Known known;

        Collector(Asker asker, Question question) {
            this.question = question;
            this.seesBasis = asker.seesBasis();
            this.roles = asker.rolesCounting(question);
            this.applications = asker.applicationsCounting(question);
        }

        void describe(ObjectNode asked) {
            Where where = question.where();
            put(asked, "person", question.person());
            put(asked, "niss", question.niss());
            put(asked, "capacity", question.capacity());
            put(asked, "function", question.function());
            put(asked, "entity", where.entity());
            put(asked, "quality", where.quality());
            put(asked, "quality_kind", where.qualityKind());
            put(asked, "unit", where.unit());
            put(asked, "at", question.at());
            roles.keySet().forEach(asked.putArray("roles")::add);
            applications.keySet().forEach(asked.putArray("applications")::add);
        }

        private static void put(ObjectNode asked, String name, @Nullable Object value) {
            if (value != null) {
                asked.put(name, value.toString());
            }
        }

        void add(ResultSet row) throws SQLException {
            person = row.getObject("person_id", UUID.class);
            Instant since = instant(row.getTimestamp("disabled_at"));
            disabled = since != null && !since.isAfter(question.at());
            boolean inside = question.function() != null;
            known = inside ? known(row) : null;
            UUID id = row.getObject("id", UUID.class);
            if (id != null) {
                held.add(new Held(row.getBoolean("here"), ground(id, row), inside ? standing(row) : null));
            }
        }

        private static Known known(ResultSet row) throws SQLException {
            boolean withdrawn = row.getBoolean("withdrawn");
            return row.wasNull() ? Known.NONE : withdrawn ? Known.WITHDRAWN : Known.IN_TREE;
        }

        private Standing standing(ResultSet row) throws SQLException {
            String profiles = row.getString("profiles");
            return new Standing(
                    row.getBoolean("entered"),
                    row.getBoolean("stands"),
                    instant(row.getTimestamp("inactive_since")),
                    profiles != null,
                    profiles != null && seesBasis ? given(profiles) : List.of());
        }

        private Ground ground(UUID id, ResultSet row) throws SQLException {
            String role = row.getString("role_code");
            SignInLevel needed = role == null ? applications.get(row.getString("application")) : roles.get(role);
            return new Ground(
                    id,
                    row.getString("capacity"),
                    role,
                    row.getString("enterprise_number"),
                    row.getObject("quality_id", UUID.class),
                    row.getString("quality_kind"),
                    List.of((String[]) row.getArray("establishment_units").getArray()),
                    (needed == null ? SignInLevel.EID : needed).value(),
                    row.getTimestamp("valid_from").toInstant(),
                    instant(row.getTimestamp("valid_until")),
                    instant(row.getTimestamp("blocked_since")),
                    seesBasis ? decidedBy(row) : null);
        }

        Found found() {
            return new Found(person, disabled, known, held);
        }
    }

    private static List<GivenProfile> given(String profiles) {
        List<GivenProfile> given = new ArrayList<>();
        try {
            for (JsonNode one : JSON.readTree(profiles)) {
                given.add(new GivenProfile(
                        UUID.fromString(one.get("id").textValue()),
                        new Translated(
                                one.get("fr").textValue(),
                                one.get("nl").textValue(),
                                one.get("de").textValue()),
                        OffsetDateTime.parse(one.get("since").textValue()).toInstant()));
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return given;
    }

    private static @Nullable DecidedBy decidedBy(ResultSet row) throws SQLException {
        UUID id = row.getObject("basis_id", UUID.class);
        return id == null
                ? null
                : new DecidedBy(
                        id,
                        row.getString("operation"),
                        row.getString("dossier_number"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("legal_basis"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
