package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.AccessModel;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.testing.Chromium;
import be.designations.testing.CpasWorld;
import be.designations.testing.IntegrationTest;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A morning of the principal access manager in a browser. Every page on the way is accessible as far as axe-core can tell,
 * fits its window, and breaks no content security policy.
 */
@IntegrationTest
class ManagerJourneyIT {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Directory directory;

    @Autowired
    private AccessModel access;

    private CpasWorld world;
    private String entity;
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
    void aCpasWithItsPeople() {
        world = new CpasWorld(jdbc, directory, access);
        entity = "/entities/" + world.cpas.enterpriseNumber().value();
        quality = "/qualities/" + world.socialAction.id().value();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360", "de, 360"})
    void a_principal_manager_runs_the_access_of_the_entity(String language, int width) {
        openWindow(width);
        signIn(world.principalManager, language);
        open(entity);
        open(entity + "/details");
        page.fill("[name=email]", "x");
        press("main form button");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        check();

        open(entity + "/qualities/new");
        page.check("[name=kind][value=PPL_EMPLOYER]");
        page.fill("[name=pplNumber]", "1879957-96");
        press("main form button");
        assertThat(page.locator("#pplNumber").inputValue()).isEqualTo("1879957-96");
        check();
        page.check("[name=kind][value=YOUTH_CARE]");
        press("main form button");
        check();
        String youthCare = "/qualities/"
                + access.findQuality(world.cpas.id(), QualityKind.YOUTH_CARE)
                        .orElseThrow()
                        .id()
                        .value();

        open(youthCare + "/local-manager/new");
        page.fill("[name=niss]", "123");
        press("main form button");
        check();
        page.fill("[name=niss]", world.candidate.niss().formatted());
        press("main form button");
        check();
        press("main form button[value=confirm]");
        assertThat(page.locator("#category-error").count()).isEqualTo(1);
        check();
        press("main form button[value=correct]");
        press("main form button[value=look]");
        page.selectOption("[name=category]", "PERMANENT");
        page.fill("[name=email]", "delphine@test.example");
        page.fill("[name=phone]", "081 12 34 56");
        press("main form button[value=confirm]");
        check();

        open(youthCare + "/subdivisions");
        page.fill("[name=name]", "Antenne");
        press("main form button");
        check();
        open(page.locator("main a[href$='/manager/new']").first().getAttribute("href"));
        page.fill("[name=niss]", world.candidate.niss().formatted());
        press("main form button[value=look]");
        press("main form button[value=confirm]");
        check();
        open(page.locator("main a[href$='/block']").first().getAttribute("href"));
        press("main form button");
        check();
        open(page.locator("main a[href$='/rename']").first().getAttribute("href"));
        open(youthCare + "/email");

        open(quality + "/co-managers/new");
        page.fill("[name=niss]", world.user.niss().formatted());
        press("main form button");
        assertThat(page.locator("#confirmRemoval").count()).isEqualTo(1);
        check();
        open(quality + "/local-manager/new");
        open(entity + "/co-managers");
        open(page.locator("main a[href$='/remove']").first().getAttribute("href"));
        press("main form button");
        check();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        assertThat(access.localManager(
                                access.findQuality(world.cpas.id(), QualityKind.YOUTH_CARE)
                                        .orElseThrow()
                                        .id(),
                                Instant.now())
                        .orElseThrow()
                        .person())
                .isEqualTo(world.candidate.id());
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_designation_needs_no_mouse_and_enter_confirms() {
        openWindow(1280);
        signIn(world.principalManager, "fr");
        open(entity + "/co-managers/new");
        page.focus("[name=niss]");
        page.keyboard().type(world.candidate.niss().value());
        page.keyboard().press("Enter");
        page.waitForSelector("[name=category]");
        page.selectOption("[name=category]", "OFFICIAL");
        page.focus("[name=email]");
        page.keyboard().type("delphine@test.example");
        page.keyboard().press("Tab");
        page.keyboard().type("081 12 34 56");
        page.keyboard().press("Enter");
        page.waitForURL("**" + entity + "/co-managers");

        assertThat(access.holds(
                        world.candidate.id(),
                        world.cpas.id(),
                        List.of(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER),
                        Instant.now()))
                .isTrue();
        assertThat(complaints).isEmpty();
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
        check();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void press(String button) {
        page.locator(button).last().click();
        page.waitForLoadState();
    }

    /** What is wrong with the page that is open. */
    private void check() {
        String where = page.url().replaceFirst("^http://[^/]+", "");
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
