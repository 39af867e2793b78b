package be.designations.figures.persistence;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.Desk;
import be.designations.casework.WorkKind;
import be.designations.directory.Language;
import be.designations.directory.OrganisationName;
import be.designations.dpd.RefusalGround;
import be.designations.figures.DecisionKind;
import be.designations.figures.DecisionLine;
import be.designations.figures.Decisions;
import be.designations.figures.DeskWork;
import be.designations.figures.Found;
import be.designations.figures.Order;
import be.designations.figures.Period;
import be.designations.figures.Place;
import be.designations.figures.Slice;
import be.designations.figures.Step;
import be.designations.figures.StepLine;
import be.designations.figures.StepTimes;
import be.designations.figures.WorkFigureStore;
import be.designations.figures.WorkFilter;
import be.designations.figures.WorkLine;
import be.designations.figures.WorkState;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each figure counts the rows of a statement that its list shows. */
@Repository
class JdbcWorkFigures implements WorkFigureStore {

    private static final String FROM_WORK = """
              from work_item w
              join case_file c on c.id = w.case_id
              join organisation o on o.id = c.organisation_id
              left join municipality m on m.nis_code = o.nis_code
            """;

    private static final String OF_APPLICATIONS = """
             where c.kind = 'DPD_DESIGNATION'
               and w.kind in ('GIVE_OPINION', 'COMPLETE_FILE', 'DECIDE', 'CHANGE_LOCAL_MANAGER')
            """;

    private static final String WORK = FROM_WORK + " where w.kind in (:kinds) and w.desk in (:desks)";

    private static final String DONE_THEN = """
               and w.done_by is not null
               and w.done_at >= cast(:from as timestamptz) and w.done_at < cast(:until as timestamptz)
            """;

    private static final String NAMES = "c.dossier_number, o.name_fr, o.name_nl, o.name_de, o.letter_language";

    /**
     * A step is over with the last work of its kind in the dossier, an opinion only once it is given: work that ends with questions
     * does not give it. A day has as many working days before it as its place among them; on some the desk was closed.
     */
    private static final String STEPS = "select w.id, w.kind, w.done_at, " + NAMES
            + ", s.came_at, s.times, s.days" + FROM_WORK + """
              cross join lateral (
                    select min(i.created_at) as came_at, count(*) as times,
                           sum(width_bucket(t.done_on, :days) - width_bucket(t.came_on, :days)
                               - (select count(*) from closing_day x
                                   where x.desk = i.desk and x.removed_at is null and x.day > t.came_on and x.day <= t.done_on)) as days
                      from work_item i
                      cross join lateral (select cast(i.created_at at time zone 'Europe/Brussels' as date) as came_on,
                                                 cast(i.done_at at time zone 'Europe/Brussels' as date) as done_on) t
                     where i.case_id = w.case_id and i.kind = w.kind and i.done_by is not null) s
            """ + OF_APPLICATIONS + DONE_THEN + """
               and not exists (select from work_item n
                                where n.case_id = w.case_id and n.kind = w.kind and (n.created_at, n.id) > (w.created_at, w.id))
               and (w.kind <> 'GIVE_OPINION' or exists (select from dpd_application a
                                                          join dpd_opinion p on p.application_id = a.id
                                                         where a.case_id = w.case_id))
            """;

    private static final String FROM_DECISIONS = """
              from dpd_decision d
              join dpd_application a on a.id = d.application_id
              join case_file c on c.id = a.case_id
              join organisation o on o.id = c.organisation_id
              left join municipality m on m.nis_code = o.nis_code
            """;

    private static final String DECIDED_THEN = """
             where d.decided_at >= cast(:from as timestamptz) and d.decided_at < cast(:until as timestamptz)
            """;

    /** From the sending of an application, by which its dossier was opened, to the decision: closing days of the desks are days too. */
    private static final String WHOLE = "select d.application_id, '" + Step.WHOLE + "', d.decided_at, " + NAMES
            + ", c.opened_at, 1, width_bucket(t.done_on, :days) - width_bucket(t.came_on, :days)" + FROM_DECISIONS + """
              cross join lateral (select cast(c.opened_at at time zone 'Europe/Brussels' as date) as came_on,
                                         cast(d.decided_at at time zone 'Europe/Brussels' as date) as done_on) t
            """
            + DECIDED_THEN;

    private static final String DECISIONS = """
            select d.application_id as id, d.decided_at as done_at, d.approved, p.favourable, d.refusal_ground, d.reason, %s
            """.formatted(NAMES) + FROM_DECISIONS
            + " join dpd_opinion p on p.application_id = d.application_id " + DECIDED_THEN;

