package be.designations.deputies.web;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Away for a while: naming a deputy, working in that place, seeing what was done and ending it; by keyboard where it matters. */
class DeputyJourneyIT extends BrowserJourney {

    @Test
    void a_reviewer_is_away_and_sees_afterwards_what_was_done() {
        CpasWorld world = worlds.cpas();
        Person deputy = world.person("Dora");
        var bcss = directory.findDesk(OrganisationKind.BCSS).orElseThrow();
        directory.relate(deputy.id(), bcss.id(), RelationshipCategory.PERMANENT, Instant.EPOCH, "y travaille");
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());

        openWindow(360);
        window.signIn(world.reviewer, "de");
        window.open("/deputies");
        window.open("/deputies/new?q=" + deputy.lastName());
        window.open("/deputies/new/" + deputy.id());
        LocalDate last = Days.of(Instant.now()).plusDays(13);
        page.fill("#lastDay-day", "32");
        tabTo(page.locator("main form[method=post] button[type=submit]"));
        page.keyboard().press("Enter");
        page.locator(".govuk-error-summary").waitFor();
        window.check();
        assertThat(isFocused(page.locator(".govuk-error-summary"))).isTrue();
        page.fill("#lastDay-day", String.valueOf(last.getDayOfMonth()));
        page.fill("#lastDay-month", String.valueOf(last.getMonthValue()));
        page.fill("#lastDay-year", String.valueOf(last.getYear()));
        press("main form[method=post] button[type=submit]");
        window.check();
        assertThat(page.locator("main").innerText()).contains(deputy.displayName());

        window.signIn(deputy, "nl");
        window.open("/capacity");
        tabTo(page.locator("form:has(input[name=principal]) button"));
        page.keyboard().press("Enter");
        page.waitForURL("**/work");
        window.check();
        assertThat(page.locator("#in-the-place-of").innerText())
                .contains("U handelt in de plaats van " + world.reviewer.displayName());
        window.open("/cases/" + number.value());
        window.open("/deputies");
        acts.giveOpinion(
                new Actor(deputy.id(), null, SignInLevel.EID, world.reviewer.id()),
                number,
                null,
                true,
                "Dossier complet");

        window.signIn(world.reviewer, "en");
        window.open("/deputies");
        assertThat(page.locator("section[aria-labelledby=done]").innerText()).contains(number.value(), "Dora");
        page.locator("a[href$='/end']").first().click();
        page.waitForURL("**/end");
        window.check();
        press("main form[method=post] button[type=submit]");
        window.check();

        try (var wide = anotherWindow(1280)) {
            wide.signIn(world.principalManager, "fr");
            wide.open("/deputies");
            wide.signIn(world.supportAgent("Sophie"), "fr");
            wide.open("/operations/deputies");
            wide.signIn(world.approver, "fr");
            wide.open("/cases/" + number.value());
            assertThat(wide.page().locator("main").innerText())
                    .contains(deputy.displayName() + ", à la place de " + world.reviewer.displayName());
            wide.signIn(world.reviewer, "fr");
            wide.open("/deputies");
            wide.open("/deputies/new/" + deputy.id());
            assertThat(wide.complaints()).isEmpty();
        }
        assertThat(acts.view(as(world.reviewer), number).timeline()).isNotEmpty();
        assertThat(window.complaints()).isEmpty();
    }
}
