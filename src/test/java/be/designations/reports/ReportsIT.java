package be.designations.reports;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.QualityId;
import be.designations.calendar.Days;
import be.designations.decisions.ApplicationDetails;
import be.designations.decisions.Registrations;
import be.designations.decisions.RightUse;
import be.designations.directory.Person;
import be.designations.management.RightExtensions;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReportsIT extends WholeApplication {

    private static final String ROLE = "E_BOX_USER";

    @Autowired
    private Reports reports;

    @Autowired
    private RightUse use;

    @Autowired
    private Registrations registrations;

    @Autowired
    private RightExtensions extensions;

    @Autowired
    private PlatformTransactionManager transactions;

    private ManagedWorld world;
    private QualityId quality;
    private String path;

    @BeforeEach
    void aCpasWithRights() {
        world = worlds.managed();
        quality = world.cpas.socialAction.id();
        path = "/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/reports";
    }

    private UUID right(Person person, String role, Instant from, @Nullable Instant until) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, valid_until, basis_id)
                        values (:id, :person, :role, :quality, :from, :until, (select id from basis limit 1))""")
                .param("id", id)
                .param("person", person.id().value())
                .param("role", role)
                .param("quality", quality.value())
                .param("from", Timestamp.from(from))
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
        return id;
    }

    private List<UUID> in(ReportKind kind) {
        return in(kind, new ReportFilter("", null, 30));
    }

    private List<UUID> in(ReportKind kind, ReportFilter filter) {
        var scope = reports.scope(ManagedWorld.as(world.cpas.principalManager), world.cpas.cpas.enterpriseNumber());
        return reports.lines(scope, kind, filter, null, 100).stream()
                .map(ReportLine::id)
                .toList();
    }

    @Test
    void each_report_shows_what_it_says_and_nothing_else() {
        Instant now = Instant.now();
        Instant before = now.minus(Duration.ofDays(40));
        UUID ends = right(world.colleague, ROLE, before, now.plus(Duration.ofDays(10)));
        UUID endsLater = right(world.colleague, "SOCIAL_WORKER", before, now.plus(Duration.ofDays(60)));
        UUID unrelated = right(world.stranger, ROLE, before, now.plus(Duration.ofDays(50)));
        UUID tooLong = right(world.cpas.user, ROLE, before, null);
        UUID over = right(world.userOfOtherSubdivision, ROLE, before, now.minus(Duration.ofDays(1)));

        assertThat(in(ReportKind.EXPIRING)).containsExactly(ends);
        assertThat(in(ReportKind.EXPIRING, new ReportFilter("", null, 90))).containsExactly(ends, unrelated, endsLater);
        assertThat(in(ReportKind.EXPIRING, new ReportFilter("", "SOCIAL_WORKER", 90)))
                .containsExactly(endsLater);
        assertThat(in(
                        ReportKind.EXPIRING,
                        new ReportFilter(world.stranger.lastName().substring(0, 4), null, 90)))
                .contains(unrelated);
        assertThat(in(ReportKind.EXPIRING, new ReportFilter("%", null, 90))).isEmpty();
        assertThat(in(ReportKind.UNRELATED)).contains(unrelated).doesNotContain(ends, tooLong, over);
        assertThat(in(ReportKind.TOO_LONG)).contains(tooLong).doesNotContain(ends, unrelated, over);
        assertThat(in(ReportKind.UNUSED)).contains(ends, unrelated, tooLong).doesNotContain(over);
        assertThat(in(ReportKind.EXCLUDED)).isEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("insert into role_exclusion values (:one, 'SOCIAL_WORKER')")
                    .param("one", ROLE)
                    .update();
            assertThat(in(ReportKind.EXCLUDED)).containsExactlyInAnyOrder(ends, endsLater);
        });
    }

    @Test
    void the_longest_period_counts_from_the_last_extension() {
        Instant now = Instant.now();
        UUID extended = right(world.cpas.user, ROLE, now.minus(Duration.ofDays(1_200)), now.plus(Duration.ofDays(10)));
        extensions.extend(
                ManagedWorld.as(world.cpas.localManager), extended, Days.of(now).plusMonths(48));
        assertThat(in(ReportKind.TOO_LONG)).doesNotContain(extended);

        jdbc.sql("update role_assignment set valid_until = valid_until + interval '1 day' where id = :id")
                .param("id", extended)
                .update();
        assertThat(in(ReportKind.TOO_LONG)).contains(extended);
    }

    /** Nobody learns from a report what somebody may do in another entity. */
    @Test
    void a_right_elsewhere_excludes_none_here() {
        Instant before = Instant.now().minus(Duration.ofDays(40));
        QualityId here = quality;
        UUID excluding = right(world.colleague, ROLE, before, null);
        quality = worlds.managed().cpas.socialAction.id();
        right(world.colleague, "SOCIAL_WORKER", before, null);
        quality = here;
        assertThat(excluded()).isEmpty();
        UUID excluded = right(world.colleague, "SOCIAL_WORKER", before, null);
        assertThat(excluded()).containsExactlyInAnyOrder(excluding, excluded);
    }

    /** What the report says were the two roles to exclude each other by now. */
    private List<UUID> excluded() {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("insert into role_exclusion values (:one, 'SOCIAL_WORKER')")
                    .param("one", ROLE)
                    .update();
            return in(ReportKind.EXCLUDED);
        }));
    }

    /** Where a foreign right would stand among these would tell of it. */
    @Test
    void behind_a_foreign_right_comes_nothing() {
        Instant before = Instant.now().minus(Duration.ofDays(40));
        UUID own = right(world.colleague, "SOCIAL_WORKER", before, null);
        quality = worlds.managed().cpas.socialAction.id();
        UUID foreign = right(world.stranger, "E_BOX_USER", before, null);
        String address = "/api/v1" + path + "/unused?after=";

        assertThat(api.as(world.cpas.principalManager).get(address + foreign).at("/items"))
                .isEmpty();
        assertThat(api.as(world.cpas.principalManager)
                        .get(address + UUID.randomUUID())
                        .at("/items"))
                .isEmpty();
        assertThat(in(ReportKind.UNUSED)).contains(own);
    }

    @Test
    void a_right_that_a_decision_asked_for_is_not_unused_any_more() {
        Instant before = Instant.now().minus(Duration.ofDays(40));
        UUID asked = right(world.colleague, ROLE, before, null);
        UUID other = right(world.stranger, ROLE, before, null);
        var agent = ManagedWorld.as(world.supportAgent);
        String id = "app-" + UUID.randomUUID().toString().substring(0, 12);
        registrations.register(agent, id, new ApplicationDetails("Application " + id, false, false, Set.of(ROLE)));
        String key = registrations.makeKey(agent, id, 0);
        var application = api.with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((id + ":" + key).getBytes(StandardCharsets.UTF_8)));

        assertThat(ask(application, world.cpas.candidate)).isFalse();
        assertThat(ask(application, world.colleague)).isTrue();
        assertThat(ask(application, world.colleague)).isTrue();
        use.write();

        assertThat(in(ReportKind.UNUSED)).contains(other).doesNotContain(asked);
        assertThat(jdbc.sql("select count(*) from right_use where quality_id = :id")
                        .param("id", quality.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static boolean ask(ApiCaller application, Person person) {
        return application
                .post(
                        "/access/v1/evaluation",
                        "{'subject':{'type':'person','id':'" + person.id() + "'},'action':{'name':'use'},"
                                + "'resource':{'type':'role','id':'" + ROLE + "'},'context':{'sign_in_level':500}}")
                .at("/decision")
                .asBoolean();
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void pages_of_a_report_follow_each_other_without_a_gap(ReportKind kind) {
        Instant now = Instant.now();
        worlds.people().crowd(120, "Rapport" + UUID.randomUUID());
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, valid_until, basis_id)
                        select gen_random_uuid(), id, :role, :quality, :from, cast(:until as timestamptz) + interval '1 second' * (row_number() over ()),
                               (select id from basis limit 1)
                          from (select id from person where last_name like 'Rapport%' order by id desc limit 120) crowd""")
                .param("role", ROLE)
                .param("quality", quality.value())
                .param("from", Timestamp.from(now.minus(Duration.ofDays(9_000))))
                .param("until", Timestamp.from(now.plus(Duration.ofDays(3))))
                .update();
        var scope = reports.scope(ManagedWorld.as(world.cpas.principalManager), world.cpas.cpas.enterpriseNumber());
        ReportFilter filter = new ReportFilter("", ROLE, 30);
        List<UUID> all = reports.lines(scope, kind, filter, null, 1_000).stream()
                .map(ReportLine::id)
                .toList();
        if (kind != ReportKind.EXCLUDED) {
            assertThat(all).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
        }
        List<UUID> paged = new ArrayList<>();
        UUID after = null;
        List<ReportLine> page;
        do {
            page = reports.lines(scope, kind, filter, after, 50);
            page.forEach(line -> paged.add(line.id()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == 50);
        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Droits qui se terminent bientôt, Télécharger (CSV), Premier jour",
        "nl, Rechten die binnenkort aflopen, Downloaden (CSV), Eerste dag"
    })
    void a_report_is_read_on_a_page_and_taken_along(String language, String title, String csv, String firstDay) {
        right(world.colleague, ROLE, Instant.now(), Instant.now().plus(Duration.ofDays(20)));
        Browser browser = browsers.signedIn(world.cpas.principalManager);
        var start = browser.get(path + "?lang=" + language);
        assertThat(start.page().select("#reports a")).hasSize(5);
        var page = browser.get(path + "/expiring");
        assertThat(page.text()).contains(title, csv, world.colleague.displayName());
        assertThat(page.page().select("#role option").eachAttr("value"))
                .contains("", ROLE, "SOCIAL_WORKER")
                .doesNotContain("DPD_REVIEWER");
        assertThat(browser.get(path + "/expiring?role=SOCIAL_WORKER&q=").page().select("#none, option[selected]"))
                .hasSize(2);
        assertThat(browser.get(path + "/expiring?role=" + ROLE).text()).contains(world.colleague.displayName());
        assertThat(browser.get(path + "/expiring?days=5").page().select("#none"))
                .hasSize(1);
        assertThat(browser.get(path + "/expiring?days=nonsense&after=x").status())
                .isEqualTo(200);
        assertThat(browser.get(path + "/unused").page().selectFirst("#as-of").text())
                .contains("/");
        var file = browser.get(path + "/expiring.csv");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.body()).contains(firstDay, world.colleague.displayName());
        var pdf = browser.get(path + "/expiring.pdf");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where operation = 'reports.exported' and subject_id = :id")
                        .param("id", world.cpas.cpas.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        var answer = api.as(world.cpas.localManager).get("/api/v1" + path + "/expiring");
        assertThat(answer.text("/items/0/role")).isEqualTo(ROLE);
    }

    @Test
    void only_managers_of_whole_qualities_read_reports() {
        assertThat(browsers.signedIn(world.subdivisionManager).get(path).status())
                .isEqualTo(403);
        assertThat(browsers.signedIn(world.cpas.user).get(path).status()).isIn(403, 404);
        assertThat(browsers.signedIn(worlds.cpas().principalManager)
                        .get(path + "/unused.csv")
                        .status())
                .isEqualTo(404);
        assertThat(browsers.signedIn(world.cpas.localManager)
                        .get(path + "/unused")
                        .status())
                .isEqualTo(200);
        assertThat(browsers.signedIn(world.cpas.localManager)
                        .get(path + "/no-such")
                        .status())
                .isEqualTo(404);
    }
}