    private static final String FOR_EACH_GROUND = Arrays.stream(RefusalGround.values())
            .map(", count(*) filter (where refusal_ground = '%1$s') as \"%1$s\""::formatted)
            .collect(Collectors.joining());

    /** As far back as work may have come that was done in a period. */
    private static final int YEARS_BACK = 3;

    private final JdbcClient jdbc;

    JdbcWorkFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StepTimes> times(WorkFilter filter) {
        return jdbc.sql(steps(filter) + """
                        select kind, count(*) as done, percentile_disc(0.5) within group (order by days) as median,
                               percentile_disc(0.9) within group (order by days) as nine
                          from steps group by kind""")
                .params(ofSteps(filter))
                .query((row, number) -> new StepTimes(
                        Step.valueOf(row.getString("kind")),
                        row.getInt("done"),
                        row.getInt("median"),
                        row.getInt("nine")))
                .list();
    }

    @Override
    public Found<StepLine> steps(
            @Nullable Step step, @Nullable Integer within, WorkFilter filter, Order order, Slice slice) {
        Map<String, Object> parameters = ofSteps(filter);
        String wanted = "from steps where kind " + (step == null ? "<>" : "=") + " :step";
        parameters.put("step", (step == null ? Step.WHOLE : step).name());
        if (within != null) {
            wanted += " and days <= :within";
            parameters.put("within", within);
        }
        return find(
                steps(filter),
                wanted,
                order.column().equals("days") ? "days" : by(order),
                order,
                parameters,
                slice,
                (row, number) -> new StepLine(
                        row.getString("dossier_number"),
                        name(row),
                        Step.valueOf(row.getString("kind")),
                        row.getTimestamp("came_at").toInstant(),
                        row.getTimestamp("done_at").toInstant(),
                        row.getInt("times"),
                        row.getInt("days")));
    }

    @Override
    public List<DeskWork> desks(Set<WorkKind> kinds, WorkFilter filter, Instant now) {
        String work = "select w.*" + WORK + in(filter);
        return jdbc.sql("with open as (" + work + " and w.done_at is null), done as (" + work + DONE_THEN + """
                        ), counted as (
                        select desk, count(*) as open, count(*) filter (where assignee_id is null) as free,
                               count(*) filter (where due_at <= cast(:now as timestamptz)) as late, 0 as done, 0 as done_late
                          from open group by desk
                        union all
                        select desk, 0, 0, 0, count(*), count(*) filter (where done_at >= due_at) from done group by desk)
                        select desk, sum(open) as open, sum(free) as free, sum(late) as late, sum(done) as done,
                               sum(done_late) as done_late
                          from counted group by desk""")
                .params(of(kinds, filter, now))
                .query((row, number) -> new DeskWork(
                        Desk.valueOf(row.getString("desk")),
                        row.getInt("open"),
                        row.getInt("free"),
                        row.getInt("late"),
                        row.getInt("done"),
                        row.getInt("done_late")))
                .list();
    }

