package be.designations.casework.persistence;

import be.designations.access.QualityId;
import be.designations.casework.CaseColumn;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.DossierNumber;
import be.designations.casework.OwnColumns;
import be.designations.casework.Place;
import be.designations.casework.WorkList;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list of dossiers in one statement; nothing that a user typed becomes part of it. */
@Repository
class JdbcCaseList implements CaseList {

    private static final String ABOUT = "c.about_person = any(array(%s))";

    private final JdbcClient jdbc;

    JdbcCaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> read(Query query, @Nullable Place from, Direction direction, int size) {
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
        boolean everything = query.seen().stream().allMatch(kind -> kind.organisations() == null);
        conditions.append(new SoughtDossiers(
                        "c.id",
                        "c.organisation_id",
                        "c.organisation_id = any(array(%s))",
                        "dossier_words(c.dossier_number) @@ %s",
                        everything ? ABOUT : null)
                .conditions(query.sought(), parameters));
        CaseList.OpenWork work = query.work();
        if (work != null) {
            WorkList.Filter filter = work.filter();
            List<String> weighed = CaseList.seenWhole(query.seen()).stream()
                    .map(CaseKind::code)
                    .toList();
            if (filter.warned() && !weighed.isEmpty()) {
                conditions.append(" and c.kind in (:weighed)");
                parameters.put("weighed", weighed);
            }
            String asked = JdbcWorkList.filtered(
                    weighed.isEmpty() ? filter.unwarned() : filter, work.reader(), work.inPlaceOf(), parameters);
            conditions
                    .append(" and c.id in (select work_item.case_id from work_item where work_item.done_at is null")
                    .append(asked)
                    .append(")");
        }
        query.codes().forEach((column, code) -> {
            String parameter = "code" + parameters.size();
            parameters.put(parameter, code);
            conditions.append(" and own.").append(column.name()).append(" = :").append(parameter);
        });
        KeyOrder order = KeyOrder.of(query.order().ascending(), direction);
        String moment = query.order().column().equals(CaseColumn.SINCE) ? "c.status_since" : "c.opened_at";
        conditions.append(order.from(from, moment, "c.id", parameters));
        parameters.put("size", size);
        OwnColumns own = query.own();
        boolean joined = !own.columns().isEmpty();
        return jdbc.sql("""
                        select c.id, c.dossier_number, c.kind, c.organisation_id, c.opened_at, c.status, c.status_since, %s%s
                          from case_file c join organisation o on o.id = c.organisation_id%s
                         where true%s
                         order by %s limit :size""".formatted(
                                Columns.NAMES,
                                joined ? ", own.*" : "",
                                joined ? " left join " + own.view() + " own on own.case_id = c.id" : "",
                                conditions,
                                order.by(moment, "c.id")))
                .params(parameters)
                .query((row, number) -> line(row, own))
                .list();
    }

    static List<String> seen(List<CaseList.Seen> kinds, Map<String, Object> parameters) {
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
            if (organisations != null && !seen.qualities().isEmpty()) {
                String parameter = "qualities" + parts.size();
                parameters.put(
                        parameter,
                        seen.qualities().stream().map(QualityId::value).toList());
                parts.add("(%s and c.quality_id in (:%s))".formatted(kind, parameter));
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

    static Line line(ResultSet row, OwnColumns columns) throws SQLException {
        DossierNumber number = new DossierNumber(row.getString("dossier_number"));
        Map<CaseColumn, Object> own = new HashMap<>();
        for (CaseColumn column : columns.columns()) {
            Object value = column.type() == CaseColumn.Type.DAY
                    ? Columns.instant(row, column.name())
                    : row.getString(column.name());
            if (value != null) {
                own.put(column, value);
            }
        }
        return new Line(
                new CaseId(row.getObject("id", UUID.class)),
                number,
                new CaseKind(row.getString("kind"), number.prefix()),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Columns.name(row),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("status"),
                row.getTimestamp("status_since").toInstant(),
                own);
    }
}
