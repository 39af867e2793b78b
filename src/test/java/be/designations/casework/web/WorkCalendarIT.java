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
