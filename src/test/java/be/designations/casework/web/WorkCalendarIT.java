package be.designations.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of deadlines. */
class WorkCalendarIT extends WholeApplication {

    /** A Thursday that no other test thinks of; the Monday after is a public holiday. */
    private static final LocalDate DAY = LocalDate.of(2031, 5, 29);

    CpasWorld world;
    DossierNumber number;
    Browser browser;

    @BeforeEach
    void aDossierThatIsDueThen() {
        world = worlds.cpas();
        number = due(DAY);
        browser = browsers.signedIn(world.reviewer);
    }

    @AfterEach
    void leaveNothingBehind() {
        jdbc.sql("update work_item set due_at = now() + interval '30 days' where due_at > '2031-01-01'")
                .update();
        jdbc.sql("delete from closing_day").update();
        jdbc.sql("delete from dpd_mandate where valid_from > '2031-01-01'").update();
        jdbc.sql("update dpd_mandate set valid_until = null where valid_until > '2031-01-01'")
                .update();
    }

    @Test
    void a_week_shows_each_day_with_what_is_due_on_it_holidays_and_closing_days() {
        jdbc.sql("""
                        insert into closing_day (id, desk, day, name_fr, name_nl, name_de, written_by, written_at)
                        values (:id, :desk, :day, 'Pont', 'Brug', 'Brücke', :by, now())""")
                .param("id", UUID.randomUUID())
                .param("desk", "BCSS")
                .param("day", DAY.plusDays(1))
                .param("by", world.user.id().value())
                .update();

        Answer week = browser.get("/work/calendar?show=week&on=" + DAY);

        assertThat(week.page().select(".app-calendar__day")).hasSize(7);
        assertThat(day(week, DAY).text())
                .contains("jeudi 29 mai", "1 échéance", "Rendre l’avis", number.value(), "CPAS de Testville");
        assertThat(day(week, DAY.plusDays(1)).text())
                .contains("BCSS fermé : Pont")
                .doesNotContain("échéance");
        assertThat(day(browser.get("/work/calendar?on=2031-06-02&lang=nl"), LocalDate.of(2031, 6, 2))
                        .text())
                .contains("maandag 2 juni", "Tweede pinksterdag");
        assertThat(week.page().selectFirst("a[rel=next]").attr("href"))
                .isEqualTo("/work/calendar?show=week&on=2031-06-05");
        assertThat(week.page().selectFirst("a[rel=prev]").attr("href"))
                .isEqualTo("/work/calendar?show=week&on=2031-05-22");
    }

    @Test
    void a_month_shows_the_first_of_each_day_and_leads_to_the_others_by_a_fixed_number_of_statements() {
        int few = statements("/work/calendar?show=month&on=" + DAY);
        for (int i = 0; i < 4; i++) {
            due(DAY);
        }

        Answer month = browser.get("/work/calendar?show=month&on=" + DAY);

        assertThat(month.page().select(".app-calendar__day")).hasSize(35);
        Element full = day(month, DAY);
        assertThat(full.text()).contains("5 échéances", "et 2 autres");
        assertThat(full.select(".app-calendar__work li")).hasSize(3);
        Answer one = browser.get(full.select("a").last().attr("href"));
        assertThat(one.page().select(".app-calendar__work li")).hasSize(5);
        assertThat(statements("/work/calendar?show=month&on=" + DAY))
                .isEqualTo(few)
                .isLessThan(24);
    }

    @Test
    void what_is_due_before_the_period_is_said() {
        assertThat(browser.get("/work/calendar?on=" + DAY.plusDays(7)).text()).contains("Avant cette période :");
    }

