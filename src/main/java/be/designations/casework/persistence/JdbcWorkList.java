package be.designations.casework.persistence;

import be.designations.access.QualityId;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desk;
import be.designations.casework.DossierNumber;
import be.designations.casework.Place;
import be.designations.casework.Presence;
import be.designations.casework.WorkItemId;
import be.designations.casework.WorkList;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the open work in one statement. Each desk is a part of its own, cut off at the length of a page: so each follows
 * an index in its order, however much work there is.
 */
@Repository
class JdbcWorkList implements WorkList {

    /** The desks that see names (D31). */
    private static final String OFFICES = Arrays.stream(Desk.values())
            .filter(desk -> desk.office() != null)
            .map(desk -> "'" + desk + "'")
            .collect(Collectors.joining(", "));

    private static final SoughtDossiers SOUGHT = new SoughtDossiers(
            "work_item.case_id",
            "work_item.organisation_id",
            "work_item.organisation_id in (%s)",
            "work_item.case_id in (select n.id from case_file n where n.closed_at is null and dossier_words(n.dossier_number) @@ %s)",
            "(work_item.desk in (" + OFFICES + ") and work_item.case_id in ("
                    + "select n.id from case_file n where n.about_person = any(array(%s))))");

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
        String moment = query.order().column();
        KeyOrder order = KeyOrder.of(query.order().ascending(), direction);
        Instant now = clock.instant();
        parameters.put("reader", query.reader() == null ? null : query.reader().value());
        parameters.put("seenSince", Timestamp.from(Presence.seenSince(now)));
        String conditions = filtered(query.filter(), query.reader(), query.inPlaceOf(), parameters)
                + SOUGHT.conditions(query.filter().sought(), parameters)
                + order.from(from, moment, "id", parameters);
        return jdbc.sql("""
                        select w.id, w.kind, w.organisation_id, w.assignee_id, w.in_place_of, w.created_at, w.due_at, w.warned, w.note,
                               c.dossier_number, c.kind as dossier_kind, %s,
                               p.first_name || ' ' || p.last_name as assignee_name,
                               h.first_name || ' ' || h.last_name as note_by,
                               a.since as opened_since, a.name as opened_by,
                               (select r.first_name || ' ' || r.last_name from person r
                                 where r.id = w.in_place_of) as in_place_of_name
                          from (%s) w
                          join case_file c on c.id = w.case_id
                          join organisation o on o.id = w.organisation_id
                          left join person p on p.id = w.assignee_id
                          left join person h on h.id = w.handed_by
                          left join lateral (
                               select s.since, n.first_name || ' ' || n.last_name as name
                                 from case_presence s join person n on n.id = s.person_id
                                where s.case_id = w.case_id and s.seen_at > cast(:seenSince as timestamptz)
                                  and s.person_id is distinct from cast(:reader as uuid)
                                order by s.since limit 1) a on true
                         order by %s limit :size""".formatted(
                                Columns.NAMES,
                                work(query, conditions, moment, order, parameters),
                                order.by("w." + moment, "w.id"))
                        // A number: of a limit that is a parameter the database takes it that it is large, and plans
                        // each list anew.
                        .replace(":size", Integer.toString(size)))
                .params(parameters)
                .query((row, number) -> line(row, now))
                .list();
    }

    /** Each way follows its own index, and no further than it is counted. */
    @Override
    public List<Count> counts(Query query, List<Filter> filters) {
        if (query.isEmpty() || filters.isEmpty()) {
            return filters.stream().map(filter -> new Count(0)).toList();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("size", MOST_COUNTED);
        String each = filters.stream()
                .map(filter -> "(select count(*) from (select from (%s) w limit :size) w)"
                        .formatted(work(
                                query,
                                filtered(filter, query.reader(), query.inPlaceOf(), parameters)
                                        + SOUGHT.conditions(filter.sought(), parameters),
                                filter.since() == null ? "due_at" : "created_at",
                                new KeyOrder(filter.since() == null),
                                parameters)))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select unnest(array[" + each + "])")
                .params(parameters)
                .query((row, number) -> new Count(row.getInt(1)))
                .list();
    }

    @Override
    public List<Held> held(Query query) {
        if (query.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("size", MOST_COUNTED);
        return jdbc.sql("""
                        select g.*, (select p.first_name || ' ' || p.last_name from person p where p.id = g.assignee_id) as name
                          from (select w.assignee_id, count(*) from (%s) w group by w.assignee_id) g
                         order by g.count desc, name""".formatted(
                                work(query, " and assignee_id is not null", "due_at", new KeyOrder(true), parameters)))
                .params(parameters)
                .query((row, number) -> new Held(
                        Objects.requireNonNull(Columns.person(row, "assignee_id")),
                        row.getString("name"),
                        row.getInt("count")))
                .list();
    }

    /** The first of each desk, put together. Nothing that a user typed becomes part of the statement. */
    private static String work(
            Query query, String asked, String moment, KeyOrder order, Map<String, Object> parameters) {
        List<String> parts = new ArrayList<>();
        String conditions = asked + impartial(query, parameters);
        for (Desk desk : query.centralDesks()) {
            String parameter = "desk" + parts.size();
            parameters.put(parameter, desk.name());
            parts.add("(" + open("desk = :" + parameter + conditions, moment, order) + ")");
        }
        query.desksOfEntities()
                .forEach((desk, organisations) ->
                        parts.add(ofOrganisations(desk, organisations, conditions, moment, order, parameters)));
        query.desksOfQualities()
                .forEach((desk, qualities) ->
                        parts.add(ofQualities(desk, qualities, conditions, moment, order, parameters)));
        return String.join(" union all ", parts);
    }

    private static String ofOrganisations(
            Desk desk,
            Set<OrganisationId> organisations,
            String conditions,
            String moment,
            KeyOrder order,
            Map<String, Object> parameters) {
        String parameter = "entitiesOf" + desk.name();
        parameters.put(
                parameter, organisations.stream().map(OrganisationId::value).toList());
        return "(select w.* from organisation o cross join lateral (%s) w where o.id in (:%s))"
                .formatted(
                        open("organisation_id = o.id and desk = '" + desk.name() + "'" + conditions, moment, order),
                        parameter);
    }

    private static String ofQualities(
            Desk desk,
            Set<QualityId> qualities,
            String conditions,
            String moment,
            KeyOrder order,
            Map<String, Object> parameters) {
        String parameter = "qualitiesOf" + desk.name();
        parameters.put(parameter, qualities.stream().map(QualityId::value).toList());
        return "(select w.* from quality q cross join lateral (%s) w where q.id in (:%s))"
                .formatted(
                        open("quality_id = q.id and desk = '" + desk.name() + "'" + conditions, moment, order),
                        parameter);
    }

    private static String open(String conditions, String moment, KeyOrder order) {
        return "select * from work_item where done_at is null and %s order by %s limit :size"
                .formatted(conditions, order.by(moment, "id"));
    }

    /** Conditions on {@code work_item}, each with “and” in front; by what it is sought is not among them. */
    static String filtered(
            Filter filter, @Nullable PersonId reader, @Nullable PersonId inPlaceOf, Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        Holder holder = filter.holder();
        if (holder != null) {
            PersonId person = holder.person();
            conditions.append(
                    person != null
                            ? " and " + taken(person, reader, inPlaceOf, parameters)
                            : " and work_item.assignee_id is " + (holder.taken() ? "not null" : "null"));
        }
        if (!filter.kinds().isEmpty()) {
            conditions
                    .append(" and work_item.kind in (:")
                    .append(parameter(parameters, filter.kinds()))
                    .append(")");
        }
        Due due = filter.due();
        if (due != null && due.after() != null) {
            conditions.append(" and work_item.due_at > ").append(instant(due.after(), parameters));
        }
        if (due != null && due.until() != null) {
            conditions.append(" and work_item.due_at <= ").append(instant(due.until(), parameters));
        }
        if (filter.since() != null) {
            conditions.append(" and work_item.created_at >= ").append(instant(filter.since(), parameters));
        }
        if (filter.warned()) {
            conditions.append(" and work_item.warned");
        }
        return conditions.toString();
    }

    /** What was taken in somebody’s place is theirs too, and what they have is their deputy’s (D83). */
    private static String taken(
            PersonId person, @Nullable PersonId reader, @Nullable PersonId principal, Map<String, Object> parameters) {
        String asked = parameter(parameters, person.value());
        String name = principal == null || !person.equals(reader) ? asked : parameter(parameters, principal.value());
        return "(work_item.assignee_id in (:%1$s, :%2$s) or work_item.in_place_of = :%2$s)".formatted(asked, name);
    }

    private static String instant(Instant at, Map<String, Object> parameters) {
        return "cast(:" + parameter(parameters, Timestamp.from(at)) + " as timestamptz)";
    }

    /** A name that no other parameter has. */
    private static String parameter(Map<String, Object> parameters, Object value) {
        String name = "asked" + parameters.size();
        parameters.put(name, value);
        return name;
    }

    /** Nobody is offered what they may not do (D29): as a person with a hand in the dossier, or tied to its entity. */
    static String impartial(Query query, Map<String, Object> parameters) {
        PersonId reader = query.reader();
        if (reader == null) {
            return "";
        }
        parameters.put("reader", reader.value());
        parameters.put(
                "readersPrincipal",
                query.inPlaceOf() == null ? reader.value() : query.inPlaceOf().value());
        StringBuilder conditions = new StringBuilder(" ").append("""
                and not exists (select 1 from barred_person b
                                 where b.case_id = work_item.case_id and b.person_id in (:reader, :readersPrincipal) and b.work_kind = kind)""");
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
        Instant opened = Columns.instant(row, "opened_since");
        return new Line(
                new WorkItemId(row.getObject("id", UUID.class)),
                new DossierNumber(row.getString("dossier_number")),
                row.getString("dossier_kind"),
                types.work(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Columns.name(row),
                Columns.person(row, "assignee_id"),
                row.getString("assignee_name"),
                Columns.person(row, "in_place_of"),
                row.getString("in_place_of_name"),
                row.getTimestamp("created_at").toInstant(),
                dueAt,
                !now.isBefore(dueAt),
                row.getBoolean("warned"),
                row.getString("note"),
                row.getString("note_by"),
                opened == null ? null : new Opened(row.getString("opened_by"), opened));
    }
}
