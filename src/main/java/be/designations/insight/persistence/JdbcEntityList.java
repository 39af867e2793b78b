package be.designations.insight.persistence;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.EntityList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEntityList implements EntityList {

    private static final int NUMBER_LENGTH = 10;
    private static final Pattern NUMBER = Pattern.compile("(?i)(be)?[ .]*\\d[\\d .\\-/\u00a0\u202f]*");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{4}");

    private final JdbcClient jdbc;

    JdbcEntityList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(Query query, @Nullable Cursor cursor, int size, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("at", Timestamp.from(at));
        parameters.put("limit", size + 1);
        boolean backward = cursor != null && cursor.backward();
        String order = order(query.language());
        List<Line> found = jdbc.sql("""
                        select o.id, o.enterprise_number, %s as name, o.kind, o.postal_code, o.locality,
                               case when o.kind = 'CPAS' then exists (
                                   select 1 from dpd_mandate m
                                    where m.organisation_id = o.id and m.revoked_at is null
                                      and tstzrange(m.valid_from, m.valid_until) @> cast(:at as timestamptz)) end
                                   as has_officer
                          from organisation o
                         where true %s
                         order by %s %s, o.id %4$s
                         limit :limit""".formatted(
                                name(query.language(), "o"),
                                conditions(query, cursor, order, parameters),
                                order,
                                backward ? "desc" : "asc"))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
        Slice<Line> page = Slice.of(found, size, cursor == null, backward);
        return new Page(
                page.lines(),
                page.previous(line -> new Cursor(line.number(), true)),
                page.next(line -> new Cursor(line.number(), false)));
    }

    /** Only the conditions that are asked for, so that each finds its index. */
    private static String conditions(
            Query query, @Nullable Cursor cursor, String order, Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        if (query.among() != null) {
            conditions.append(" and o.id = any(:among)");
            parameters.put(
                    "among", query.among().stream().map(OrganisationId::value).toArray(UUID[]::new));
        }
        addTyped(query.typed().strip(), conditions, parameters);
        if (cursor != null) {
            conditions.append(
                    " and (%s, o.id) %s (select %s, c.id from organisation c where c.enterprise_number = cast(:cursor as bpchar))"
                            .formatted(order, cursor.backward() ? "<" : ">", order.replace("o.", "c.")));
            parameters.put("cursor", cursor.number().value());
        }
        return conditions.toString();
    }

    private static void addTyped(String typed, StringBuilder conditions, Map<String, Object> parameters) {
        if (typed.isEmpty()) {
            return;
        }
        if (NUMBER.matcher(typed).matches()) {
            addNumber(typed.replaceAll("\\D", ""), conditions, parameters);
            return;
        }
        List<String> words = new ArrayList<>();
        for (String word : WHITE_SPACE.split(typed, -1)) {
            if (POSTAL_CODE.matcher(word).matches()) {
                conditions.append(" and o.postal_code = :postalCode");
                parameters.put("postalCode", word);
            } else {
                words.add(word);
            }
        }
        conditions.append("""

                and to_tsvector('simple', plain_text(o.name_fr || ' ' || o.name_nl || ' ' || o.name_de))
                     @@ to_tsquery('simple', replace(nullif(plain_text(:words), ''), ' ', ':* & ') || ':*')""");
        parameters.put("words", String.join(" ", words));
    }

    private static void addNumber(String digits, StringBuilder conditions, Map<String, Object> parameters) {
        // The older form has nine digits, without the zero in front.
        String start = digits.startsWith("0") || digits.startsWith("1") ? digits : "0" + digits;
        String number = "o.enterprise_number between cast(:from as bpchar) and cast(:to as bpchar)";
        parameters.put("from", start + "0".repeat(Math.max(0, NUMBER_LENGTH - start.length())));
        parameters.put("to", start + "9".repeat(Math.max(0, NUMBER_LENGTH - start.length())));
        if (POSTAL_CODE.matcher(digits).matches()) {
            conditions
                    .append(" and (o.postal_code = :postalCode or ")
                    .append(number)
                    .append(')');
            parameters.put("postalCode", digits);
        } else {
            conditions.append(" and ").append(number);
        }
    }

    private static String name(Language language, String alias) {
        return switch (language) {
            case FR -> alias + ".name_fr";
            case NL -> alias + ".name_nl";
            case DE -> alias + ".name_de";
            case EN ->
                "case %1$s.letter_language when 'nl' then %1$s.name_nl when 'de' then %1$s.name_de else %1$s.name_fr end"
                        .formatted(alias);
        };
    }

    /** Written as the indexes are. */
    private static String order(Language language) {
        return "plain_text(" + name(language, "o") + ") collate \"C\"";
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new OrganisationId(row.getObject("id", UUID.class)),
                EnterpriseNumber.of(row.getString("enterprise_number")),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("postal_code"),
                row.getString("locality"),
                row.getObject("has_officer", Boolean.class));
    }
}
