package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list of dossiers in one statement; nothing that a user typed becomes part of it. */
@Repository
class JdbcCaseList implements CaseList {

    private final JdbcClient jdbc;

    JdbcCaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> page(Query query, @Nullable Cursor after, int size) {
        return read(query, after, size, "<", " desc");
    }

    @Override
    public List<Line> pageBefore(Query query, Cursor before, int size) {
        List<Line> lines = new ArrayList<>(read(query, before, size, ">", ""));
        Collections.reverse(lines);
        return lines;
    }

    private List<Line> read(Query query, @Nullable Cursor from, int size, String comparison, String suffix) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> seen = seen(query.seen(), parameters);
        if (seen.isEmpty()) {
            return List.of();
        }
        StringBuilder conditions = new StringBuilder(" and (" + String.join(" or ", seen) + ")");
        if (!query.statuses().isEmpty()) {
            conditions.append(" and c.status in (:statuses)");
            parameters.put("statuses", query.statuses());
        }
        String text = query.text();
        if (text != null && !text.isBlank()) {
            conditions.append(matching(text.strip().toLowerCase(Locale.ROOT), parameters));
        }
        if (from != null) {
            conditions.append(" and (c.opened_at, c.id) %s (:at, :id)".formatted(comparison));
            parameters.put("at", Timestamp.from(from.openedAt()));
            parameters.put("id", from.id().value());
        }
        parameters.put("size", size);
        return jdbc.sql("""
                        select c.id, c.dossier_number, c.kind, c.organisation_id, c.opened_at, c.status, c.status_since,
                               o.name_fr, o.name_nl, o.name_de, o.letter_language
                          from case_file c join organisation o on o.id = c.organisation_id
                         where true%s
                         order by c.opened_at%s, c.id%s limit :size""".formatted(conditions, suffix, suffix))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private static List<String> seen(List<CaseList.Seen> kinds, Map<String, Object> parameters) {
        List<String> parts = new ArrayList<>();
        for (CaseList.Seen seen : kinds) {
            String named = "kind" + parameters.size();
            parameters.put(named, seen.kind().code());
            String kind = "c.kind = :" + named;
            Set<OrganisationId> organisations = seen.organisations();
            if (organisations == null) {
                parts.add(kind);
            } else if (!organisations.isEmpty()) {
                String parameter = "organisations" + parts.size();
                parameters.put(
                        parameter,
                        organisations.stream().map(OrganisationId::value).toList());
                parts.add("(%s and c.organisation_id in (:%s))".formatted(kind, parameter));
            }
            PersonId openedBy = seen.openedBy();
            if (organisations != null && openedBy != null) {
                parameters.put("openedBy", openedBy.value());
                parts.add("(%s and c.opened_by = :openedBy)".formatted(kind));
            }
            PersonId about = seen.about();
            if (organisations != null && about != null) {
                parameters.put("about", about.value());
                parts.add("(%s and c.about_person = :about)".formatted(kind));
            }
        }
        return parts;
    }

    /** A whole number is looked up; a part is sought in the numbers, and once in the names. */
    private static String matching(String text, Map<String, Object> parameters) {
        Optional<DossierNumber> number = DossierNumber.parse(text);
        if (number.isPresent()) {
            parameters.put("number", number.get().value());
            return " and c.dossier_number = :number";
        }
        parameters.put("text", text);
        return " and (strpos(c.dossier_number, upper(:text)) > 0 or c.organisation_id in (select id from organisation"
                + " where strpos(lower(name_fr), :text) > 0 or strpos(lower(name_nl), :text) > 0"
                + " or strpos(lower(name_de), :text) > 0))";
    }

    private static Line line(ResultSet row) throws SQLException {
        DossierNumber number = new DossierNumber(row.getString("dossier_number"));
        return new Line(
                new CaseId(row.getObject("id", UUID.class)),
                number,
                new CaseKind(row.getString("kind"), number.prefix()),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                Language.of(row.getString("letter_language")),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("status"),
                row.getTimestamp("status_since").toInstant());
    }
}
