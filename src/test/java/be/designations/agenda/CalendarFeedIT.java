package be.designations.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import be.designations.testing.WrittenLog;
import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** D80: the secret address under which a calendar programme reads deadlines. */
class CalendarFeedIT extends WholeApplication {

    private final LocalDate due = LocalDate.now(Days.BRUSSELS).minusDays(400);

    @Autowired
    Limits limits;

    CpasWorld world;
    DossierNumber number;
    Browser browser;

    @BeforeEach
    void aDossierAtTheDesk() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
        // First of all that other tests leave.
        jdbc.sql("update work_item set due_at = :at, overdue_at = now(), reminded_at = now()"
                        + " where case_id = (select id from case_file where dossier_number = :number)")
                .param("at", Timestamp.from(Days.endOf(due)))
                .param("number", number.value())
                .update();
        browser = browsers.signedIn(world.reviewer);
    }

    @Test
    void whoever_has_the_address_reads_number_step_and_entity_without_a_session_and_nobody_by_name() {
        worlds.people().speaks(world.reviewer, Language.NL);
        Answer made = browser.post("/me/calendar", Map.of("seen", ""));
        assertThat(made.location()).as("reloading makes no other one").contains("/me/calendar");
        String address = addressOn(browser.follow(made));
        assertThat(address).matches("/calendars/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(browser.get("/me/calendar").body()).as("shown once").doesNotContain("/calendars/");

        Answer read = browsers.fresh().get(address);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(read.header("Set-Cookie")).isEmpty();
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Security-Policy")).contains("default-src 'self'");
        VEvent event = event(read);
        assertThat(event.getSummary().getValue())
                .isEqualTo(number.value() + " – Advies geven – " + world.cpas.name(Language.NL));
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateStart().getValue().getRawComponents().getDate()).isEqualTo(due.getDayOfMonth());
        assertThat(event.getUrl().getValue()).endsWith("/cases/" + number.value());
        assertThat(read.body())
                .doesNotContain(world.candidate.lastName(), world.reviewer.lastName(), world.head.lastName())
                .doesNotContain(world.candidate.niss().value());
    }

    @Test
    void the_end_of_a_mandate_is_read_a_year_ahead_by_its_officer_and_its_cpas_under_the_same_id_wherever_it_moves() {
        LocalDate lastDay = LocalDate.now(Days.BRUSSELS).plusDays(100);
        UUID mandate = ends(lastDay);
        worlds.people().speaks(world.localManager, Language.DE);
        browser = browsers.signedIn(world.localManager);
        String address = make();

        VEvent event = events(address).get(0);
        assertThat(event.getSummary().getValue())
                .isEqualTo("Ende des Mandats des DSB – " + world.cpas.name(Language.DE));
        assertThat(event.getDateStart().getValue().getRawComponents().getDate()).isEqualTo(lastDay.getDayOfMonth());
        assertThat(event.getUid().getValue()).isEqualTo(mandate + "@designations");
        assertThat(event.getUrl().getValue()).endsWith("/mandates/" + mandate);
        assertThat(browsers.fresh().get(address).body())
                .doesNotContain(
                        world.localManager.lastName(), world.localManager.niss().value());

        ends(lastDay.plusDays(30));
        assertThat(events(address)).singleElement().satisfies(moved -> {
            assertThat(moved.getUid().getValue()).isEqualTo(mandate + "@designations");
            assertThat(moved.getDateStart().getValue().getRawComponents().getDate())
                    .isEqualTo(lastDay.plusDays(30).getDayOfMonth());
        });
        ends(LocalDate.now(Days.BRUSSELS).plusDays(400));
        assertThat(events(address)).isEmpty();
        ends(LocalDate.now(Days.BRUSSELS).minusDays(1));
        assertThat(events(address)).as("past").isEmpty();
        browser = browsers.signedIn(world.user);
        assertThat(browser.get("/me/calendar").text()).contains("un agenda resterait vide");
    }

    @Test
    void an_officer_of_no_desk_has_one_until_the_mandate_is_over() {
        Person officer = world.person("Olive");
        jdbc.sql("update dpd_mandate set valid_until = now() - interval '1 day' where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
        jdbc.sql("""
                        insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                        select :id, organisation_id, :officer, 8, now() - interval '1 day', basis_id from dpd_mandate
                         where organisation_id = :cpas""")
                .param("id", UUID.randomUUID())
                .param("officer", officer.id().value())
                .param("cpas", world.cpas.id().value())
                .update();
        browser = browsers.signedIn(officer);
        String address = make();
        assertThat(status(address)).isEqualTo(200);

        jdbc.sql("update dpd_mandate set valid_until = now() where person_id = :officer")
                .param("officer", officer.id().value())
                .update();

        assertThat(status(address)).isEqualTo(404);
    }

    private UUID ends(LocalDate lastDay) {
        return jdbc.sql("update dpd_mandate set valid_until = :until where organisation_id = :cpas returning id")
                .param("until", Timestamp.from(Days.endOf(lastDay)))
                .param("cpas", world.cpas.id().value())
                .query(UUID.class)
                .single();
    }

    private List<VEvent> events(String address) {
        return Biweekly.parse(browsers.fresh().get(address).body()).first().getEvents();
    }

    @Test
    void only_a_digest_is_kept_and_the_secret_is_in_no_log_and_no_line_of_the_audit_log() {
        try (WrittenLog log = new WrittenLog()) {
            String address = make();
            String secret = address.substring(11, 54);
            browsers.fresh().get(address);
            browsers.fresh().get("/calendars/" + secret + ".icsx");
            browsers.fresh().get("/calendars/x" + secret + ".ics");

            assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            assertThat(jdbc.sql("select encode(digest, 'hex') from calendar_feed where person_id = :person")
                            .param("person", world.reviewer.id().value())
                            .query(String.class)
                            .single())
                    .hasSize(64)
                    .isNotEqualTo(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII)));
            assertThat(jdbc.sql("select operation || coalesce(before::text, '') || coalesce(after::text, '')"
                                    + " from audit_event where actor_person = :person")
                            .param("person", world.reviewer.id().value())
                            .query(String.class)
                            .list())
                    .contains("agenda.calendar-made")
                    .noneMatch(line -> line.contains(secret));
            assertThat(jdbc.sql("select encode(attribute_bytes, 'escape') from spring_session_attributes")
                            .query(String.class)
                            .list())
                    .as("a session does not keep what its page has shown")
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    void a_new_address_ends_the_one_before_and_a_second_click_makes_none() {
        String first = make();
        Answer again = browser.post("/me/calendar", Map.of("seen", ""));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Une autre adresse a été faite");
        assertThat(status(first)).isEqualTo(200);

        String second = make();

        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);
    }

    @Test
    void whoever_clicks_twice_reads_the_address_of_the_first_click() {
        String location =
                browser.post("/me/calendar", Map.of("seen", "")).location().orElseThrow();

        Answer second = browser.post("/me/calendar", Map.of("seen", ""));

        assertThat(second.status()).isEqualTo(422);
        assertThat(status(addressOn(second))).isEqualTo(200);
        assertThat(browser.get(location).body()).as("shown once").doesNotContain("/calendars/");
    }

    @Test
    void of_two_clicks_in_the_same_moment_one_makes_the_address() throws Exception {
        Browser other = browsers.signedIn(world.reviewer);

        List<Answer> answers = AtOnce.both(
                () -> browser.post("/me/calendar", Map.of("seen", "")),
                () -> other.post("/me/calendar", Map.of("seen", "")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(302, 422);
        Answer made = answers.get(0).status() == 302 ? browser.follow(answers.get(0)) : other.follow(answers.get(1));
        assertThat(status(addressOn(made))).isEqualTo(200);
    }

    @Test
    void a_revoked_address_leads_nowhere() {
        String address = make();

        assertThat(browser.follow(browser.post("/me/calendar/revoke", Map.of())).text())
                .contains("ne mène plus nulle part", "Vous n’avez pas d’adresse");

        assertThat(status(address)).isEqualTo(404);
        assertThat(browser.post("/me/calendar/revoke", Map.of()).status()).isEqualTo(302);
    }

    @Test
    void it_ends_for_good_with_the_role() {
        String address = make();
        jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                .param("person", world.reviewer.id().value())
                .update();
        assertThat(status(address)).isEqualTo(404);

        jdbc.sql("update role_assignment set valid_until = null where person_id = :person")
                .param("person", world.reviewer.id().value())
                .update();

        assertThat(status(address)).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit_event where operation = 'agenda.calendar-ended'"
                                + " and subject_id = :person")
                        .param("person", world.reviewer.id().value().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void it_ends_with_a_block_with_the_person_and_after_a_year() {
        String blocked = make();
        worlds.people().block(world.reviewer);
        assertThat(status(blocked)).isEqualTo(404);

        browser = browsers.signedIn(world.otherReviewer);
        String disabled = make();
        worlds.people().disable(world.otherReviewer);
        assertThat(status(disabled)).isEqualTo(404);

        browser = browsers.signedIn(world.approver);
        String old = make();
        jdbc.sql("update calendar_feed set made_at = now() - interval '366 days' where person_id = :person")
                .param("person", world.approver.id().value())
                .update();
        assertThat(status(old)).isEqualTo(404);
    }

    @Test
    void whoever_works_nowhere_has_none_and_what_is_no_address_is_not_found() {
        Person nobody = worlds.people().person("Nora", Language.FR);
        Browser hers = browsers.signedIn(nobody);
        assertThat(hers.get("/me/calendar").text()).contains("un agenda resterait vide");
        assertThat(hers.post("/me/calendar", Map.of("seen", "")).status()).isEqualTo(403);

        for (String path : List.of("/calendars/x.ics", "/calendars/" + "A".repeat(43) + ".ics", "/calendars/")) {
            assertThat(browsers.fresh().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(browsers.fresh().get("/me/calendar").location().orElseThrow())
                .contains("/sign-in");
    }

    @Test
    void a_local_manager_reads_the_work_of_their_own_quality_only() {
        browser = browsers.signedIn(world.localManager);
        String address = make();

        assertThat(browsers.fresh().get(address).body())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain(number.value());
    }

    @Test
    void an_address_that_asks_too_often_is_told_to_wait() {
        String address = make();
        while (limits.take(Limit.CALENDARS, "127.0.0.1").isEmpty()) {}
        try {
            Answer refused = browsers.fresh().get(address);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isNotEmpty();
        } finally {
            jdbc.sql("delete from request_limit where id like 'calendars %'").update();
        }
    }

    private String make() {
        Answer page = browser.get("/me/calendar");
        String seen = page.page().selectFirst("input[name=seen]").attr("value");
        return addressOn(browser.follow(browser.post("/me/calendar", Map.of("seen", seen))));
    }

    private static String addressOn(Answer answer) {
        return answer.page().selectFirst("#address").attr("value").replaceFirst("^https?://[^/]+", "");
    }

    private int status(String address) {
        return browsers.fresh().get(address).status();
    }

    private VEvent event(Answer read) {
        return Biweekly.parse(read.body()).first().getEvents().stream()
                .filter(event -> event.getSummary().getValue().contains(number.value()))
                .findFirst()
                .orElseThrow();
    }
}
