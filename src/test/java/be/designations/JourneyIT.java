package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.forms.FormValues;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CpasWorld;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the form to the new local manager in a browser, desk by desk. */
class JourneyIT extends BrowserJourney {

    private static final Pattern DOSSIER = Pattern.compile("DPD-\\d{4}-\\d{5,}");

    private CpasWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "nl, 360"})
    void a_cpas_designates_its_officer_who_becomes_local_manager(String language, int width) {
        openWindow(width);
        window.open("/sign-in?lang=" + language);
        window.open("/help");
        window.open("/help/why-dpd");
        window.open("/accessibility");

        window.signIn(world.head, language);
        window.open("/dpd/applications/new");
        window.press("main form button");
        String draft = page.url();
        window.check();
        answers().forEach((form, answers) -> {
            window.open(draft + "/form/" + form);
            answers.forEach(this::fillIn);
            window.press("main form button.govuk-button:not(.govuk-button--secondary)");
        });
        window.open(draft + "/documents");
        window.open(draft + "/check");
        window.press("main form button");
        String number = dossier();
        window.check();
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        window.open("/cases");

        window.signIn(world.reviewer, language);
        window.open("/work?q=" + number);
        assertThat(page.locator("#lines").textContent()).contains(number);
        window.open("/cases/" + number);
        unfoldDrawing();
        page.waitForSelector(".app-diagram-active");
        page.waitForSelector(".app-diagram__runs");
        window.check();
        window.open("/cases/" + number + "/comment");
        window.press("main form button");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.check();
        page.fill("[name=words]", "Le diplôme manque");
        page.check("[name=audience][value=EVERYONE]");
        window.press("main form button");
        assertThat(page.locator("#comments ~ ol li").count()).isEqualTo(1);
        window.check();
        window.open("/cases/" + number + "/completion-request");
        window.open("/cases/" + number + "/opinion");
        window.press("main form button");
        assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
        window.check();
        page.check("[name=opinion][value=FAVOURABLE]");
        page.fill("[name=reasons]", "Compétente et disponible");
        window.press("main form button");

        window.signIn(world.approver, language);
        window.open("/work");
        window.open("/cases/" + number + "/decision");
        page.check("[name=decision][value=REFUSED]");
        window.press("main form button");
        assertThat(page.locator(".govuk-error-message").count()).isPositive();
        window.check();
        page.check("[name=decision][value=APPROVED]");
        window.press("main form button");

        window.signIn(world.principalManager, language);
        window.open("/work");
        assertThat(page.content()).contains(number);
        window.open("/cases/" + number + "/local-manager");
        page.fill("[name=niss]", world.user.niss().formatted());
        window.press("main form button");
        assertThat(page.locator("#niss").inputValue())
                .isEqualTo(world.user.niss().formatted());
        window.check();
        page.fill("[name=niss]", world.candidate.niss().formatted());
        window.press("main form button");
        window.check();
        window.open("/cases/" + number);
        window.open("/qualities/" + world.socialAction.id().value());
        assertThat(page.content()).contains(world.candidate.displayName(), number);
        window.open("/entities");
        window.open("/entities/" + world.cpas.enterpriseNumber().value());
        window.open("/me");
        window.open("/cases/DPD-1999-00001");

        assertThat(access.localManager(world.socialAction.id(), Instant.now())
                        .orElseThrow()
                        .person())
                .isEqualTo(world.candidate.id());
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, fr", "360, de"})
    void an_application_is_begun_with_the_keyboard_only(int width, String language) {
        openWindow(width);
        window.signInOnItsPage(world.head);
        window.open("/?lang=" + language);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).asString().contains("skip-link");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("#"));
        Locator start = page.locator("main a[href='/dpd/applications/new']");
        for (int tabs = 0; tabs < 10 && !isFocused(start); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(start)).isTrue();
        page.keyboard().press("Enter");
        page.waitForURL("**/dpd/applications/new");
        for (String next : List.of("main form[method=post] button", "main a[href$='/form/institution']")) {
            window.check();
            String before = page.url();
            tabTo(page.locator(next).first());
            page.keyboard().press("Enter");
            page.waitForURL(address -> !address.equals(before));
        }
        tabTo(page.locator("#contactEmail"));
        page.keyboard().type("a@b.example");
        tabTo(page.locator("main form button").first());
        page.keyboard().press("Enter");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.locator("#contactEmail").inputValue()).isEqualTo("a@b.example");
        window.check();
        assertThat(window.complaints()).isEmpty();
    }

    private void fillIn(String field, String answer) {
        if (field.endsWith("Date")) {
            String[] parts = answer.split("-", 3);
            page.fill("[name=" + field + "-year]", parts[0]);
            page.fill("[name=" + field + "-month]", parts[1]);
            page.fill("[name=" + field + "-day]", parts[2]);
            return;
        }
        Locator input = page.locator("[name='" + field + "']");
        String type = String.valueOf(input.first().getAttribute("type"));
        switch (type) {
            case "radio" -> page.check("[name='" + field + "'][value='" + answer + "']");
            case "checkbox" -> input.first().check();
            default -> input.first().fill(answer);
        }
    }

    private Map<String, Map<String, String>> answers() {
        var all = world.answers();
        return Map.of(
                "institution", only(all, "headOfDailyManagementName", "contactEmail", "contactPhone"),
                "candidate",
                        only(
                                all,
                                "candidateNiss",
                                "candidateLastName",
                                "candidateFirstName",
                                "candidateEmail",
                                "candidatePhone",
                                "candidateLanguage",
                                "employment",
                                "candidateFunction"),
                "role", Map.of(),
                "qualifications", only(all, "degree", "itKnowledge", "securityKnowledge", "legalKnowledge"),
                "time", only(all, "hoursPerWeek"),
                "independence", only(all, "reportsToHead", "isHeadOfDailyManagement", "noConflict"),
                "means", only(all, "accessToInformation"),
                "council", only(all, "councilDecisionDate"));
    }

    private static Map<String, String> only(FormValues all, String... keys) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String key : keys) {
            chosen.put(key, all.text(key));
        }
        return chosen;
    }

    private String dossier() {
        Matcher matcher = DOSSIER.matcher(page.url());
        assertThat(matcher.find()).as(page.url()).isTrue();
        return matcher.group();
    }
}