    @Test
    void nobody_sees_what_waits_for_others_or_what_they_may_not_do() {
        assertThat(day(browsers.signedIn(world.approver).get("/work/calendar?on=" + DAY), DAY)
                        .text())
                .doesNotContain(number.value());
        assertThat(day(browsers.signedIn(world.head).get("/work/calendar?on=" + DAY), DAY)
                        .text())
                .doesNotContain(number.value());
        jdbc.sql("insert into barred_person (case_id, person_id, work_kind)"
                        + " select id, :person, 'GIVE_OPINION' from case_file where dossier_number = :number")
                .param("person", world.reviewer.id().value())
                .param("number", number.value())
                .update();
        assertThat(day(browser.get("/work/calendar?on=" + DAY), DAY).text()).doesNotContain(number.value());
        assertThat(api.as(world.otherReviewer)
                        .get("/api/v1/work-calendar?from=" + DAY + "&days=1")
                        .at("/days/0/tasks/0/dossier")
                        .asText())
                .isEqualTo(number.value());
        assertThat(api.as(world.approver)
                        .get("/api/v1/work-calendar?from=" + DAY + "&days=1")
                        .at("/days/0/count")
                        .asInt())
                .isZero();
    }

    @Test
    void work_of_an_entity_stands_in_the_calendar_of_who_does_it() {
        acts.askCompletion(CpasWorld.as(world.otherReviewer), number, null, "Quel diplôme ?");
        move(number, DAY);

        assertThat(day(browsers.signedIn(world.head).get("/work/calendar?on=" + DAY), DAY)
                        .text())
                .contains("Compléter le dossier", number.value());
        assertThat(day(browsers.signedIn(world.localManager).get("/work/calendar?on=" + DAY), DAY)
                        .text())
                .doesNotContain(number.value());
    }

    @Test
    void the_end_of_a_mandate_stands_in_the_calendar_of_those_it_concerns_in_their_words_and_nobody_is_named() {
        UUID mandate = mandateUntil(world, DAY);
        CpasWorld other = worlds.cpas();
        mandateUntil(other, DAY);

        Element hers = day(browsers.signedIn(world.localManager).get("/work/calendar?on=" + DAY), DAY);
        assertThat(hers.select("a[href=/mandates/" + mandate + "]").text())
                .startsWith("Fin du mandat du DPD – CPAS de Testville");
        assertThat(hers.text()).doesNotContain(world.localManager.lastName()).doesNotContain("échéance");
        assertThat(hers.select("a[href^=/mandates/]")).as("of no other CPAS").hasSize(1);
        for (Person reader : List.of(world.head, world.principalManager, world.reviewer, world.approver)) {
            assertThat(day(browsers.signedIn(reader).get("/work/calendar?show=day&on=" + DAY), DAY)
                            .select("a[href=/mandates/" + mandate + "]"))
                    .as(reader.firstName())
                    .hasSize(1);
        }
        for (String words : List.of(
                "nl Einde van het mandaat van de DPO",
                "de Ende des Mandats des DSB",
                "en End of the mandate of the DPO")) {
            assertThat(day(
                                    browsers.signedIn(world.head)
                                            .get("/work/calendar?on=" + DAY + "&lang=" + words.substring(0, 2)),
                                    DAY)
                            .text())
                    .contains(words.substring(3));
        }
        Person support = world.supportAgent("Sam");
        for (Person reader : List.of(world.user, support)) {
            assertThat(browsers.signedIn(reader)
                            .get("/work/calendar?on=" + DAY)
                            .page()
                            .select("a[href^=/mandates/]"))
                    .as(reader.firstName())
                    .isEmpty();
        }
        assertThat(api.as(world.head)
                        .get("/api/v1/work-calendar?from=" + DAY + "&days=1")
                        .at("/days/0/ends/0/id")
                        .asText())
                .isEqualTo(mandate.toString());
        assertThat(api.as(world.user)
                        .get("/api/v1/work-calendar?from=" + DAY + "&days=1")
                        .at("/days/0/ends"))
                .isEmpty();
    }

    @Test
    void an_officer_of_no_desk_has_a_calendar_and_what_goes_on_without_a_gap_does_not_end() {
        Person officer = world.person("Olive");
        CpasWorld served = worlds.cpas();
        mandateUntil(served, DAY.minusDays(1));
        mandate(served, officer, DAY, DAY.plusDays(1));
        mandate(served, officer, DAY.plusDays(2), DAY.plusDays(3));

        Answer week = browsers.signedIn(officer).get("/work/calendar?on=" + DAY);

        assertThat(day(week, DAY.plusDays(1)).select("a[href^=/mandates/]"))
                .as("the next mandate begins the day after")
                .isEmpty();
        assertThat(day(week, DAY.plusDays(3)).select("a[href^=/mandates/]")).hasSize(1);
    }

