package be.designations.decisions.persistence;

import be.designations.decisions.FunctionSource;
import be.designations.decisions.Question;
import be.designations.decisions.ResourceType;
import be.designations.decisions.SearchStore;
import be.designations.decisions.Where;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of those who may, and of where somebody may. */
@Repository
class JdbcSearchStore implements SearchStore {

    private static final String AT = "cast(:at as timestamptz)";
    private static final UUID FIRST = new UUID(0, 0);

    /** Of {@code %1$s}: a right or a responsibility. */
    private static final String RUNS = """
            %1$s.valid_from <= cast(:at as timestamptz)
            and (%1$s.valid_until is null or %1$s.valid_until > cast(:at as timestamptz))""";

    /** Looked up for each that is walked past: made a join, all that is blocked in the country was read for each page. */
    private static final String UNBLOCKED = """
            (select true from responsibility b join responsibility_block k on k.responsibility_id = b.id
              where b.person_id = %1$s.person_id and b.quality_id = %1$s.quality_id
                and b.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')
                and b.valid_from <= cast(:at as timestamptz)
                and (b.valid_until is null or b.valid_until > cast(:at as timestamptz))
                and k.blocked_from <= cast(:at as timestamptz)
                and (k.blocked_until is null or k.blocked_until > cast(:at as timestamptz))
              limit 1) is null
            and (select p.disabled_at <= cast(:at as timestamptz) from person p where p.id = %1$s.person_id) is not true""";

    private static final String MANAGES = """
            u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
            and (cast(:capacity as text) is null or u.kind = :capacity)
            and exists (select 1 from application i
                         where i.code = any(cast(:applications as text[])) and i.retired_at is null and i.quality_kind = q.kind
                           and\s""" + JdbcDecisionStore.FITS_THE_ENTITY + ')';

    private static final String BY_RIGHT = "(cast(:capacity as text) is null or :capacity = 'USER')";

    private static final String UNIT = """
            (cast(:unit as char(10)) is null
             or (%s) and exists (select 1 from establishment_unit e
                         where e.number = cast(:unit as char(10)) and e.organisation_id = o.id and\s""" + RUNS.formatted("e") + "))";

    private static final String UNIT_OF_RIGHT =
            UNIT.formatted("a.establishment_units = '{}' or cast(:unit as char(10)) = any(a.establishment_units)");

    private static final String UNIT_OF_MANAGER = UNIT.formatted("true");

    private static final String PEOPLE_SOMEWHERE = """
            select distinct found.person_id
              from (select held.person_id
                      from unnest(cast(:roles as text[])) as wanted (code)
                     cross join (select q.id, o.id as organisation_id from quality q
                                   join organisation o on o.id = q.organisation_id where %1$s) q
                     cross join lateral (select a.person_id from role_assignment a, (select q.organisation_id as id) o
                                          where a.quality_id = q.id and a.role_code = wanted.code
                                            and a.person_id > cast(:after as uuid) and %2$s and %3$s and %4$s and %5$s
                                          order by a.person_id limit :most) held
                    union all
                    select u.person_id
                      from quality q
                      join organisation o on o.id = q.organisation_id
                      join responsibility u on u.quality_id = q.id
                     where %1$s and %6$s and u.person_id > cast(:after as uuid) and %7$s and %8$s and %9$s) found
             order by found.person_id limit :most""";

    private static final String PEOPLE_ANYWHERE = """
            select distinct found.person_id
              from (select held.person_id
                      from unnest(cast(:roles as text[])) as wanted (code)
                     cross join lateral (select distinct a.person_id from role_assignment a
                                          where a.role_code = wanted.code and a.person_id > cast(:after as uuid)
                                            and (cast(:kind as text) is null
                                                 or exists (select 1 from quality q where q.id = a.quality_id and q.kind = :kind))
                                            and %1$s and %2$s and %3$s
                                          order by a.person_id limit :most) held
                    union all
                    (select distinct u.person_id
                       from responsibility u
                       join quality q on q.id = u.quality_id
                       join organisation o on o.id = q.organisation_id
                      where %4$s and u.person_id > cast(:after as uuid) and (cast(:kind as text) is null or q.kind = :kind)
                        and %5$s and %6$s
                      order by u.person_id limit :most)) found
             order by found.person_id limit :most""";

