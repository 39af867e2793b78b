package be.designations.decisions.persistence;

import be.designations.decisions.Asker;
import be.designations.decisions.Decision;
import be.designations.decisions.Decision.DecidedBy;
import be.designations.decisions.Decision.Ground;
import be.designations.decisions.DecisionStore;
import be.designations.decisions.Question;
import be.designations.decisions.Reason;
import be.designations.directory.SignInLevel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * One statement for any number of questions, each answered by a few index entries of the person: what they hold of the asker's
 * roles, and of what they are local manager. The order of {@code outcome} is that of the reasons below: what comes closest to a
 * permit is told.
 */
@Repository
class JdbcDecisionStore implements DecisionStore {

    private static final String ROW = """
            (cast(? as integer), cast(? as uuid), cast(? as char(11)), cast(? as text), cast(? as char(10)), cast(? as uuid),
             cast(? as text), cast(? as char(10)), cast(? as integer), cast(? as timestamptz), cast(? as text[]),
             cast(? as integer[]), cast(? as text[]), cast(? as integer[]))""";

    private static final String BY_ID = "select p.id, p.disabled_at from person p where p.id = asked.person";

    private static final String BY_NUMBER = """

            union all
            select p.id, p.disabled_at from person p
             where p.niss = coalesce((select w.replaced_by from withdrawn_niss w where w.niss = asked.niss), asked.niss)""";

    /** As where people open their applications: a local manager has what any role of it could be granted for there. */
    static final String FITS_THE_ENTITY = """
            coalesce((select bool_or(f.only_for is null or f.only_for = o.kind) from role f
                       where f.retired_at is null
                         and (f.application_code = i.code
                              or exists (select 1 from role_also_opens x
                                          where x.role_code = f.code and x.application_code = i.code))), true)""";

    private static final String IN_PLACE = """
            (asked.entity is null or asked.entity = o.enterprise_number)
            and (asked.quality is null or asked.quality = q.id)
            and (asked.quality_kind is null or asked.quality_kind = q.kind)
            and (asked.unit is null
                 or (%s) and exists (select 1 from establishment_unit e
                                      where e.number = asked.unit and e.organisation_id = o.id and e.valid_from <= asked.at
                                        and (e.valid_until is null or e.valid_until > asked.at)))""";

    private static final String RIGHTS = """
            select a.id, 'USER' as capacity, a.role_code, a.quality_id, a.valid_from, a.valid_until, a.basis_id as given_by,
                   a.ended_basis_id as ended_by, a.establishment_units, own.needed_level, o.enterprise_number,
                   q.kind as quality_kind, %s as here
              from unnest(asked.roles, asked.role_levels) as own (code, needed_level)
              join role_assignment a on a.person_id = who.id and a.role_code = own.code
              join quality q on q.id = a.quality_id
              join organisation o on o.id = q.organisation_id""".formatted(
                    IN_PLACE.formatted("a.establishment_units = '{}' or asked.unit = any(a.establishment_units)"));

    private static final String MANAGERS = """

            union all
            select u.id, u.kind, null, u.quality_id, u.valid_from, u.valid_until, u.basis_id, u.ended_basis_id, '{}',
                   own.needed_level, o.enterprise_number, q.kind, %s
              from responsibility u
              join quality q on q.id = u.quality_id
              join organisation o on o.id = q.organisation_id
              join application i on i.quality_kind = q.kind and i.retired_at is null
              join unnest(asked.applications, asked.application_levels) as own (code, needed_level) on own.code = i.code
             where u.person_id = who.id and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
               and (asked.capacity is null or asked.capacity = u.kind)
               and %s""".formatted(IN_PLACE.formatted("true"), FITS_THE_ENTITY);

    private static final String SQL = """
            select asked.n, who.id as person_id, held.*%s
              from (values %s) as asked (n, person, niss, capacity, entity, quality, quality_kind, unit, level, at, roles,
                                         role_levels, applications, application_levels)
              left join lateral (%s) who on true
              left join lateral (
                    select ranked.*,
                           case outcome when 2 then blocked_by when 5 then coalesce(ended_by, given_by) else given_by end
                               as basis_id
                      from (select h.*, block.since as blocked_since, block.basis_id as blocked_by,
                                   case when not h.here then 6
                                        when h.valid_from > asked.at then 4
                                        when h.valid_until <= asked.at then 5
                                        when who.disabled_at is not null then 3
                                        when block.since is not null then 2
                                        when h.needed_level > asked.level then 1
                                        else 0 end as outcome
                              from (%s) h
                              left join (select u.quality_id, min(k.blocked_from) as since, min(k.basis_id::text)::uuid as basis_id
                                           from responsibility u
                                           join responsibility_block k on k.responsibility_id = u.id
                                          where u.person_id = who.id and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')
                                            and u.valid_from <= asked.at and (u.valid_until is null or u.valid_until > asked.at)
                                            and k.blocked_from <= asked.at
                                            and (k.blocked_until is null or k.blocked_until > asked.at)
                                          group by u.quality_id) block on block.quality_id = h.quality_id
                             where h.valid_until is null or h.valid_until > h.valid_from) ranked
                     where outcome < 6 or (valid_from <= asked.at and (valid_until is null or valid_until > asked.at))
                     order by outcome, case outcome when 4 then valid_from end, case outcome when 5 then valid_until end desc,
                              needed_level, role_code, valid_from, id
                     limit 1
                   ) held on true%s
             order by asked.n""";