    @Test
    void a_month_shows_the_first_ends_of_a_day_and_its_page_all_by_a_fixed_number_of_statements() {
        mandateUntil(world, DAY);
        int few = statements("/work/calendar?show=month&on=" + DAY);
        for (int i = 0; i < 4; i++) {
            mandateUntil(worlds.cpas(), DAY);
        }

        Element full = day(browser.get("/work/calendar?show=month&on=" + DAY), DAY);

        assertThat(full.select("a[href^=/mandates/]")).hasSize(3);
        assertThat(full.text()).contains("et 2 autres fins");
        assertThat(browser.get(full.select("a").last().attr("href")).page().select("a[href^=/mandates/]"))
                .hasSize(5);
        assertThat(statements("/work/calendar?show=month&on=" + DAY)).isEqualTo(few);
    }

    private void mandate(CpasWorld cpas, Person officer, LocalDate first, LocalDate last) {
        jdbc.sql("""
                        insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, valid_until, basis_id)
                        select :id, organisation_id, :person, 8, :from, :until, basis_id from dpd_mandate
                         where organisation_id = :cpas limit 1""")
                .param("id", UUID.randomUUID())
                .param("person", officer.id().value())
                .param("from", Timestamp.from(Days.startOf(first)))
                .param("until", Timestamp.from(Days.endOf(last)))
                .param("cpas", cpas.cpas.id().value())
                .update();
    }

    /** The mandate of the officer of that CPAS ends with that day. */
    private UUID mandateUntil(CpasWorld cpas, LocalDate lastDay) {
        return jdbc.sql("update dpd_mandate set valid_until = :until where organisation_id = :cpas returning id")
                .param("until", Timestamp.from(Days.endOf(lastDay)))
                .param("cpas", cpas.cpas.id().value())
                .query(UUID.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "year, 2031-02-30", "month, 0001-01-01", "week, <script>", "day, 9999-12-31"})
    void an_address_that_was_made_up_shows_the_days_around_today(String show, String on) {
        Answer answer =
                browser.get("/work/calendar?show=" + show + "&on=" + URLEncoder.encode(on, StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select(".app-calendar__day[aria-current=date]"))
                .hasSize(1);
    }

    @Test
    void a_bad_question_of_a_program_is_told_and_whoever_has_no_desk_is_led_on() {
        assertThat(api.as(world.reviewer).get("/api/v1/work-calendar?from=x").status())
                .isEqualTo(400);
        assertThat(api.as(world.reviewer)
                        .get("/api/v1/work-calendar?from=0001-01-01")
                        .status())
                .isEqualTo(400);
        assertThat(api.as(world.reviewer)
                        .get("/api/v1/work-calendar?from=2031-01-01&days=43")
                        .status())
                .isEqualTo(400);
        Person nobody = world.person("Nora");
        assertThat(browsers.signedIn(nobody).get("/work/calendar").text())
                .contains("Aucune tâche n’est prévue", "Choisir une autre entité ou qualité");
    }

    private int statements(String path) {
        browser.get(path);
        // The least of three, as something else may ask meanwhile.
        return IntStream.range(0, 3)
                .map(i -> StatementCount.ofAllThreads(() -> browser.get(path)))
                .min()
                .getAsInt();
    }

    private static Element day(Answer answer, LocalDate day) {
        assertThat(answer.status()).isEqualTo(200);
        List<Element> found = answer.page().select(".app-calendar__day:has(time[datetime=" + day + "])");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private DossierNumber due(LocalDate day) {
        CpasWorld another = world;
        if (number != null) {
            another = worlds.cpas();
        }
        DossierNumber submitted = acts.submit(another.forCpas(another.head), another.answers());
        move(submitted, day);
        return submitted;
    }

    private void move(DossierNumber dossier, LocalDate day) {
        jdbc.sql("update work_item set due_at = :at where done_at is null"
                        + " and case_id = (select id from case_file where dossier_number = :number)")
                .param("at", Timestamp.from(Days.endOf(day)))
                .param("number", dossier.value())
                .update();
    }
}
