package be.designations.demo.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.testing.StoredRule;
import be.designations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CountryModelIT {

    private static final CountrySize SMALL = new CountrySize(50, 2_000, 8_000);
    private static final long SEED = 42;

    /** What the model writes; the database has no people of its own. */
    private static final List<String> TABLES = List.of(
            "organisation",
            "person",
            "legal_function",
            "working_relationship",
            "quality",
            "subdivision",
            "basis",
            "responsibility",
            "responsibility_block",
            "role_assignment");

    private static TestDatabase database;
    private static JdbcClient jdbc;
    private static Map<String, String> schemaBefore;
    private static CountryReport report;

    @BeforeAll
    static void load() throws SQLException {
        database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database.dataSource());
        schemaBefore = schema();
        report = CountryModel.load(database.dataSource(), SMALL, SEED);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void every_table_has_the_rows_that_the_report_says() {
        assertThat(report.hasLoaded()).isTrue();
        for (String table : TABLES) {
            long reported = report.lines().stream()
                    .filter(line -> line.table().equals(table))
                    .mapToLong(CountryReport.Line::rows)
                    .sum();
            // The marker is a basis too.
            assertThat(count(table)).as(table).isPositive().isEqualTo(table.equals("basis") ? reported + 1 : reported);
        }
    }

    @Test
    void the_model_is_as_large_as_was_asked() {
        assertThat(count("organisation")).isEqualTo(SMALL.entities());
        assertThat(count("person")).isEqualTo(SMALL.people());
        assertThat(count("role_assignment")).isEqualTo(SMALL.rights());
    }

    @ParameterizedTest
    @EnumSource(StoredRule.class)
    void every_row_keeps_the_rule(StoredRule rule) {
        assertThat(rule.brokenRows(new JdbcTemplate(database.dataSource()))).isEmpty();
    }

    @Test
    void the_same_seed_again_loads_nothing() throws SQLException {
        Map<String, String> before = contents(database.dataSource());

        assertThat(CountryModel.load(database.dataSource(), SMALL, SEED).hasLoaded())
                .isFalse();

        assertThat(contents(database.dataSource())).isEqualTo(before);
    }

    @Test
    void the_same_seed_makes_the_same_rows_in_another_database() throws SQLException {
        try (TestDatabase other = TestDatabase.migrated()) {
            CountryModel.load(other.dataSource(), SMALL, SEED);

            assertThat(contents(other.dataSource())).isEqualTo(contents(database.dataSource()));
        }
    }

    @Test
    void another_seed_or_size_beside_the_first_is_refused() {
        assertThatThrownBy(() -> CountryModel.load(database.dataSource(), SMALL, SEED + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seed 43")
                .hasMessageContaining("seed 42");
        assertThatThrownBy(() -> CountryModel.load(database.dataSource(), new CountrySize(50, 2_000, 9_000), SEED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_load_that_is_cut_off_leaves_nothing() throws SQLException {
        try (TestDatabase other = TestDatabase.migrated()) {
            JdbcClient there = JdbcClient.create(other.dataSource());
            there.sql("alter table role_assignment add constraint nobody_gets_anything check (valid_from is null)")
                    .update();

            assertThatThrownBy(() -> CountryModel.load(other.dataSource(), SMALL, SEED))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nobody_gets_anything");

            for (String table : TABLES) {
                assertThat(there.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            there.sql("alter table role_assignment drop constraint nobody_gets_anything")
                    .update();
            assertThat(CountryModel.load(other.dataSource(), SMALL, SEED).hasLoaded())
                    .isTrue();
        }
    }

    @Test
    void constraints_triggers_and_indexes_are_what_they_were() {
        assertThat(schemaBefore).hasSizeGreaterThan(100);
        assertThat(schema()).isEqualTo(schemaBefore);
    }

    /** The planner would take such an index for a person or an instant alone, and read the most of it (V024). */
    @Test
    void no_exclusion_constraint_on_people_offers_its_index_to_queries() {
        List<String> definitions = jdbc.sql("""
                        select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                         where contype = 'x' and pg_get_constraintdef(oid) like '%person_id%'""").query(String.class).list();

        assertThat(definitions).hasSizeGreaterThanOrEqualTo(5).allSatisfy(definition -> assertThat(definition)
                .contains("((person_id)::text)::uuid", "'[)'")
                .doesNotContainPattern("[(,] ?\\w+_id WITH")
                .doesNotContain("valid_until) WITH"));
    }

    @Test
    void everybody_works_somewhere_and_nobody_at_a_desk() {
        assertThat(number("""
                select count(*) from person p
                 where not exists (select 1 from working_relationship w where w.person_id = p.id)""")).isZero();
        assertThat(number("""
                select count(*) from role_assignment
                 where role_code in ('DPD_REVIEWER', 'DPD_APPROVER', 'SUPPORT_AGENT')""")).isZero();
    }

    @Test
    void every_entity_and_quality_is_managed_today() {
        assertThat(number("""
                select count(*) from organisation o
                 where not exists (select 1 from responsibility r
                                    where r.organisation_id = o.id and r.kind = 'PRINCIPAL_ACCESS_MANAGER'
                                      and tstzrange(r.valid_from, r.valid_until) @> now())""")).isZero();
        assertThat(number("""
                select count(*) from quality q
                 where not exists (select 1 from responsibility r
                                    where r.quality_id = q.id and r.kind = 'LOCAL_MANAGER'
                                      and tstzrange(r.valid_from, r.valid_until) @> now())""")).isZero();
    }

    @Test
    void something_of_everything_is_there() {
        assertThat(jdbc.sql("select distinct kind from responsibility")
                        .query(String.class)
                        .list())
                .hasSize(8);
        assertThat(jdbc.sql("select distinct kind from quality")
                        .query(String.class)
                        .list())
                .hasSize(9);
        assertThat(
                        number(
                                "select count(*) from role_assignment where valid_until < now() and ended_basis_id is not null"))
                .isPositive();
        assertThat(number("select count(*) from role_assignment where valid_until > now()"))
                .isPositive();
        assertThat(number("select count(*) from role_assignment where valid_until is null"))
                .isGreaterThan(SMALL.rights() / 2);
        assertThat(number("select count(*) from responsibility_block where blocked_until is null"))
                .isPositive();
        assertThat(number("select count(*) from responsibility where kind = 'LOCAL_MANAGER' and valid_until < now()"))
                .isPositive();
        assertThat(number("select count(distinct language) from person")).isBetween(2L, 3L);
        assertThat(
                        number(
                                "select max(entities) from (select count(*) as entities from responsibility group by person_id) t"))
                .isGreaterThanOrEqualTo(SMALL.entities() - 1);
    }

    private static long count(String table) {
        return number("select count(*) from " + table);
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Map<String, String> contents(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            JdbcClient there = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return TABLES.stream().collect(Collectors.toMap(table -> table, table -> there.sql(
                            "select md5(string_agg(t::text, '|' order by t.id)) from " + table + " t")
                    .query(String.class)
                    .single()));
        }
    }

    private static Map<String, String> schema() {
        return jdbc
                .sql("""
                        select 'constraint ' || conrelid::regclass || ' ' || conname as name,
                               pg_get_constraintdef(oid) || ' ' || convalidated as definition
                          from pg_constraint where connamespace = 'public'::regnamespace
                        union all
                        select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public'
                        union all
                        select 'trigger ' || tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) || ' ' || tgenabled::text
                          from pg_trigger where not tgisinternal""")
                .query((row, number) -> Map.entry(row.getString("name"), row.getString("definition")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