    @Override
    public Found<WorkLine> work(
            Set<WorkKind> kinds, WorkState state, WorkFilter filter, Instant now, Order order, Slice slice) {
        if (kinds.isEmpty()) {
            return new Found<>(List.of(), 0, 1);
        }
        String work =
                "with work as (select w.id, w.kind, w.created_at, w.due_at, w.done_at, " + NAMES + WORK + in(filter)
                        + switch (state) {
                            case OPEN -> " and w.done_at is null";
                            case FREE -> " and w.done_at is null and w.assignee_id is null";
                            case LATE -> " and w.done_at is null and w.due_at <= cast(:now as timestamptz)";
                            case DONE -> DONE_THEN;
                            case DONE_LATE -> DONE_THEN + " and w.done_at >= w.due_at";
                        }
                        + ")";
        String column =
                switch (order.column()) {
                    case "name", "done" -> by(order);
                    case "came" -> "created_at";
                    default -> "due_at";
                };
        return find(
                work,
                "from work",
                column,
                order,
                of(kinds, filter, now),
                slice,
                (row, number) -> new WorkLine(
                        row.getString("dossier_number"),
                        name(row),
                        row.getString("kind"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("done_at") == null
                                ? null
                                : row.getTimestamp("done_at").toInstant()));
    }

    @Override
    public Decisions decisions(WorkFilter filter) {
        return jdbc.sql(decided(filter) + """
                        select count(*) as every, count(*) filter (where not approved) as refused,
                               count(*) filter (where not approved and favourable) as refused_against,
                               count(*) filter (where approved and not favourable) as approved_against""" + FOR_EACH_GROUND + " from decisions")
                .params(within(filter))
                .query((row, number) -> new Decisions(
                        row.getInt("every"),
                        row.getInt("refused"),
                        row.getInt("refused_against"),
                        row.getInt("approved_against"),
                        refusedFor(row)))
                .single();
    }

    private static Map<RefusalGround, Integer> refusedFor(ResultSet row) throws SQLException {
        Map<RefusalGround, Integer> counted = new EnumMap<>(RefusalGround.class);
        for (RefusalGround ground : RefusalGround.values()) {
            counted.put(ground, row.getInt(ground.name()));
        }
        return counted;
    }

    @Override
    public Found<DecisionLine> decisions(
            DecisionKind kind, @Nullable RefusalGround ground, WorkFilter filter, Order order, Slice slice) {
        String wanted = "from decisions where "
                + switch (kind) {
                    case ALL -> "true";
                    case REFUSED -> "not approved";
                    case REFUSED_AGAINST -> "not approved and favourable";
                    case APPROVED_AGAINST -> "approved and not favourable";
                }
                + (ground == null ? "" : " and refusal_ground = '" + ground + "'");
        return find(
                decided(filter),
                wanted,
                by(order),
                order,
                within(filter),
                slice,
                (row, number) -> new DecisionLine(
                        row.getString("dossier_number"),
                        name(row),
                        row.getTimestamp("done_at").toInstant(),
                        row.getBoolean("approved"),
                        row.getBoolean("favourable"),
                        row.getBoolean("approved") ? null : RefusalGround.valueOf(row.getString("refusal_ground")),
                        row.getString("reason")));
    }

    private <L> Found<L> find(
            String table,
            String wanted,
            String column,
            Order order,
            Map<String, Object> parameters,
            Slice slice,
            RowMapper<L> line) {
        long total = jdbc.sql(table + "select count(*) " + wanted)
                .params(parameters)
                .query(Long.class)
                .single();
        int page = slice.pageOf(total);
        parameters.put("size", slice.size());
        parameters.put("before", (page - 1) * slice.size());
        String direction = order.ascending() ? "" : " desc";
        List<L> lines = jdbc.sql(table + "select * " + wanted + " order by " + column + direction + ", id" + direction
                        + " limit :size offset :before")
                .params(parameters)
                .query(line)
                .list();
        return new Found<>(lines, total, page);
    }

    private static String by(Order order) {
        return order.column().equals("name") ? "plain_name(name_fr)" : "done_at";
    }

    private static String steps(WorkFilter filter) {
        return "with steps as (" + STEPS + in(filter) + " union all " + WHOLE + in(filter) + ") ";
    }

    private static String decided(WorkFilter filter) {
        return "with decisions as (" + DECISIONS + in(filter) + ") ";
    }

    /** Of the entities of that place. */
    private static String in(WorkFilter filter) {
        Place place = filter.place();
        if (place == null) {
            return "";
        }
        return " and m.region = :region" + (place.area() == null ? "" : " and m.province_fr = :province");
    }

    private static Map<String, Object> within(WorkFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", Timestamp.from(Days.startOf(filter.period().first())));
        parameters.put("until", Timestamp.from(Days.endOf(filter.period().last())));
        Place place = filter.place();
        if (place != null) {
            parameters.put("region", place.region().name());
            if (place.area() != null) {
                parameters.put("province", place.area().province());
            }
        }
        return parameters;
    }

    private static Map<String, Object> of(Set<WorkKind> kinds, WorkFilter filter, Instant now) {
        Map<String, Object> parameters = within(filter);
        parameters.put("now", Timestamp.from(now));
        parameters.put("kinds", kinds.stream().map(WorkKind::code).toList());
        parameters.put(
                "desks",
                kinds.stream().map(kind -> kind.desk().name()).distinct().toList());
        return parameters;
    }

    private static Map<String, Object> ofSteps(WorkFilter filter) {
        Map<String, Object> parameters = within(filter);
        Period period = filter.period();
        var days = new WorkingDays();
        parameters.put(
                "days",
                period.first()
                        .minusYears(YEARS_BACK)
                        .datesUntil(period.last().plusDays(1))
                        .filter(days::isWorkingDay)
                        .map(Date::valueOf)
                        .toArray(Date[]::new));
        return parameters;
    }

    private static OrganisationName name(ResultSet row) throws SQLException {
        return new OrganisationName(
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                Language.of(row.getString("letter_language")));
    }
}
