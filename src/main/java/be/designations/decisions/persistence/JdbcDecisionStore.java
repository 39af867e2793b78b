package be.designations.decisions.persistence;

import be.designations.decisions.Asker;
import be.designations.decisions.Decision;
import be.designations.decisions.Decision.DecidedBy;
import be.designations.decisions.Decision.Ground;
import be.designations.decisions.DecisionStore;
import be.designations.decisions.Question;
import be.designations.decisions.Reason;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
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
            (cast(? as integer), cast(? as uuid), cast(? as char(11)), cast(? as text), cast(? as text), cast(? as text),
             cast(? as char(10)), cast(? as uuid), cast(? as text), cast(? as char(10)), cast(? as integer),
             cast(? as timestamptz), cast(? as text[]), cast(? as text[]), cast(? as boolean))""";

    private static final String SQL = """
            select asked.n, who.id as person_id, held.*, basis.operation, basis.decided_at, basis.legal_basis,
                   dossier.dossier_number
              from (values %s) as asked (n, person, niss, role, application, capacity, entity, quality, quality_kind, unit,
                                         level, at, roles, applications, sees_basis)
              left join lateral (
                    select p.id, p.disabled_at from person p where p.id = asked.person
                    union all
                    select p.id, p.disabled_at from person p
                     where p.niss = coalesce((select w.replaced_by from withdrawn_niss w where w.niss = asked.niss), asked.niss)
                   ) who on true
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
                              from (select a.id, 'USER' as capacity, a.role_code, a.quality_id, a.valid_from, a.valid_until,
                                           a.basis_id as given_by, a.ended_basis_id as ended_by, a.establishment_units,
                                           i.needed_level, o.enterprise_number, q.kind as quality_kind,
                                           (asked.entity is null or asked.entity = o.enterprise_number)
                                               and (asked.quality is null or asked.quality = q.id)
                                               and (asked.quality_kind is null or asked.quality_kind = q.kind)
                                               and (asked.unit is null
                                                    or (a.establishment_units = '{}' or asked.unit = any(a.establishment_units))
                                                   and exists (select 1 from establishment_unit e
                                                                where e.number = asked.unit and e.organisation_id = o.id
                                                                  and e.valid_from <= asked.at
                                                                  and (e.valid_until is null or e.valid_until > asked.at)))
                                               as here
                                      from role_assignment a
                                      join quality q on q.id = a.quality_id
                                      join organisation o on o.id = q.organisation_id
                                      join role r on r.code = a.role_code
                                      join application i on i.code = coalesce(asked.application, r.application_code)
                                     where a.person_id = who.id and a.role_code = any(asked.roles)
                                       and (asked.capacity is null or asked.capacity = 'USER')
                                       and (asked.role is null or asked.role = a.role_code)
                                       and (asked.application is null or asked.application = r.application_code
                                            or exists (select 1 from role_also_opens x
                                                        where x.role_code = r.code and x.application_code = asked.application))
                                    union all
                                    select u.id, u.kind, null, u.quality_id, u.valid_from, u.valid_until, u.basis_id,
                                           u.ended_basis_id, '{}', i.needed_level, o.enterprise_number, q.kind,
                                           (asked.entity is null or asked.entity = o.enterprise_number)
                                               and (asked.quality is null or asked.quality = q.id)
                                               and (asked.quality_kind is null or asked.quality_kind = q.kind)
                                               and (asked.unit is null
                                                    or exists (select 1 from establishment_unit e
                                                                where e.number = asked.unit and e.organisation_id = o.id
                                                                  and e.valid_from <= asked.at
                                                                  and (e.valid_until is null or e.valid_until > asked.at)))
                                      from responsibility u
                                      join quality q on q.id = u.quality_id
                                      join organisation o on o.id = q.organisation_id
                                      join application i on i.quality_kind = q.kind and i.retired_at is null
                                     where u.person_id = who.id and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
                                       and asked.role is null
                                       and (asked.capacity is null or asked.capacity = u.kind)
                                       and i.code = any(asked.applications)
                                       and (asked.application is null or asked.application = i.code)
                                       and %s
                                   ) h
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
                   ) held on true
              left join basis on basis.id = held.basis_id and asked.sees_basis
              left join case_file dossier on dossier.id = basis.case_id
             order by asked.n""";

    /** As where people open their applications: a local manager has what any role of it could be granted for there. */
    static final String FITS_THE_ENTITY = """
            coalesce((select bool_or(f.only_for is null or f.only_for = o.kind) from role f
                       where f.retired_at is null
                         and (f.application_code = i.code
                              or exists (select 1 from role_also_opens x
                                          where x.role_code = f.code and x.application_code = i.code))), true)""";

    private static final List<Reason> REFUSALS = List.of(
            Reason.RIGHT,
            Reason.SIGN_IN_LEVEL_TOO_LOW,
            Reason.BLOCKED,
            Reason.DISABLED,
            Reason.NOT_BEGUN,
            Reason.ENDED,
            Reason.ELSEWHERE);

    private static final String ONE = statement(1);

    private final JdbcTemplate jdbc;

    JdbcDecisionStore(@Qualifier(DecisionPool.NAME) DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    private static String statement(int questions) {
        return SQL.formatted(String.join(",\n", Collections.nCopies(questions, ROW)), FITS_THE_ENTITY);
    }

    @Override
    public List<Decision> decide(Asker asker, List<Question> questions) {
        String roles = array(asker.roles().keySet());
        String applications = array(asker.applications().keySet());
        return jdbc.query(
                questions.size() == 1 ? ONE : statement(questions.size()),
                statement -> {
                    int place = 0;
                    for (int n = 0; n < questions.size(); n++) {
                        place = set(statement, place, n, questions.get(n));
                        statement.setString(++place, roles);
                        statement.setString(++place, applications);
                        statement.setBoolean(++place, asker.seesBasis());
                    }
                },
                (row, number) -> decision(row, asker.seesBasis()));
    }

    private static int set(PreparedStatement statement, int before, int n, Question question) throws SQLException {
        int place = before;
        statement.setInt(++place, n);
        text(statement, ++place, question.person());
        text(statement, ++place, question.niss());
        text(statement, ++place, question.role());
        text(statement, ++place, question.application());
        text(statement, ++place, question.capacity());
        text(statement, ++place, question.where().entity());
        text(statement, ++place, question.where().quality());
        text(statement, ++place, question.where().qualityKind());
        text(statement, ++place, question.where().unit());
        statement.setInt(++place, question.level());
        statement.setTimestamp(++place, Timestamp.from(question.at()));
        return place;
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
