package be.designations.mandate.persistence;

import be.designations.access.BasisId;
import be.designations.access.Translated;
import be.designations.calendar.Days;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import be.designations.identifier.EnterpriseNumber;
import be.designations.mandate.MandateState;
import be.designations.mandate.RegisterLine;
import be.designations.mandate.RegisterQuery;
import be.designations.mandate.RegisterQuery.Order;
import be.designations.mandate.RegisterQuery.Role;
import be.designations.mandate.RegisterStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegister implements RegisterStore {

    private static final String LINES = """
            select m.id, m.organisation_id, m.person_id, c.dossier_number, m.hours_per_week, m.valid_from, m.valid_until,
                   m.end_reason, m.revoked_at, m.basis_id, m.ended_basis_id, o.enterprise_number, o.name_fr, o.name_nl, o.name_de,
                   o.letter_language, p.first_name || ' ' || p.last_name as officer, b.decided_at,
                   d.first_name || ' ' || d.last_name as decided_by, %3$s as role
              from %1$s m
              join organisation o on o.id = m.organisation_id
              join person p on p.id = m.person_id
              join basis b on b.id = m.basis_id
              left join person d on d.id = b.decided_by
              %2$s
             where true""";

    private static final String OF_MANDATE = """
            left join dpd_application a on a.id = m.application_id
              left join case_file c on c.id = a.case_id""";

    /** Its dossier has its id. */
    private static final String OF_ASSISTANCE = "left join case_file c on c.id = m.id";

    private static final String MANDATES = LINES.formatted("dpd_mandate", OF_MANDATE, "'OFFICER'");
    private static final String ASSISTANCES = LINES.formatted("assisting_officer", OF_ASSISTANCE, "m.kind");

    /** Follows one of these. */
    private static final String ENDING = """

               and m.revoked_at is null and coalesce(m.valid_until, 'infinity'::timestamptz) > cast(:after as timestamptz)
               and coalesce(m.valid_until, 'infinity'::timestamptz) <= cast(:until as timestamptz)""";

    private static final String NOT_GONE_ON_WITH = """

               and not exists (select from %s e
                                where e.organisation_id = m.organisation_id and e.person_id = m.person_id%s
                                  and e.revoked_at is null and e.valid_from = m.valid_until)""";

    /** Every word typed, as the beginning of one. */
    private static final String WORDS =
            "to_tsquery('simple', replace(nullif(%s(cast(:%s as text)), ''), ' ', ':* & ') || ':*')";

    private final JdbcClient jdbc;

    JdbcRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RegisterLine> lines(
            RegisterQuery query, Seen seen, Language language, Instant now, @Nullable Place place, int size) {
        Map<String, Object> parameters = new HashMap<>();
        boolean officers = query.role() == Role.OFFICER;
        String table = officers ? "dpd_mandate" : "assisting_officer";
        StringBuilder sql = new StringBuilder(officers ? MANDATES : ASSISTANCES);
        if (!officers) {
            sql.append(" and m.kind = :kind");
            parameters.put("kind", query.role().name());
        }
        sql.append(seen(seen, parameters));
        narrow(query, now, sql, parameters);
        String key = key(query.order(), language);
        boolean backward = place != null && place.backward();
        boolean descending = (query.order() == Order.BEGIN) != backward;
        if (place != null) {
            sql.append(" and (%s, m.id) %s (select %s, m.id from %s m join organisation o on o.id = m.organisation_id"
                    .formatted(key, descending ? "<" : ">", key, table));
            sql.append(" where m.id = :place)");
            parameters.put("place", place.mandate());
        }
        String direction = descending ? " desc" : "";
        sql.append(" order by ").append(key).append(direction).append(", m.id").append(direction);
        sql.append(" limit :size");
        parameters.put("size", size);
        List<RegisterLine> lines = new ArrayList<>(jdbc.sql(sql.toString())
                .params(parameters)
                .query(JdbcRegister::line)
                .list());
        if (backward) {
            Collections.reverse(lines);
        }
        return lines;
    }

    @Override
    public List<RegisterLine> ofCpas(OrganisationId cpas) {
        return jdbc.sql(inEachRole("m.organisation_id = :cpas"))
                .param("cpas", cpas.value())
                .query(JdbcRegister::line)
                .list();
    }

    @Override
    public List<RegisterLine> heldBy(PersonId person, Instant at, int size) {
        return jdbc.sql(inEachRole("m.person_id = :person and m.revoked_at is null"
                                + " and (m.valid_until is null or m.valid_until > cast(:at as timestamptz))")
                        + " limit :size")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .param("size", size)
                .query(JdbcRegister::line)
                .list();
    }

    @Override
    public List<RegisterLine> ending(Seen seen, Instant after, Instant until, int size) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", Timestamp.from(after));
        parameters.put("until", Timestamp.from(until));
        parameters.put("size", size);
        String condition = ENDING + seen(seen, parameters);
        return jdbc.sql(MANDATES + condition + NOT_GONE_ON_WITH.formatted("dpd_mandate", "") + " union all "
                        + ASSISTANCES + condition + " and m.kind in ('INTERIM', 'ADJUNCT')"
                        + NOT_GONE_ON_WITH.formatted("assisting_officer", " and e.kind = m.kind")
                        + " order by valid_until, id limit :size")
                .params(parameters)
                .query(JdbcRegister::line)
                .list();
    }

    private static String inEachRole(String condition) {
        return MANDATES + " and " + condition + " union all " + ASSISTANCES + " and " + condition
                + " order by valid_from desc, id";
    }

    /** Which lines somebody sees. */
    private static String seen(Seen seen, Map<String, Object> parameters) {
        Set<OrganisationId> cpas = seen.cpas();
        if (cpas == null) {
            return "";
        }
        parameters.put("cpas", cpas.stream().map(OrganisationId::value).toArray(UUID[]::new));
        parameters.put("person", seen.person().value());
        return " and (m.organisation_id = any(:cpas) or m.person_id = :person)";
    }

    private static void narrow(RegisterQuery query, Instant now, StringBuilder sql, Map<String, Object> parameters) {
        if (!query.cpas().isEmpty()) {
            sql.append(" and m.organisation_id in (select n.id from organisation n where"
                    + " to_tsvector('simple', plain_text(n.name_fr || ' ' || n.name_nl || ' ' || n.name_de)) @@ ");
            sql.append(WORDS.formatted("plain_text", "cpasWords")).append(')');
            parameters.put("cpasWords", query.cpas());
        }
        if (!query.officer().isEmpty()) {
            sql.append(
                    " and m.person_id in (select n.id from person n where person_words(n.first_name, n.last_name) @@ ");
            sql.append(WORDS.formatted("plain_name", "officerWords")).append(')');
            parameters.put("officerWords", query.officer());
        }
        if (query.province() != null) {
            sql.append(
                    " and exists (select from municipality u where u.nis_code = o.nis_code and u.province_fr = :province)");
            parameters.put("province", query.province().nameFr());
        }
        LocalDate on = query.on();
        if (on != null) {
            sql.append(" and m.revoked_at is null and m.valid_from < cast(:dayEnd as timestamptz)"
                    + " and (m.valid_until is null or m.valid_until > cast(:dayStart as timestamptz))");
            parameters.put("dayStart", Timestamp.from(Days.startOf(on)));
            parameters.put("dayEnd", Timestamp.from(Days.endOf(on)));
        }
        if (query.state() != null) {
            sql.append(" and ").append(condition(query.state()));
            parameters.put("now", Timestamp.from(now));
        }
    }

    private static String condition(RegisterQuery.State state) {
        String now = "cast(:now as timestamptz)";
        String runs = "m.revoked_at is null and m.valid_from <= " + now
                + " and (m.valid_until is null or m.valid_until > " + now + ")";
        return switch (state) {
            case RUNNING -> runs + " and m.end_reason is null";
            case ENDING -> runs + " and m.end_reason is not null";
            case LATER -> "m.revoked_at is null and m.valid_from > " + now;
            case OVER -> "m.revoked_at is null and m.valid_until <= " + now;
            case STRUCK_OUT -> "m.revoked_at is not null and " + now + " is not null";
        };
    }

    private static String key(Order order, Language language) {
        return switch (order) {
            case BEGIN -> "m.valid_from";
            case END -> "coalesce(m.valid_until, 'infinity'::timestamptz)";
            case CPAS -> "plain_text(%s) collate \"C\"".formatted(name(language));
        };
    }

    /** Written as the indexes are. */
    private static String name(Language language) {
        return switch (language) {
            case FR -> "o.name_fr";
            case NL -> "o.name_nl";
            case DE -> "o.name_de";
            case EN -> "case o.letter_language when 'nl' then o.name_nl when 'de' then o.name_de else o.name_fr end";
        };
    }

    private static RegisterLine line(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        Timestamp revoked = row.getTimestamp("revoked_at");
        String reason = row.getString("end_reason");
        UUID ended = row.getObject("ended_basis_id", UUID.class);
        return new RegisterLine(
                Role.valueOf(row.getString("role")),
                new MandateState(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("dossier_number"),
                        row.getBigDecimal("hours_per_week"),
                        row.getTimestamp("valid_from").toInstant(),
                        until == null ? null : until.toInstant(),
                        reason == null ? null : MandateEndReason.valueOf(reason),
                        revoked == null ? null : revoked.toInstant(),
                        new BasisId(row.getObject("basis_id", UUID.class)),
                        ended == null ? null : new BasisId(ended)),
                EnterpriseNumber.of(row.getString("enterprise_number")),
                new Translated(row.getString("name_fr"), row.getString("name_nl"), row.getString("name_de")),
                Language.of(row.getString("letter_language")),
                row.getString("officer"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant());
    }
}
