package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.AccessModel;
import be.designations.access.Qualities;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.identifier.Niss;
import be.designations.testing.Chromium;
import be.designations.testing.IntegrationTest;
import be.designations.testing.ManagedWorld;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager’s morning in a browser: many at once in a quality of thousands, and somebody new. */
@IntegrationTest
class UserJourneyIT {

    private static final int MANY = 5_000;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Directory directory;

    @Autowired
    private AccessModel access;

    @Autowired
    private Qualities qualities;

    private ManagedWorld world;
    private String quality;
    private BrowserContext window;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aCpasWithItsManagers() {
        world = new ManagedWorld(jdbc, directory, access, qualities);
        quality = "/qualities/" + world.cpas.socialAction.id().value();
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                        values ('2297964444', :entity, 'Antenne Nord', 'Rue 1', '5000', 'Namur', now() - interval '1 year')
                        on conflict do nothing""").param("entity", world.cpas.cpas.id().value()).update();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void many_users_are_given_an_application_and_somebody_new_is_added(String language, int width) {
        crowd();
        openWindow(width);
        signIn(world.cpas.localManager, language);
        open(quality);
        press("#bulk .app-bulk__bar button");
        assertThat(page.locator("#people-error").count()).isEqualTo(1);
        check("nobody");

        // Afresh: axe-core leaves empty styles on what it looks at, and htmx would carry them over.
        page.navigate(address(quality));
        page.locator("#q").fill("foule");
        page.waitForCondition(() -> !page.locator("#total").innerText().contains("004"));
        check("filtered");
        page.locator("label[for=tick-all]").click();
        assertThat(page.locator("input[name=person]:checked").count()).isEqualTo(50);
        assertThat(page.locator("[data-ticked]").innerText()).contains("50");
        page.locator("#action").selectOption("add-applications");
        check("ticked");
        press("#bulk .app-bulk__bar button");
        check("details");
        page.locator("#narrow-roles").fill("match lecture");
        page.locator("#narrow-roles").fill("match-it");
        assertThat(page.locator("#roles-list .govuk-checkboxes__item:visible").count())
                .isEqualTo(2);
        assertThat(page.locator("input[name=context]").first().isVisible()).isFalse();
        page.locator("#roles-list label:visible").first().click();
        press("main form button");
        assertThat(page.locator("#lastDay-error").count()).isEqualTo(1);
        check("details-wrong");
        LocalDate end = LocalDate.now(ZoneId.of("Europe/Brussels")).plusYears(1);
        page.fill("[name=lastDay-day]", String.valueOf(end.getDayOfMonth()));
        page.fill("[name=lastDay-month]", String.valueOf(end.getMonthValue()));
        page.fill("[name=lastDay-year]", String.valueOf(end.getYear()));
        press("main form button");
        check("preview");
        assertThat(page.locator(".app-verdicts tbody tr").count()).isEqualTo(50);
        press("main form button");
        check("result");
        page.locator("main .app-actions a").first().click();
        page.waitForLoadState();
        assertThat(page.locator("#q").inputValue()).isEqualTo("foule");
        assertThat(page.locator("#found").innerText()).contains("Match-It");
        page.locator("a[rel=next]").click();
        page.waitForLoadState();
        check("second");

        open(quality + "/users/new");
        press("main form button");
        check("new-wrong");
        page.fill("#niss", world.stranger.niss().formatted());
        press("main form button");
        check("add");
        press("main form button");
        assertThat(page.locator(".govuk-error-message").count()).isEqualTo(3);
        check("add-wrong");
        page.locator("#category").selectOption("PERMANENT");
        page.fill("#email", "etienne@test.example");
        page.fill("#phone", "081 12 34 56");
        press("main form button");
        check("added");
        assertThat(page.locator(".govuk-notification-banner").count()).isEqualTo(1);
        press("main form button[value=add-applications]");
        check("add-one");
        open(quality + "/users/" + world.userOfSubdivision.id());
        press("main form button[value=delete]");
        check("delete-one");
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_user_is_blocked_with_the_keyboard_only() {
        openWindow(1280);
        signIn(world.cpas.localManager, "fr");
        open(quality + "?q=ursule");

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
        assertThat(complaints).isEmpty();
    }

    /** As many users as a big entity has, with as few statements as can be. */
    private void crowd() {
        jdbc.sql("""
                        with made as (
                            insert into person (id, niss, last_name, first_name, language)
                            select gen_random_uuid(), niss, 'Foule', 'Marie' || n, 'fr'
                              from unnest(:niss) with ordinality as numbers (niss, n)
                            returning id)
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

    private void tabTo(Locator wanted) {
        for (int tabs = 0; tabs < 80 && !isFocused(wanted); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(wanted)).isTrue();
    }

    private static boolean isFocused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("it => it === document.activeElement"));
    }

    private void openWindow(int width) {
        window = chromium.window(width);
        page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " at " + response.url());
            }
        });
    }

    private void signIn(Person person, String language) {
        page.navigate(address("/sign-in?lang=" + language));
        page.fill("input[type=text][name=persona]", person.id().toString());
        page.locator("form:has(input[type=text][name=persona]) button").click();
        page.navigate(address("/?lang=" + language));
    }

    private void open(String path) {
        page.navigate(address(path));
        check(path);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void press(String button) {
        page.locator(button).first().click();
        page.waitForLoadState();
    }

    /** What is wrong with the page that is open. */
    private void check(String where) {
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations()
                .forEach(violation -> complaints.add(where + ": " + violation.getId() + " "
                        + violation.getNodes().get(0).getHtml()));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
            complaints.add(where + ": wider than its window");
        }
    }
}
