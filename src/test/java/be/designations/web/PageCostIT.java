package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What the main pages ask of the database, and how long they get. */
class PageCostIT extends WholeApplication {

    @Autowired
    ResourceUrlProvider files;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossier() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
    }

    @Test
    void the_main_pages_take_few_statements() {
        String entity = "/entities/" + world.cpas.enterpriseNumber().value();
        String quality = "/qualities/" + world.socialAction.id().value();
        Person support = world.supportAgent("Sophie");

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(statements(world.principalManager, "/help")).isBetween(1, 3);
            softly.assertThat(statements(world.principalManager, "/")).isBetween(1, 21);
            softly.assertThat(statements(world.reviewer, "/work")).isBetween(1, 19);
            softly.assertThat(statements(world.reviewer, "/cases")).isBetween(1, 15);
            softly.assertThat(statements(world.reviewer, "/cases/" + number)).isBetween(1, 37);
            softly.assertThat(statements(world.head, "/cases/" + number)).isBetween(1, 25);
            softly.assertThat(statements(world.principalManager, entity)).isBetween(1, 13);
            softly.assertThat(statements(world.principalManager, quality)).isBetween(1, 16);
            softly.assertThat(statements(support, "/people/" + world.user.id().value()))
                    .isBetween(1, 13);
            softly.assertThat(statements(world.user, "/me")).isBetween(1, 14);
            softly.assertThat(statements(support, entity + "/users?q=a")).isBetween(1, 11);
            softly.assertThat(statements(world.principalManager, quality + "/history?on=2024-06-03"))
                    .isBetween(1, 11);
            softly.assertThat(statements(support, entity + "/history?on=2024-06-03"))
                    .isBetween(1, 11);
            softly.assertThat(statements(support, "/operations/mails")).isBetween(1, 10);
            softly.assertThat(statements(support, "/operations/failures")).isBetween(1, 9);
            softly.assertThat(statements(support, "/operations/processes")).isBetween(1, 12);
            softly.assertThat(statements(support, "/operations/health")).isBetween(1, 8);
        });
    }

    /** The session’s included; the least of three, as something else may ask meanwhile. */
    private int statements(Person reader, String page) {
        Browser browser = browsers.signedIn(reader);
        assertThat(browser.get(page).status()).as(page).isEqualTo(200);
        return IntStream.range(0, 3)
                .map(i -> StatementCount.ofAllThreads(() -> browser.get(page)))
                .min()
                .getAsInt();
    }

    @Test
    void a_page_about_somebody_in_many_entities_is_no_longer_than_about_one_in_a_dozen() {
        Person officer = world.person("Otto");
        worlds.people().manageSchools(officer, 12);
        Browser browser = browsers.signedIn(officer);
        int dozen = browser.get("/me").body().length();
        worlds.people().manageSchools(officer, 60);

        assertThat(browser.get("/me").body().length()).isLessThan(dozen * 11 / 10);
    }

    @Test
    void files_are_kept_by_browsers_and_have_another_address_once_they_change() {
        String address = files.getForLookupPath("/assets/probe.css");

        assertThat(address).matches("/assets/probe-[0-9a-f]{32}\\.css");
        assertThat(browsers.fresh().get(address).header("Cache-Control"))
                .isEqualTo("max-age=" + 365 * 24 * 60 * 60 + ", public");
    }

    /** Browsers keep what they were given at an address for a year. */
    @Test
    void the_page_of_an_address_that_leads_nowhere_has_the_files_of_every_page() {
        Browser browser = browsers.signedIn(world.user);

        assertThat(filesOf(browser.get("/nowhere").body()))
                .isNotEmpty()
                .isEqualTo(filesOf(browser.get("/help").body()));
    }

    private static Set<String> filesOf(String page) {
        return Pattern.compile("/assets/[^\"]+")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** It would be looked for in all of the class path, each time that a page shows it. */
    @Test
    void no_other_link_is_taken_for_a_file() {
        assertThat(files.getHandlerMap()).containsKey("/assets/**").doesNotContainKey("/**");
    }
}
