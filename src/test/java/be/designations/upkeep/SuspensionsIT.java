package be.designations.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.rules.RejectedException;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D86: a suspended kind takes no new dossiers, says why on its pages, and lets those under way go on. */
class SuspensionsIT extends WholeApplication {

    private static final String PROCESS = "/operations/processes/dpd-designation";
    private static final Map<String, String> MESSAGE = Map.of(
            "messageFr", "Le formulaire est corrigé, jusqu’à demain.",
            "messageNl", "Het formulier wordt verbeterd, tot morgen.",
            "messageDe", "Das Formular wird verbessert, bis morgen.",
            "messageEn", "The form is being mended, until tomorrow.",
            "reason", "Faute dans une question");

    CpasWorld world;
    Person agent;
    Browser browser;

    @BeforeEach
    void anAgent() {
        world = worlds.cpas();
        agent = world.supportAgent("Suzanne");
        browser = browsers.signedIn(agent);
    }

    @AfterEach
    void allAreOpen() {
        browser.get("/operations/processes");
        browser.post(PROCESS + "/resume", Map.of());
    }

    @Test
    void nobody_files_a_new_one_and_what_is_under_way_goes_on_until_it_is_opened_again() {
        var number = acts.submit(world.forCpas(world.head), world.answers());
        suspend();
        CpasWorld other = worlds.cpas();

        Assertions.assertThatThrownBy(() -> acts.submit(other.forCpas(other.head), other.answers()))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .singleElement()
                        .satisfies(rejection -> assertThat(rejection.code()).isEqualTo("casework.suspended")));

        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Rien à redire");
        assertThat(browsers.signedIn(world.approver).get("/cases/" + number).text())
                .contains("aucune nouvelle demande pour le moment", "Le formulaire est corrigé");

        Answer page = browser.get("/operations/processes");
        assertThat(page.page().select("tr:contains(Suspendues)").text())
                .contains(agent.displayName(), "Faute dans une question", "Le formulaire est corrigé");
        assertThat(browser.follow(browser.post(PROCESS + "/resume", Map.of())).text())
                .contains("de nouveau possibles");
        assertThat(browser.follow(browser.post(PROCESS + "/resume", Map.of())).text())
                .contains("déjà possibles de nouveau");
        assertThat(acts.submit(other.forCpas(other.head), other.answers())).isNotNull();
        assertThat(jdbc.sql("""
                        select operation from audit_event where actor_person = :agent and subject_id = 'dpd-designation'
                         order by id""")
                        .param("agent", agent.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("process.suspended", "process.resumed");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Le formulaire est corrigé",
        "nl, Het formulier wordt verbeterd",
        "de, Das Formular wird verbessert",
        "en, The form is being mended"
    })
    void everybody_reads_why_in_their_language_on_the_pages_of_that_kind_only(String language, String message) {
        suspend();
        Browser reader = browsers.signedIn(world.head);

        assertThat(reader.get("/dpd/applications/new?lang=" + language).text()).contains(message);
        assertThat(reader.get("/me").text()).doesNotContain(message);
    }

    @Test
    void a_message_that_is_missing_in_a_language_is_asked_for_and_all_that_was_typed_is_kept() {
        browser.get(PROCESS + "/suspension");
        Map<String, String> incomplete = new HashMap<>(MESSAGE);
        incomplete.put("messageDe", "");

        Answer refused = browser.post(PROCESS + "/suspension", incomplete);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("textarea[name=messageNl]").text()).contains("Het formulier");
        assertThat(refused.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#messageDe");
        assertThat(browsers.signedIn(world.head).get("/dpd/applications/new").text())
                .doesNotContain("Le formulaire est corrigé");
    }

    @Test
    void a_second_one_changes_nothing_and_says_so() {
        suspend();
        browser.get("/operations/processes");
        browser.get(PROCESS + "/suspension");
        Map<String, String> others = new HashMap<>(MESSAGE);
        others.put("messageFr", "Autre chose");

        assertThat(browser.follow(browser.post(PROCESS + "/suspension", others)).text())
                .contains("déjà suspendues");
        assertThat(browser.get("/operations/processes").text()).doesNotContain("Autre chose");
    }

    private void suspend() {
        browser.get(PROCESS + "/suspension");
        assertThat(browser.post(PROCESS + "/suspension", MESSAGE).location()).contains("/operations/processes");
    }
}
