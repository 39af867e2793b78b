package be.designations.demo.country;

import be.designations.demo.country.Responsibilities.Decisions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills a migrated database with invented entities, their people and what these may do, as many as a country has. The same
 * seed, size and role catalogue make the same rows, ids and periods included. What the database holds already stays.
 *
 * <p>All is one transaction: a load that is cut off leaves nothing. Every trigger and every constraint stays on, but for the references
 * of the largest tables, which are checked at the end, all of a table at once. Their indexes are built at the end too, from what is
 * sorted, but for those of constraints: the exclusion constraints take most of the time, and their indexes take as long to build, since
 * GiST sorts nothing.
 */
public final class CountryModel {

    private static final Logger log = LoggerFactory.getLogger(CountryModel.class);
    private static final long LOCK = 0x436f756e747279L;

    /** A decision that nothing rests on; its words say what was loaded, as part of the same transaction. */
    private static final UUID MARKER = UUID.nameUUIDFromBytes("country-size model".getBytes(StandardCharsets.UTF_8));

    private static final List<String> LARGEST =
            List.of("person", "working_relationship", "responsibility", "role_assignment");

    private static final String TO_LAY_ASIDE = """
            select format('drop index %s', cast(indexrelid as regclass)) as removal, pg_get_indexdef(indexrelid) as restoration
              from pg_index
             where indrelid = any(cast(:tables as regclass[]))
               and not exists (select from pg_constraint where conindid = indexrelid)
            union all
            select format('alter table %s drop constraint %I', cast(conrelid as regclass), conname),
                   format('alter table %s add constraint %I %s', cast(conrelid as regclass), conname, pg_get_constraintdef(oid))
              from pg_constraint
             where contype = 'f' and conrelid = any(cast(:tables as regclass[]))""";

    private CountryModel() {}

    /** What a load does without, in the words of the database. */
    private record LaidAside(String removal, String restoration) {}

    /**
     * Loads the model, or nothing if the same one is there already.
     *
     * @throws IllegalStateException if another one is there: the two would share their numbers
     */
    public static CountryReport load(DataSource database, CountrySize size, long seed) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            List<CountryReport.Line> lines = inOneTransaction(connection, size, seed);
            if (!lines.isEmpty()) {
                vacuum(connection, lines);
            }
            var report = new CountryReport(lines, (System.nanoTime() - begun) / 1e9);
            log.info("{}: {}", description(size, seed), report);
            return report;
        }
    }

    private static List<CountryReport.Line> inOneTransaction(Connection connection, CountrySize size, long seed)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<CountryReport.Line> lines = loadOnce(connection, size, seed);
            connection.commit();
            return lines;
        } finally {
            // Nothing is left to roll back after a commit.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<CountryReport.Line> loadOnce(Connection connection, CountrySize size, long seed)
            throws SQLException {
        JdbcClient jdbc = jdbc(connection);
        jdbc.sql("set local lock_timeout = 0").update();
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
        String wanted = description(size, seed);
        Optional<String> found = jdbc.sql("select reason from basis where id = :id")
                .param("id", MARKER)
                .query(String.class)
                .optional();
        if (found.isPresent()) {
            if (found.get().equals(wanted)) {
                return List.of();
            }
            throw new IllegalStateException(wanted + " cannot be loaded beside: " + found.get());
        }
        log.info("{}: loading", wanted);
        List<LaidAside> laidAside = layAside(jdbc);
        List<CountryReport.Line> lines = copy(connection, new Country(size, seed, RoleCatalogue.read(jdbc)), seed);
        putBack(laidAside, jdbc);
        jdbc.sql("""
                        insert into basis (id, operation, decided_at, reason)
                        values (:id, 'reference-data', cast(:at as timestamptz), :reason)""")
                .param("id", MARKER)
                .param("at", Days.text(Days.FIRST))
                .param("reason", wanted)
                .update();
        return lines;
    }

    private static List<LaidAside> layAside(JdbcClient jdbc) {
        List<LaidAside> all = jdbc.sql(TO_LAY_ASIDE)
                .param("tables", LARGEST.toArray(String[]::new))
                .query(LaidAside.class)
                .list();
        all.forEach(one -> jdbc.sql(one.removal()).update());
        return all;
    }

    private static void putBack(List<LaidAside> all, JdbcClient jdbc) {
        long begun = System.nanoTime();
        // No table is altered while something of it is still to be checked.
        jdbc.sql("set constraints all immediate").update();
        jdbc.sql("set local maintenance_work_mem = '256MB'").update();
        all.forEach(one -> jdbc.sql(one.restoration()).update());
        log.info("{} indexes and references put back in {} s", all.size(), (System.nanoTime() - begun) / 1_000_000_000);
    }

    private static String description(CountrySize size, long seed) {
        return "Country-size model, seed " + seed + ": " + size;
    }

    private static List<CountryReport.Line> copy(Connection connection, Country country, long seed)
            throws SQLException {
        CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
        var entities = new Entities(country, copy);
        var people =
                new People(country, new Draws(seed, "legal_function"), new Draws(seed, "working_relationship"), copy);
        var decisions = Decisions.of(seed);
        var responsibilities = new Responsibilities(
                country,
                decisions,
                new Draws(seed, "responsibility"),
                new Draws(seed, "post"),
                new Draws(seed, "responsibility_block"),
                copy);
        var rights = new Rights(country, decisions, new Draws(seed, "role_assignment"), copy);
        List<CountryReport.Line> lines = new ArrayList<>();
        lines.add(country.catalogue().copyApplications(copy));
        lines.add(country.catalogue().copyRoles(copy));
        lines.add(entities.organisations());
        lines.add(people.persons());
        lines.add(people.legalFunctions());
        lines.add(people.workingRelationships());
        lines.add(entities.qualities());
        lines.add(entities.subdivisions());
        lines.add(responsibilities.bases());
        lines.add(responsibilities.responsibilities());
        lines.add(responsibilities.blocks());
        lines.add(rights.rights());
        return lines;
    }

    /** The planner then knows what is there, and no vacuum comes to run in the middle of a measurement. */
    private static void vacuum(Connection connection, List<CountryReport.Line> lines) {
        long begun = System.nanoTime();
        jdbc(connection)
                .sql("vacuum (analyze) "
                        + lines.stream().map(CountryReport.Line::table).collect(Collectors.joining(", ")))
                .update();
        log.info("Vacuumed and analysed in {} s", (System.nanoTime() - begun) / 1_000_000_000);
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
