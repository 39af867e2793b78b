package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** The choice is made on the first visit of who has one entity. */
    private static Document start(Browser browser) {
        browser.get("/");
        Browser.Answer page = browser.get("/");
        assertThat(page.status()).isEqualTo(200);
        return page.page();
    }
}
