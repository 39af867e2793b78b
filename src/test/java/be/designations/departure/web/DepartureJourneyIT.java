package be.designations.departure.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.testing.BrowserJourney;
import be.designations.testing.ManagedWorld;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the page of a person to the dossier of their departure, and what ends soon, in a browser. */
class DepartureJourneyIT extends BrowserJourney {

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);
    private final BelgianDates dates = new BelgianDates();

    private ManagedWorld world;
    private Person user;

    @BeforeEach
    void aUserWhoLeaves() {
        world = worlds.managed();
        user = world.userOfSubdivision;
        worlds.people().tie(user, world.cpas.cpas, RelationshipCategory.OCCASIONAL, Days.endOf(today.plusDays(5)));
        world.give(user, ResponsibilityKind.TECHNICAL_USER, world.employer.id(), null);
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360"})
    void a_manager_ends_a_relationship_having_seen_what_comes_of_it(String language, int width) {
        openWindow(width);
        window.signIn(world.cpas.principalManager, language);
        window.open("/people/" + user.id());
        window.check();
        page.locator("a[href$='/end']").nth(1).click();
        window.check();

        page.fill("[name=lastDay-day]", "");
        window.press("main form button");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.check();
        LocalDate lastDay = today.plusDays(3);
        page.fill("[name=lastDay-day]", String.valueOf(lastDay.getDayOfMonth()));
        page.fill("[name=lastDay-month]", String.valueOf(lastDay.getMonthValue()));
        page.fill("[name=lastDay-year]", String.valueOf(lastDay.getYear()));
        page.fill("[name=reason]", "Démission");
        window.press("main form button");
        assertThat(page.locator("#ending").count()).isEqualTo(1);
        assertThat(page.locator("main").innerText()).contains(dates.day(lastDay), "Démission");
        window.check();

        window.press(".govuk-button--warning");
        assertThat(page.locator("main").innerText()).contains(dates.day(lastDay));
        window.check();
        page.locator("main a[href^='/cases/DEP-']").first().click();
        unfoldDrawing();
        window.check();
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void a_manager_extends_what_ends_soon_by_one_click(String language, int width) {
        jdbc.sql("update role_assignment set valid_until = :end where person_id = :person")
                .param("end", Timestamp.from(Days.endOf(today.plusDays(15))))
                .param("person", user.id().value())
                .update();
        openWindow(width);
        window.signIn(world.cpas.principalManager, language);
        window.open("/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/ending");
        window.check();

        page.locator("tbody tr").nth(1).locator("button").first().click();
        assertThat(page.locator("tbody tr").count())
                .as("the relationship is left")
                .isEqualTo(1);
        window.check();
        page.locator("input[type=checkbox]").first().check();
        page.locator("button[formaction$='/let-go']").last().click();
        window.check();
        assertThat(page.locator("tbody tr button").count()).as("it is let go").isEqualTo(1);
        assertThat(window.complaints()).isEmpty();
    }
}
