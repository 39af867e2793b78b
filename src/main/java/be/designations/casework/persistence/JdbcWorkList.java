package be.designations.casework.persistence;

import be.designations.access.QualityId;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desk;
import be.designations.casework.DossierNumber;
import be.designations.casework.Place;
import be.designations.casework.WorkItemId;
import be.designations.casework.WorkList;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the open work in one statement. Each desk is a part of its own, cut off at the length of a page: so each follows
 * an index in its order, however much work there is.
 */
@Repository
class JdbcWorkList implements WorkList {

    private static final int MOST_COUNTED = 1000;

    private final JdbcClient jdbc;
    private final CaseTypes types;
    private final Clock clock;

    JdbcWorkList(JdbcClient jdbc, CaseTypes types, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public List<Line> read(Query query, @Nullable Place from, Direction direction, int size) {
        if (query.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("size", size);
        KeyOrder order = KeyOrder.of(true, direction);
        String place = order.from(from, "due_at", "id", parameters);
        Instant now = clock.instant();
        return jdbc.sql("""
                        select w.id, w.kind, w.organisation_id, w.assignee_id, w.created_at, w.due_at, c.dossier_number,
                               %s, p.first_name || ' ' || p.last_name as assignee_name
                          from (%s) w
                          join case_file c on c.id = w.case_id
                          join organisation o on o.id = w.organisation_id
                          left join person p on p.id = w.assignee_id
                         order by %s limit :size""".formatted(
                                Columns.NAMES, work(query, place, order, parameters), order.by("w.due_at", "w.id")))
                .params(parameters)
                .query((row, number) -> line(row, now))
                .list();
    }

    @Override
    public int count(Query query) {
        if (query.isEmpty()) {
            return 0;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("size", MOST_COUNTED);
        return jdbc.sql("select least(count(*), :size) from (%s) w"
                        .formatted(work(query, "", new KeyOrder(true), parameters)))
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** The first of each desk, put together. Nothing that a user typed becomes part of the statement. */
    private static String work(Query query, String place, KeyOrder order, Map<String, Object> parameters) {
        List<String> parts = new ArrayList<>();
        String taken = taken(query, parameters) + impartial(query, parameters);
        for (Desk desk : query.centralDesks()) {
            String parameter = "desk" + parts.size();
            parameters.put(parameter, desk.name());
            parts.add("(" + open("desk = :" + parameter + taken + place, order) + ")");
        }
        query.desksOfEntities()
                .forEach((desk, organisations) ->
                        parts.add(ofOrganisations(desk, organisations, taken + place, order, parameters)));
        query.desksOfQualities()
                .forEach(
                        (desk, qualities) -> parts.add(ofQualities(desk, qualities, taken + place, order, parameters)));
        return String.join(" union all ", parts);
    }

    private static String ofOrganisations(
            Desk desk,
            Set<OrganisationId> organisations,
            String conditions,
            KeyOrder order,
            Map<String, Object> parameters) {
        String parameter = "entitiesOf" + desk.name();
        parameters.put(
                parameter, organisations.stream().map(OrganisationId::value).toList());
        return "(select w.* from organisation o cross join lateral (%s) w where o.id in (:%s))"
                .formatted(
                        open("organisation_id = o.id and desk = '" + desk.name() + "'" + conditions, order), parameter);
    }

    private static String ofQualities(
            Desk desk, Set<QualityId> qualities, String conditions, KeyOrder order, Map<String, Object> parameters) {
        String parameter = "qualitiesOf" + desk.name();
        parameters.put(parameter, qualities.stream().map(QualityId::value).toList());
        return "(select w.* from quality q cross join lateral (%s) w where q.id in (:%s))"
                .formatted(open("quality_id = q.id and desk = '" + desk.name() + "'" + conditions, order), parameter);
    }

    private static String open(String conditions, KeyOrder order) {
        return "select * from work_item where done_at is null and %s order by %s limit :size"
                .formatted(conditions, order.by("due_at", "id"));
    }

    private static String taken(Query query, Map<String, Object> parameters) {
        PersonId assignee = query.assignee();
        if (assignee != null) {
            parameters.put("assignee", assignee.value());
            return " and assignee_id = :assignee";
        }
        return query.onlyFree() ? " and assignee_id is null" : "";
    }

    /** Nobody is offered what they may not do (D29): as a person with a hand in the dossier, or tied to its entity. */
    static String impartial(Query query, Map<String, Object> parameters) {
        PersonId reader = query.reader();
        if (reader == null) {
            return "";
        }
        parameters.put("reader", reader.value());
        StringBuilder conditions = new StringBuilder(" ").append("""
                and not exists (select 1 from barred_person b
                                 where b.case_id = work_item.case_id and b.person_id = :reader and b.work_kind = kind)""");
        for (WorkList.Partial partial : query.partial()) {
            String number = Integer.toString(parameters.size());
            parameters.put("partialKinds" + number, partial.kinds());
            parameters.put(
                    "partialIn" + number,
                    partial.organisations().stream().map(OrganisationId::value).toList());
            conditions.append(" and not (kind in (:partialKinds%s) and organisation_id in (:partialIn%s))"
                    .formatted(number, number));
        }
        return conditions.toString();
    }

    private Line line(ResultSet row, Instant now) throws SQLException {
        Instant dueAt = row.getTimestamp("due_at").toInstant();
        return new Line(
                new WorkItemId(row.getObject("id", UUID.class)),
                new DossierNumber(row.getString("dossier_number")),
                types.work(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Columns.name(row),
                Columns.person(row, "assignee_id"),
                row.getString("assignee_name"),
                row.getTimestamp("created_at").toInstant(),
                dueAt,
                !now.isBefore(dueAt));
    }
}
