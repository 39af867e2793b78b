package be.designations.reviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for a right and having it granted, then a campaign in which it is confirmed, in a browser. */
class RightsJourneyIT extends BrowserJourney {

    private CpasWorld world;
    private Person asker;

    @BeforeEach
    void somebodyWhoWorksForACpas() {
        world = worlds.cpas();
        asker = world.person("Aline");
        worlds.people()
                .tie(
                        asker,
                        world.cpas,
                        RelationshipCategory.PERMANENT,
                        Instant.now().plus(3000, ChronoUnit.DAYS));
        world.give(asker, ResponsibilityKind.USER, world.socialAction.id());
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360"})
    void a_right_is_asked_for_granted_and_confirmed(String language, int width) {
        openWindow(width);
        window.signIn(asker, language);
        window.open("/me");
        window.check();
        page.locator("a[href='/requests']").click();
        window.check();
        page.locator("main a.govuk-button[href='/requests/new']").click();
        window.check();
        page.locator("main a[href*='entity=']").first().click();
        window.check();
        page.fill("#q", "agent social");
        page.locator("main a[href*='role=SOCIAL_WORKER']").click();
        window.check();
        window.press("main form button[type=submit]");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.check();
        page.fill("[name=reason]", "Je reprends des dossiers");
        window.press("main form button[type=submit]");
        unfoldDrawing();
        window.check();
        String dossier = page.url().replaceFirst(".*/cases/", "");

        window.signIn(world.localManager, language);
        window.open("/cases/" + dossier);
        unfoldDrawing();
        window.check();
        page.locator("a[href$='/grant']").click();
        window.check();
        window.press("main form button[type=submit]");
        unfoldDrawing();
        window.check();

        window.open("/reviews");
        window.check();
        page.locator("main a.govuk-button[href='/reviews/new']").click();
        window.check();
        page.locator("main a[href^='/reviews/new/']").first().click();
        window.check();
        LocalDate lastDay = Days.of(Instant.now()).plusDays(60);
        page.fill("[name=name]", "Revue annuelle");
        page.fill("[name=lastDay-day]", String.valueOf(lastDay.getDayOfMonth()));
        page.fill("[name=lastDay-month]", String.valueOf(lastDay.getMonthValue()));
        page.fill("[name=lastDay-year]", String.valueOf(lastDay.getYear()));
        page.check("[name=unconfirmed][value=END]");
        page.fill("[name=reason]", "Chaque année");
        window.press("main form button[value=check]");
        window.check();
        window.press("main form button[value^='start:']");
        window.check();
        String campaign = page.url();
        String review = page.locator(".app-table__number").first().innerText();

        window.open("/cases/" + review);
        unfoldDrawing();
        window.check();
        page.locator("a[href$='/answer']").click();
        window.check();
        page.locator("input[name=rights]").first().check();
        page.check("[name=answer][value=CONFIRM]");
        window.press("main form button[value=preview]");
        window.check();
        window.press("main form button[value=confirm]");
        window.check();
        page.navigate(campaign);
        window.check();

        assertThat(page.locator("main").innerText()).contains("100");
        assertThat(window.complaints()).isEmpty();
    }
}