    private static final String PLACES = """
            with who as (select p.id from person p where p.id = cast(:person as uuid)
                         union all
                         select p.id from person p
                          where p.id = %10$s),
                 held as (select who.id as person_id, q.id as quality_id, o.id as organisation_id, o.enterprise_number, a.establishment_units as units
                            from who
                            join role_assignment a on a.person_id = who.id
                            join quality q on q.id = a.quality_id
                            join organisation o on o.id = q.organisation_id
                           where a.role_code = any(cast(:roles as text[])) and %1$s and %2$s and %3$s and %4$s and %5$s
                          union all
                          select who.id, q.id, o.id, o.enterprise_number, '{}'
                            from who
                            join responsibility u on u.person_id = who.id
                            join quality q on q.id = u.quality_id
                            join organisation o on o.id = q.organisation_id
                           where %6$s and %1$s and %7$s and %8$s and %9$s)
            """.formatted(
                    """
                    (cast(:entity as char(10)) is null or o.enterprise_number = cast(:entity as char(10)))
                    and (cast(:quality as uuid) is null or q.id = cast(:quality as uuid))
                    and (cast(:kind as text) is null or q.kind = :kind)""",
                    RUNS.formatted("a"),
                    UNBLOCKED.formatted("a"),
                    BY_RIGHT,
                    UNIT_OF_RIGHT,
                    MANAGES,
                    RUNS.formatted("u"),
                    UNBLOCKED.formatted("u"),
                    UNIT_OF_MANAGER,
                    JdbcDecisionStore.WHOSE_NUMBER.formatted("cast(:niss as char(11))"));

    private static final String ENTITIES = PLACES + """
            select distinct enterprise_number::text as id from held
             where enterprise_number::text > :after order by id limit :most""";

    private static final String QUALITIES = PLACES + """
            select distinct quality_id::text as id from held where quality_id::text > :after order by id limit :most""";

    private static final String UNITS = PLACES + """
            select distinct e.number::text as id
              from held join establishment_unit e on e.organisation_id = held.organisation_id
             where (held.units = '{}' or e.number = any(held.units)) and e.number::text > :after
               and (cast(:unit as char(10)) is null or e.number = cast(:unit as char(10)))
               and\s""" + RUNS.formatted("e") + " order by id limit :most";

    private static final String FUNCTIONS = """
            select distinct given.code as id from held cross join lateral (%s) given
             where given.code > :after order by id limit :most""";

    private final JdbcClient jdbc;
    /** What a right gives inside its application. */
    private final String givenByRight;

    private final String functionsHeld;

    JdbcSearchStore(@Qualifier(DecisionPool.NAME) DataSource database, FunctionSource functions) {
        this.givenByRight = " and :function in (" + functions.given("a.person_id", "a.quality_id", AT) + ')';
        this.functionsHeld = PLACES + FUNCTIONS.formatted(functions.given("held.person_id", "held.quality_id", AT));
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public List<UUID> people(Sought sought, @Nullable UUID after, int most) {
        return asked(peopleStatement(sought), sought, most)
                .param("after", (after == null ? FIRST : after).toString())
                .query(UUID.class)
                .list();
    }

    /** The place is looked up first where one is named: each its own statement, so that each has its index. */
    private String peopleStatement(Sought sought) {
        Where where = sought.where();
        String function = sought.function() == null ? "" : givenByRight;
        List<String> named = new ArrayList<>();
        if (where.entity() != null) {
            named.add("o.enterprise_number = cast(:entity as char(10))");
        }
        if (where.quality() != null) {
            named.add("q.id = cast(:quality as uuid)");
        }
        if (where.unit() != null) {
            named.add(
                    "o.id = (select s.organisation_id from establishment_unit s where s.number = cast(:unit as char(10)))");
        }
        if (named.isEmpty()) {
            return PEOPLE_ANYWHERE.formatted(
                    RUNS.formatted("a"),
                    UNBLOCKED.formatted("a"),
                    BY_RIGHT + function,
                    MANAGES,
                    RUNS.formatted("u"),
                    UNBLOCKED.formatted("u"));
        }
        if (where.qualityKind() != null) {
            named.add("q.kind = :kind");
        }
        return PEOPLE_SOMEWHERE.formatted(
                String.join(" and ", named),
                RUNS.formatted("a"),
                UNBLOCKED.formatted("a"),
                BY_RIGHT + function,
                UNIT_OF_RIGHT,
                MANAGES,
                RUNS.formatted("u"),
                UNBLOCKED.formatted("u"),
                UNIT_OF_MANAGER);
    }

    @Override
    public List<String> places(ResourceType type, Question whose, Sought sought, @Nullable String after, int most) {
        String statement =
                switch (type) {
                    case ENTITY -> ENTITIES;
                    case QUALITY -> QUALITIES;
                    case ESTABLISHMENT_UNIT -> UNITS;
                    case FUNCTION -> functionsHeld;
                    case APPLICATION, ROLE -> throw new IllegalArgumentException(type + " is no place");
                };
        return asked(statement, sought, most)
                .param("person", whose.person() == null ? null : whose.person().toString())
                .param("niss", whose.niss())
                .param("after", after == null ? "" : after)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String statement, Sought sought, int most) {
        Where where = sought.where();
        return jdbc.sql(statement)
                .param("roles", JdbcDecisionStore.array(sought.roles()))
                .param("applications", JdbcDecisionStore.array(sought.applications()))
                .param("capacity", sought.capacity())
                .param("function", sought.function())
                .param("entity", where.entity())
                .param(
                        "quality",
                        where.quality() == null ? null : where.quality().toString())
                .param("kind", where.qualityKind())
                .param("unit", where.unit())
                .param("at", Timestamp.from(sought.at()))
                .param("most", most);
    }
}
