package be.designations.casework.persistence;

import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkCalendar;
import be.designations.casework.WorkList.Query;
import be.designations.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads all days in one statement: of each day and each desk it follows an index, cut off at as many as are counted, so that it
 * costs the same however much work there is.
 */
@Repository
class JdbcWorkCalendar implements WorkCalendar {

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final CaseTypes types;
    private final Clock clock;

    JdbcWorkCalendar(JdbcClient jdbc, CaseTypes types, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.clock = clock;
    }

    /** A line of the answer; the first of a day says how many there are. */
    private record Found(int day, int count, Due due) {}

    @Override
    public Read read(Query query, LocalDate first, int days, int most) {
        List<Found> found = query.isEmpty() ? List.of() : found(query, first, days, most);
        return new Read(
                count(found, 0),
                IntStream.rangeClosed(1, days)
                        .mapToObj(day -> new Day(
                                count(found, day),
                                found.stream()
                                        .filter(one -> one.day() == day)
                                        .map(Found::due)
                                        .toList()))
                        .toList());
    }

    private static int count(List<Found> found, int day) {
        return found.stream()
                .filter(one -> one.day() == day)
                .mapToInt(Found::count)
                .findFirst()
                .orElse(0);
    }

    private List<Found> found(Query query, LocalDate first, int days, int most) {
        Instant now = clock.instant();
        // What is due on a day is due when the day is over.
        List<Instant> starts = IntStream.rangeClosed(0, days)
                .mapToObj(day -> Days.startOf(first.plusDays(day)))
                .toList();
        Map<String, Object> parameters = new HashMap<>(Map.of("most", most, "counted", MOST_COUNTED));
        parameters.put(
                "after", texts(Stream.concat(Stream.of(EVER), starts.stream().limit(days))));
        parameters.put("until", texts(starts.stream()));
        return jdbc.sql("""
                        select x.day, x.total, x.kind, x.due_at, c.dossier_number, %s
                          from (select d.day, w.*, row_number() over (partition by d.day order by w.due_at, w.id) as place,
                                       count(*) over (partition by d.day) as total
                                  from unnest(cast(:after as timestamptz[]), cast(:until as timestamptz[]))
                                       with ordinality as d (after, until, day)
                                 cross join lateral (select * from (%s) all_desks order by due_at, id limit :counted) w) x
                          join case_file c on c.id = x.case_id
                          join organisation o on o.id = x.organisation_id
                         where x.place <= case when x.day = 1 then 1 else :most end
                         order by x.day, x.due_at, x.id""".formatted(Columns.NAMES, desks(query, parameters)))
                .params(parameters)
                .query((row, number) -> new Found(row.getInt("day") - 1, row.getInt("total"), due(row, now)))
                .list();
    }

    private static String[] texts(Stream<Instant> moments) {
        return moments.map(Instant::toString).toArray(String[]::new);
    }

    private static String desks(Query query, Map<String, Object> parameters) {
        String conditions = JdbcWorkList.impartial(query, parameters);
        List<String> parts = new ArrayList<>();
        query.centralDesks().forEach(desk -> parts.add(due("desk = '" + desk.name() + "'", conditions)));
        query.desksOfEntities()
                .forEach((desk, entities) -> parts.add(
                        places("organisation", desk.name(), entities, OrganisationId::value, conditions, parameters)));
        query.desksOfQualities()
                .forEach((desk, qualities) -> parts.add(
                        places("quality", desk.name(), qualities, quality -> quality.value(), conditions, parameters)));
        return String.join(" union all ", parts);
    }

    private static <T> String places(
            String table,
            String desk,
            Collection<T> places,
            Function<T, UUID> id,
            String conditions,
            Map<String, Object> parameters) {
        String parameter = table + "Of" + desk;
        parameters.put(parameter, places.stream().map(id).toArray(UUID[]::new));
        return "(select w.* from unnest(:%s) as place (id) cross join lateral %s w)"
                .formatted(parameter, due(table + "_id = place.id and desk = '" + desk + "'", conditions));
    }

    private static String due(String whose, String conditions) {
        return """
                (select id, case_id, kind, organisation_id, due_at from work_item
                  where done_at is null and %s and due_at > d.after and due_at <= d.until%s
                  order by due_at, id limit :counted)""".formatted(whose, conditions);
    }

    private Due due(ResultSet row, Instant now) throws SQLException {
        Instant dueAt = row.getTimestamp("due_at").toInstant();
        return new Due(
                new DossierNumber(row.getString("dossier_number")),
                types.work(row.getString("kind")),
                Columns.name(row),
                dueAt,
                !now.isBefore(dueAt));
    }
}
