package be.designations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.demo.country.CountryModel;
import be.designations.demo.country.CountrySize;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.TestDatabase;
import be.designations.testing.WholeApplication;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Pages that many people open at once, against the statement of accessibility, which is the frame of all pages with next to nothing in it; in a
 * small model first, then in one as large as the system properties say. Each has an application and a database of its own, in
 * this JVM and on the one server. Then three who read the heaviest pages of the large one for minutes: whether memory or time grows.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesBench extends WholeApplication {

    private static final int USERS = Integer.getInteger("bench.users", 20);
    private static final int PAGES_EACH = Integer.getInteger("bench.pages", 10);
    private static final int WARM_UPS = 2;
    private static final int MINUTES = Integer.getInteger("bench.minutes", 2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Of a desk with all open tasks, of a manager with the most users, of a person with the most entities. */
    private static final List<String> HEAVY = List.of("task list", "largest quality", "their own access");

    private static final int OPEN_TASKS = Integer.getInteger("bench.tasks", 50_000);
    private static final int SMALL_TASKS = 50;
    private static final long SEED = 42;
    private static final CountrySize SMALL = new CountrySize(20, 1_000, 5_000);
    private static final CountrySize LARGE = new CountrySize(
            Integer.getInteger("bench.entities", 1_000),
            Integer.getInteger("bench.people", 100_000),
            Integer.getInteger("bench.rights", 500_000));
    private static final String FRAME = "accessibility";

    private static final Map<String, Measured> SMALL_MEASURED = new LinkedHashMap<>();

    @Autowired
    TestDatabase database;

    private Map<String, Opened> pages = Map.of();

    @BeforeAll
    static void eachKeepsAConnection() {
        System.setProperty("http.maxConnections", Integer.toString(USERS));
    }

    @Test
    @Order(1)
    @DirtiesContext
    void pages_of_the_small_model() throws SQLException {
        SMALL_MEASURED.putAll(measured(SMALL, SMALL_TASKS));
    }

    @Test
    @Order(2)
    @DirtiesContext
    void pages_of_the_large_model_against_it() throws IOException, SQLException {
        var table = new BenchTable(
                "pages",
                "page",
                "SQL statements",
                "kB",
                "kB, small",
                "p50 ms, small",
                "p95 ms, small",
                "p50 ms",
                "p95 ms",
                "p95 to small",
                "p95 to frame");
        Map<String, Measured> large = measured(LARGE, OPEN_TASKS);
        double frame = large.get(FRAME).quantile(0.95);
        large.forEach((page, measured) -> {
            Measured before = SMALL_MEASURED.get(page);
            table.row(
                    page,
                    measured.statements(),
                    measured.size() / 1000,
                    before.size() / 1000,
                    before.quantile(0.5),
                    before.quantile(0.95),
                    measured.quantile(0.5),
                    measured.quantile(0.95),
                    measured.quantile(0.95) / before.quantile(0.95),
                    measured.quantile(0.95) / frame);
        });
        table.write();
        readForMinutes();
    }

    /** Each reader alone and without a pause; the heap is what is left of it after a full collection. */
    private void readForMinutes() throws IOException {
        var table = new BenchTable(
                "endurance",
                "page",
                "minutes",
                "pages read",
                "heap MB, before",
                "heap MB, after",
                "p95 ms, first minute",
                "p95 ms, last minute",
                "last to first");
        for (String page : HEAVY) {
            Asked reader = Objects.requireNonNull(pages.get(page)).asked().get(0);
            long before = heap();
            List<Measured> minutes = IntStream.range(0, MINUTES)
                    .mapToObj(minute -> aMinute(reader))
                    .toList();
            double first = minutes.get(0).quantile(0.95);
            double last = minutes.get(MINUTES - 1).quantile(0.95);
            int read = minutes.stream()
                    .mapToInt(minute -> minute.milliseconds().size())
                    .sum();
            table.row(page, MINUTES, read, before, heap(), first, last, last / first);
        }
        table.write();
    }

    private static Measured aMinute(Asked reader) {
        List<Double> taken = new ArrayList<>();
        int size = 0;
        for (long begun = System.nanoTime(), now = begun; now - begun < MINUTE.toNanos(); ) {
            size = body(reader).length;
            long then = System.nanoTime();
            taken.add((then - now) / 1e6);
            now = then;
        }
        return new Measured(taken.stream().sorted().toList(), 0, size);
    }

    /** In megabytes, after a full collection. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    /** A page, and who opens it. */
    private record Opened(List<Asked> asked) {}

    /** @param session by which the reader is known */
    private record Asked(URL address, String session) {}

    /**
     * @param milliseconds of each request, the shortest first
     * @param size in bytes
     */
    private record Measured(List<Double> milliseconds, int statements, int size) {

        double quantile(double part) {
            return milliseconds.get((int) Math.min(milliseconds.size() - 1L, (long) (part * milliseconds.size())));
        }
    }

    private Map<String, Measured> measured(CountrySize size, int tasks) throws SQLException {
        CountryModel.load(database.dataSource(), size, SEED);
        pages = pages(tasks);
        for (int round = 0; round < WARM_UPS; round++) {
            for (Opened page : pages.values()) {
                open(page, PAGES_EACH);
            }
        }
        Map<String, Measured> measured = new LinkedHashMap<>();
        pages.forEach((name, page) -> {
            Asked alone = page.asked().get(0);
            int statements = IntStream.range(0, 3)
                    .map(i -> StatementCount.ofAllThreads(() -> body(alone)))
                    .min()
                    .getAsInt();
            measured.put(name, new Measured(open(page, PAGES_EACH), statements, body(alone).length));
        });
        return measured;
    }

    private Map<String, Opened> pages(int tasks) {
        CpasWorld desks = worlds.cpas();
        Person support = desks.supportAgent("Sophie");
        openTasks(tasks, desks);
        UUID quality = jdbc.sql("""
                        select quality_id from responsibility where kind = 'USER'
                         group by quality_id order by count(*) desc, quality_id limit 1""").query(UUID.class).single();
        UUID entity = jdbc.sql("select organisation_id from quality where id = :id")
                .param("id", quality)
                .query(UUID.class)
                .single();
        UUID traveller = jdbc.sql("""
                        select person_id from responsibility
                         group by person_id order by count(distinct organisation_id) desc, person_id limit 1""").query(UUID.class).single();
        UUID manager = jdbc.sql("""
                        select person_id from responsibility
                         where kind = 'LOCAL_MANAGER' and quality_id = :id
                           and tstzrange(valid_from, valid_until) @> now()""").param("id", quality).query(UUID.class).single();
        String typed = jdbc.sql("select lower(left(last_name, 3)) from person where id = :id")
                .param("id", manager)
                .query(String.class)
                .single();
        String name = jdbc.sql("select plain_text(name_fr) from organisation where id = :id")
                .param("id", entity)
                .query(String.class)
                .single();
        String entityPath = "/entities/"
                + directory
                        .organisation(new OrganisationId(entity))
                        .enterpriseNumber()
                        .value();
        List<Browser> managers = signedIn(directory.person(new PersonId(manager)));
        List<Browser> reviewers = signedIn(desks.reviewer);
        List<Browser> agents = signedIn(support);
        List<Browser> travellers = signedIn(directory.person(new PersonId(traveller)));
        Map<String, Opened> pages = new LinkedHashMap<>();
        pages.put(FRAME, opened("/accessibility", managers));
        pages.put("help", opened("/help", managers));
        pages.put("home of the manager", opened("/", managers));
        pages.put("task list", opened("/work", reviewers));
        pages.put("calendar", opened("/work/calendar?show=month", reviewers));
        pages.put("dossiers", opened("/cases", reviewers));
        pages.put("dossiers of an entity", opened("/cases?q=" + name.replace(' ', '+'), reviewers));
        pages.put("largest entity", opened(entityPath, managers));
        pages.put("largest quality", opened("/qualities/" + quality, managers));
        pages.put("person with most entities", opened("/people/" + traveller, agents));
        pages.put("their own access", opened("/me", travellers));
        pages.put("search by name", opened(entityPath + "/users?q=" + typed, agents));
        pages.put("history of the quality", opened("/qualities/" + quality + "/history?on=2024-06-03", managers));
        pages.put("history of the entity", opened(entityPath + "/history?on=2024-06-03", agents));
        return pages;
    }

    private List<Browser> signedIn(Person person) {
        return IntStream.range(0, USERS)
                .mapToObj(user -> browsers.signedIn(person))
                .toList();
    }

    private Opened opened(String path, List<Browser> users) {
        Opened page = new Opened(users.stream()
                .map(browser -> new Asked(
                        address(browser.request(path).build().uri()),
                        browser.cookie("SESSION").orElseThrow()))
                .toList());
        body(page.asked().get(0));
        return page;
    }

    private static URL address(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return milliseconds of each request, the shortest first */
    private static List<Double> open(Opened page, int each) {
        List<Double> taken = Collections.synchronizedList(new ArrayList<>());
        new Crowd(USERS).share(Collections.nCopies(USERS * each, page), (user, opened) -> {
            long begun = System.nanoTime();
            body(opened.asked().get(user));
            taken.add((System.nanoTime() - begun) / 1e6);
        });
        return taken.stream().sorted().toList();
    }

    /** By the oldest client of the JDK: it has no threads of its own, which would take from what is measured. */
    private static byte[] body(Asked asked) {
        try {
            var connection = (HttpURLConnection) asked.address().openConnection();
            connection.setRequestProperty("Cookie", "SESSION=" + asked.session());
            connection.setInstanceFollowRedirects(false);
            assertThat(connection.getResponseCode())
                    .as(asked.address().getPath())
                    .isEqualTo(200);
            try (InputStream body = connection.getInputStream()) {
                return body.readAllBytes();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Dossiers of all entities that wait for the advisers, without their content: the lists read none of it. */
    private void openTasks(int tasks, CpasWorld desks) {
        JdbcClient owner = JdbcClient.create(database.dataSource());
        owner.sql("""
                        insert into case_file (id, dossier_number, kind, organisation_id, opened_by, opened_at, status, status_since)
                        select gen_random_uuid(), 'DPD-1999-' || lpad(n::text, 6, '0'), 'DPD_DESIGNATION', o.ids[1 + n % array_length(o.ids, 1)],
                               :opener, now() - n * interval '1 minute', 'dpd.awaiting-opinion', now() - n * interval '1 minute'
                          from generate_series(1, :tasks) n, (select array_agg(id) as ids from organisation) o""")
                .param("opener", desks.head.id().value())
                .param("tasks", tasks)
                .update();
        owner.sql("""
                        insert into work_item (id, case_id, kind, desk, organisation_id, created_at, due_at)
                        select gen_random_uuid(), id, 'GIVE_OPINION', 'BCSS', organisation_id, opened_at, opened_at + interval '60 days'
                          from case_file where dossier_number like 'DPD-1999-%'""").update();
        owner.sql("vacuum (analyze) case_file, work_item").update();
        assertThat(jdbc.sql("select count(*) from work_item where done_at is null and desk = 'BCSS'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(tasks);
    }
}
