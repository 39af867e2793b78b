package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the start page says first to whom. */
class StartPageIT extends WholeApplication {

    CpasWorld world;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
    }

    @Test
    void who_files_for_a_cpas_begins_goes_on_and_then_follows_the_dossier() {
        Browser head = browsers.signedIn(world.head);
        assertThat(start(head).select("#start-dpd ~ p a[href=/dpd/applications/new]"))
                .hasSize(1);

        acts.draft(world.forCpas(world.head), world.answers());
        assertThat(start(head).select("#start-dpd ~ p").text()).contains("Continuer le brouillon");

        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        Document page = start(head);
        assertThat(page.select("main a[href=/dpd/applications/new]")).isEmpty();
        assertThat(page.select("#start-dpd ~ p").text()).contains(number.value());
        assertThat(page.select("#start-cases ~ ul").text()).contains(number.value(), "Désignation");
        assertThat(page.select("#start-places ~ ul button").eachText()).isNotEmpty();
    }

    @Test
    void a_desk_sees_what_is_due_first_and_what_it_has_taken() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        Browser reviewer = browsers.signedIn(world.reviewer);
        acts.take(CpasWorld.as(world.reviewer), number, false);

        Document page = start(reviewer);
        assertThat(page.select("#start-work ~ p a").eachText())
                .anyMatch(text -> text.matches(".*attend(ent)?"))
                .anyMatch(text -> text.startsWith("dont 1"));
        assertThat(page.select("#start-work ~ ul li")).hasSizeBetween(1, 3);
        assertThat(page.select("#start-cases, #start-dpd, #start-ending")).isEmpty();
    }

    @Test
    void nobody_learns_of_another_entity_and_a_user_of_what_they_do_not_manage() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        CpasWorld other = worlds.cpas();
        assertThat(start(browsers.signedIn(other.principalManager)).text()).doesNotContain(number.value());

        Person user = world.user;
        world.giveRight(user, "SOCIAL_WORKER", world.socialAction.id());
        jdbc.sql("update role_assignment set valid_until = :soon where person_id = :person")
                .param("soon", java.sql.Timestamp.from(Instant.now().plus(5, ChronoUnit.DAYS)))
                .param("person", user.id().value())
                .update();
        Document page = start(browsers.signedIn(user));
        assertThat(page.select("#start-work, #start-cases, #start-dpd, #start-ending"))
                .isEmpty();
        assertThat(page.select("#start-applications ~ ul").text()).contains("PRIMA-WEB");
        assertThat(page.select("#start-places ~ ul").text()).contains("Utilisateur");

        assertThat(start(browsers.signedIn(world.localManager))
                        .select("#start-ending ~ p a")
                        .text())
                .contains("prend fin dans les 30 jours");
        assertThat(start(browsers.signedIn(world.person("Ines"))).select("#start-ending"))
                .isEmpty();
    }

    @Test
    void the_menu_of_every_page_says_how_many_tasks_wait_and_follows_what_the_reader_does() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Joignez le diplôme.");
        Browser head = browsers.signedIn(world.head);
        start(head);
        assertThat(waiting(head, "/help")).isEqualTo("1");
        assertThat(waiting(head, "/me/contact")).isEqualTo("1");
        assertThat(waiting(browsers.signedIn(world.user), "/help")).isEmpty();

        Browser.Answer step = head.get("/cases/" + number + "/complete");
        head.post(
                "/cases/" + number + "/complete",
                Map.of(
                        "answer",
                        "Voici.",
                        "_version",
                        step.page().select("input[name=_version]").val()));
        assertThat(waiting(head, "/help")).isEmpty();
    }

    @Test
    void own_data_are_asked_to_be_looked_after_once_a_year() {
        Browser user = browsers.signedIn(world.user);
        assertThat(start(user).select("#start-details ~ p").text()).contains("Pensez à vérifier", world.user.email());

        user.get("/me/contact");
        for (int click = 0; click < 2; click++) {
            user.post("/me/contact", Map.of("email", world.user.email(), "phone", "", "language", "fr"));
        }
        assertThat(start(user).select("#start-details")).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where operation = 'access.own-details-confirmed' and subject_id = :id")
                        .param("id", world.user.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(start(browsers.signedIn(world.localManager)).select("#start-details"))
                .as("what another did")
                .hasSize(1);
    }

    @Test
    void who_manages_the_entity_sees_which_quality_nobody_manages() {
        ManagedWorld managed = worlds.managed();
        Browser principal = browsers.signedIn(managed.cpas.principalManager);
        assertThat(start(principal).select("#start-unmanaged")).isEmpty();

        managed.blocked(managed.otherLocalManagerId);
        assertThat(start(principal).select("#start-unmanaged ~ ul a").eachText())
                .containsExactly("Employeur ONSS");
        assertThat(start(browsers.signedIn(managed.cpas.localManager)).select("#start-unmanaged"))
                .isEmpty();
    }

    @Test
    void a_carpenter_is_not_sent_to_the_helpdesk_of_the_cpas() {
        Person carpenter = world.person("Otto");
        worlds.people().manageSchools(carpenter, 1);
        Browser reader = browsers.signedIn(carpenter);
        start(reader);
        assertThat(reader.get("/help").page().select("footer, .app-contact").text())
                .contains("02 740 79 92")
                .doesNotContain("02 787 58 28");

        assertThat(browsers.signedIn(world.user)
                        .get("/help")
                        .page()
                        .select("footer, .app-contact")
                        .text())
                .contains("02 787 58 28")
                .doesNotContain("02 740 79 92");
        assertThat(browsers.fresh().get("/help").page().select("footer").text())
                .contains("02 787 58 28", "02 740 79 92");
    }

    private static String waiting(Browser reader, String address) {
        return reader.get(address)
                .page()
                .select(".govuk-service-navigation a[href=/work] .app-count")
                .text();
    }

    /** The choice is made on the first visit of who has one entity. */
    private static Document start(Browser browser) {
        browser.get("/");
        Browser.Answer page = browser.get("/");
        assertThat(page.status()).isEqualTo(200);
        return page.page();
    }
}
