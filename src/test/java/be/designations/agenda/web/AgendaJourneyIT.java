package be.designations.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about deadlines, in a real browser, by keyboard, narrow and wide. */
class AgendaJourneyIT extends BrowserJourney {

    private static final LocalDate DAY = LocalDate.of(2032, 5, 5);

    @AfterEach
    void openAgain() {
        jdbc.sql("delete from closing_day").update();
        jdbc.sql("delete from desk_head").update();
    }

    @ParameterizedTest
    @CsvSource({"360, nl", "1280, de"})
    void the_pages_about_deadlines_can_be_used_by_everybody(int width, String language) {
        CpasWorld world = worlds.cpas();
        Person support = world.supportAgent("Sophie");
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        due(number, Days.endOf(DAY));
        api.as(support)
                .put("/api/v1/desks/bcss/head", "{'person': '" + world.reviewer.id() + "', 'reason': 'Organigramme'}");

        openWindow(width);
        window.signIn(support, language);
        window.open("/desks");
        page.fill("#day-day", "6");
        page.fill("#day-month", "5");
        page.fill("#day-year", Integer.toString(LocalDate.now(Days.BRUSSELS).getYear() + 9));
        window.press("button[value=preview]");
        window.check();
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.open("/desks/bcss/head");

        window.signIn(world.reviewer, language);
        window.open("/work");
        window.open("/work/calendar?show=week&on=" + DAY);
        window.open("/work/calendar?show=month&on=" + DAY);
        page.locator("a:has-text('" + number.value() + "')").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/cases/" + number.value());
        window.check();
        due(number, Instant.parse("2026-01-05T23:00:00Z"));
        window.open("/work/late");
        window.open("/me/calendar");
        window.press("form[action$='/me/calendar'] button");
        window.check();
        assertThat(page.inputValue("#address")).endsWith(".ics");
        assertThat(window.complaints()).isEmpty();
    }

    private void due(DossierNumber number, Instant at) {
        jdbc.sql("update work_item set due_at = :at where done_at is null"
                        + " and case_id = (select id from case_file where dossier_number = :number)")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }
}