    private static final String BASIS_COLUMNS =
            ", basis.operation, basis.decided_at, basis.legal_basis, dossier.dossier_number";

    private static final String BASIS = """

            left join basis on basis.id = held.basis_id
            left join case_file dossier on dossier.id = basis.case_id""";

    private static final List<Reason> REFUSALS = List.of(
            Reason.RIGHT,
            Reason.SIGN_IN_LEVEL_TOO_LOW,
            Reason.BLOCKED,
            Reason.DISABLED,
            Reason.NOT_BEGUN,
            Reason.ENDED,
            Reason.ELSEWHERE);

    private final JdbcTemplate jdbc;

    JdbcDecisionStore(@Qualifier(DecisionPool.NAME) DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** With those parts only that these questions need: each that is not there is not prepared either. */
    private static String statement(Asker asker, List<Question> questions) {
        boolean numbers = questions.stream().anyMatch(question -> question.niss() != null);
        boolean managers = questions.stream().anyMatch(question -> question.role() == null);
        return SQL.formatted(
                asker.seesBasis() ? BASIS_COLUMNS : "",
                String.join(",\n", Collections.nCopies(questions.size(), ROW)),
                numbers ? BY_ID + BY_NUMBER : BY_ID,
                managers ? RIGHTS + MANAGERS : RIGHTS,
                asker.seesBasis() ? BASIS : "");
    }

    @Override
    public List<Decision> decide(Asker asker, List<Question> questions) {
        return jdbc.query(
                statement(asker, questions),
                statement -> {
                    int place = 0;
                    for (int n = 0; n < questions.size(); n++) {
                        place = set(statement, place, n, asker, questions.get(n));
                    }
                },
                (row, number) -> decision(row, asker.seesBasis()));
    }

    private static int set(PreparedStatement statement, int before, int n, Asker asker, Question question)
            throws SQLException {
        Map<String, SignInLevel> roles = asker.rolesCounting(question);
        Map<String, SignInLevel> applications = asker.applicationsCounting(question);
        int place = before;
        statement.setInt(++place, n);
        text(statement, ++place, question.person());
        text(statement, ++place, question.niss());
        text(statement, ++place, question.capacity());
        text(statement, ++place, question.where().entity());
        text(statement, ++place, question.where().quality());
        text(statement, ++place, question.where().qualityKind());
        text(statement, ++place, question.where().unit());
        statement.setInt(++place, question.level());
        statement.setTimestamp(++place, Timestamp.from(question.at()));
        statement.setString(++place, array(roles.keySet()));
        statement.setString(++place, levels(roles.values()));
        statement.setString(++place, array(applications.keySet()));
        statement.setString(++place, levels(applications.values()));
        return place;
    }

    private static String levels(Collection<SignInLevel> levels) {
        return levels.stream().map(level -> Integer.toString(level.value())).collect(Collectors.joining(",", "{", "}"));
    }

    /** As text also when it is null: the database keeps one plan. */
    static void text(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.VARCHAR);
        } else {
            statement.setString(place, value.toString());
        }
    }

    /** Codes have letters, digits and underscores only. */
    static String array(Collection<String> codes) {
        return '{' + String.join(",", codes) + '}';
    }

    private static Decision decision(ResultSet row, boolean seesBasis) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        if (row.getObject("id", UUID.class) == null) {
            return new Decision(Reason.NO_RIGHT, person, null);
        }
        Reason reason = REFUSALS.get(row.getInt("outcome"));
        String role = row.getString("role_code");
        return new Decision(
                reason == Reason.RIGHT && role == null ? Reason.LOCAL_MANAGER : reason,
                person,
                ground(row, role, seesBasis));
    }

    private static Ground ground(ResultSet row, @Nullable String role, boolean seesBasis) throws SQLException {
        return new Ground(
                row.getString("capacity"),
                role,
                row.getString("enterprise_number"),
                row.getObject("quality_id", UUID.class),
                row.getString("quality_kind"),
                List.of((String[]) row.getArray("establishment_units").getArray()),
                row.getInt("needed_level"),
                row.getTimestamp("valid_from").toInstant(),
                instant(row.getTimestamp("valid_until")),
                instant(row.getTimestamp("blocked_since")),
                seesBasis ? decidedBy(row) : null);
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
