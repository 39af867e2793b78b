package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.identifier.Niss;
import be.designations.testing.BrowserJourney;
import be.designations.testing.ManagedWorld;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manager’s morning in a browser: many at once in a quality of thousands, and somebody new. */
class UserJourneyIT extends BrowserJourney {

    private static final int MANY = 5_000;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private ManagedWorld world;
    private String quality;

    @BeforeEach
    void aCpasWithItsManagers() {
        world = worlds.managed();
        quality = "/qualities/" + world.cpas.socialAction.id().value();
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                        values ('2297964444', :entity, 'Antenne Nord', 'Rue 1', '5000', 'Namur', now() - interval '1 year')
                        on conflict do nothing""").param("entity", world.cpas.cpas.id().value()).update();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void many_users_are_given_an_application_and_somebody_new_is_added(String language, int width) {
        crowd();
        openWindow(width);
        window.signIn(world.cpas.localManager, language);
        window.open(quality);
        Locator head = page.locator("#bulk thead");
        head.evaluate("it => scrollBy(0, it.getBoundingClientRect().bottom - innerHeight)");
        assertThat(page.locator(".app-bulk__bar").boundingBox().y)
                .as("the bar, when the head of the table has just come into view")
                .isGreaterThanOrEqualTo(head.boundingBox().y + head.boundingBox().height);
        press("#bulk .app-bulk__bar button");
        assertThat(page.locator("#people-error").count()).isEqualTo(1);
        window.check();

        // Afresh: axe-core leaves empty styles on what it looks at, and htmx would carry them over.
        page.navigate(window.address(quality));
        page.locator("#q").fill("foule");
        page.waitForCondition(() -> !page.locator("#total").innerText().contains("004"));
        window.check();
        page.locator("label[for=tick-all]").click();
        assertThat(page.locator("input[name=person]:checked").count()).isEqualTo(50);
        assertThat(page.locator("[data-ticked]").innerText()).contains("50");
        page.locator("#action").selectOption("add-applications");
        window.check();
        press("#bulk .app-bulk__bar button");
        window.check();
        page.locator("#narrow-roles").fill("match lecture");
        page.locator("#narrow-roles").fill("match-it");
        assertThat(page.locator("#roles-list .govuk-checkboxes__item:visible").count())
                .isEqualTo(2);
        assertThat(page.locator("input[name=context]").first().isVisible()).isFalse();
        page.locator("#roles-list label:visible").first().click();
        page.locator("input[name=context][value=all]").check();
        assertThat(page.inputValue("[name=lastDay-year]"))
                .as("proposed, for a role has a longest period")
                .isNotEmpty();
        page.fill("[name=lastDay-day]", "");
        page.fill("[name=lastDay-month]", "");
        page.fill("[name=lastDay-year]", "");
        press("main form button");
        assertThat(page.locator("#lastDay-error").count()).isEqualTo(1);
        window.check();
        LocalDate end = LocalDate.now(ZoneId.of("Europe/Brussels")).plusYears(1);
        page.fill("[name=lastDay-day]", String.valueOf(end.getDayOfMonth()));
        page.fill("[name=lastDay-month]", String.valueOf(end.getMonthValue()));
        page.fill("[name=lastDay-year]", String.valueOf(end.getYear()));
        press("main form button");
        window.check();
        assertThat(page.locator(".app-verdicts tbody tr").count()).isEqualTo(50);
        press("main form button");
        window.check();
        page.locator("main .app-actions a").first().click();
        page.waitForLoadState();
        assertThat(page.locator("#q").inputValue()).isEqualTo("foule");
        assertThat(page.locator("#found").innerText()).contains("Match-It");
        page.locator("a[rel=next]").click();
        page.waitForLoadState();
        window.check();

        window.open(quality + "/users/new");
        press("main form button");
        window.check();
        page.fill("#niss", world.stranger.niss().formatted());
        press("main form button");
        window.check();
        press("main form button");
        assertThat(page.locator(".govuk-error-message").count()).isEqualTo(3);
        window.check();
        page.locator("#category").selectOption("PERMANENT");
        page.fill("#email", "etienne@test.example");
        page.fill("#phone", "081 12 34 56");
        press("main form button");
        window.check();
        assertThat(page.locator(".govuk-notification-banner").count()).isEqualTo(1);
        press("main form button[value=add-applications]");
        window.check();
        window.open(quality + "/users/" + world.userOfSubdivision.id());
        press("main form button[value=delete]");
        window.check();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_user_is_blocked_with_the_keyboard_only() {
        openWindow(1280);
        window.signIn(world.cpas.localManager, "fr");
        window.open(quality + "?q=ursule");

        tabTo(page.locator("#people"));
        page.keyboard().press("Space");
        tabTo(page.locator("#action"));
        page.keyboard().type("Bloquer");
        tabTo(page.locator(".app-bulk__bar button"));
        page.keyboard().press("Enter");
        page.waitForSelector(".app-verdicts");
        tabTo(page.locator("main form button").first());
        page.keyboard().press("Enter");
        page.waitForURL("**/users/result");

        assertThat(page.locator(".app-verdicts").innerText()).contains("Est bloqué");
        assertThat(window.complaints()).isEmpty();
    }

    /** As many users as a big entity has, with as few statements as can be. */
    private void crowd() {
        jdbc.sql("""
                        with made as (
                            insert into person (id, niss, last_name, first_name, language)
                            select gen_random_uuid(), niss, 'Foule', 'Marie' || n, 'fr'
                              from unnest(:niss) with ordinality as numbers (niss, n)
                            returning id),
                        tied as (
                            insert into working_relationship (id, organisation_id, person_id, category, valid_from)
                            select gen_random_uuid(), :entity, id, 'OFFICIAL', now() - interval '1 year' from made)
                        insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                        select gen_random_uuid(), 'USER', :entity, :quality, id, now() - interval '1 year',
                               (select basis_id from responsibility where quality_id = :quality limit 1)
                          from made""")
                .param(
                        "niss",
                        IntStream.range(0, MANY)
                                .mapToObj(number -> Niss.withCheckDigits(
                                                LocalDate.of(1930, 1, 1).plusDays(COUNT.incrementAndGet()), 750)
                                        .value())
                                .toArray(String[]::new))
                .param("entity", world.cpas.cpas.id().value())
                .param("quality", world.cpas.socialAction.id().value())
                .update();
    }
}
