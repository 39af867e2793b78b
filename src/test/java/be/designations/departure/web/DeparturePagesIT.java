package be.designations.departure.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.Person;
import be.designations.directory.WorkingRelationship;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ending, extending and adding relationships by page, and what the page of the person tells of it. */
class DeparturePagesIT extends WholeApplication {

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);
    private final BelgianDates dates = new BelgianDates();

    private ManagedWorld world;
    private Person user;
    private WorkingRelationship tie;
    private Browser browser;

    @BeforeEach
    void aManagerWhoLooksAtAUser() {
        world = worlds.managed();
        user = world.userOfSubdivision;
        tie = directory.relationships(List.of(user.id()), world.cpas.cpas.id()).get(0);
        browser = browsers.signedIn(world.cpas.principalManager);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Liens avec l’entité, Fonctionnaire, porté par : lien de travail comme fonctionnaire, Mettre fin",
        "nl, Banden met de entiteit, Ambtenaar, gedragen door: werkrelatie als ambtenaar, Beëindigen"
    })
    void the_page_of_a_person_shows_what_ties_them_and_what_carries_a_right(
            String language, String title, String category, String carried, String action) {
        assertThat(browser.get("/people/" + user.id() + "?lang=" + language).text())
                .contains(title, category, carried, action)
                .doesNotContain("??");
        Browser own = browsers.signedIn(user);
        assertThat(own.get("/me?lang=" + language).text())
                .contains(title, carried)
                .as("nobody changes their own")
                .doesNotContain(action);
    }

    @Test
    void a_right_shows_the_earlier_end_of_the_two() {
        jdbc.sql("update working_relationship set valid_until = :end where id = :id")
                .param("end", Timestamp.from(Days.endOf(today.plusDays(9))))
                .param("id", tie.id())
                .update();

        assertThat(browser.get("/people/" + user.id()).text())
                .contains("jusqu’au " + dates.day(today.plusDays(9)))
                .as("the right is stored without an end")
                .contains("au " + dates.day(today.plusDays(9)));
    }

    @ParameterizedTest
    @CsvSource({"fr, Ce qui prend fin, Motif, prend fin", "nl, Wat eindigt, Reden, eindigt"})
    void a_relationship_is_ended_after_a_page_that_says_what_comes_of_it(
            String language, String ending, String reason, String notice) {
        Answer form = browser.get("/relationships/" + tie.id() + "/end?lang=" + language);
        assertThat(form.status()).isEqualTo(200);

        Answer preview = browser.post(
                "/relationships/" + tie.id() + "/end/preview", day(today.plusDays(12), Map.of("reason", "Démission")));
        assertThat(preview.text())
                .contains(ending, reason, "Démission", dates.day(today.plusDays(12)), "e-Box")
                .doesNotContain("??");
        assertThat(until()).as("nothing has changed yet").isNull();

        Map<String, String> hidden = Map.of("lastDay", today.plusDays(12).toString(), "reason", "Démission");
        Answer done = browser.post("/relationships/" + tie.id() + "/end/confirm", hidden);
        assertThat(browser.follow(done).text()).contains(notice, dates.day(today.plusDays(12)), "Démission");
        assertThat(until()).isEqualTo(Days.endOf(today.plusDays(12)));
        assertThat(browser.post("/relationships/" + tie.id() + "/end/confirm", hidden)
                        .location())
                .as("the same click twice")
                .hasValueSatisfying(to -> assertThat(to).endsWith("/people/" + user.id()));
    }

    @Test
    void what_is_refused_is_said_at_its_field_with_everything_typed() {
        browser.get("/relationships/" + tie.id() + "/end");

        Answer tooEarly = browser.post(
                "/relationships/" + tie.id() + "/end/preview",
                day(LocalDate.of(2019, 5, 1), Map.of("reason", "Parti depuis longtemps")));
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.page().selectFirst("#lastDay-error").text()).contains("a commencé le 01/01/2020");
        assertThat(tooEarly.page().selectFirst("textarea[name=reason]").text()).isEqualTo("Parti depuis longtemps");

        Answer nothing = browser.post("/relationships/" + tie.id() + "/end/preview", Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.page().select("#lastDay-error, #reason-error")).hasSize(2);
        assertThat(until()).isNull();
    }

    @Test
    void with_effect_from_the_past_the_page_and_the_history_tell_that_it_did_give_access() {
        LocalDate lastDay = today.minusDays(10);
        browser.get("/relationships/" + tie.id() + "/end");
        assertThat(browser.post("/relationships/" + tie.id() + "/end/preview", day(lastDay, Map.of("reason", "Parti")))
                        .text())
                .contains("est déjà passé", "l’historique dit qu’ils ont fonctionné");
        browser.post(
                "/relationships/" + tie.id() + "/end/confirm",
                Map.of("lastDay", lastDay.toString(), "reason", "Parti"));

        assertThat(browser.get("/people/" + user.id()).text())
                .contains(
                        "Fin avec effet au " + dates.day(lastDay) + ", décidée le " + dates.day(today),
                        "Fin d’un lien de travail",
                        world.cpas.principalManager.displayName());
        String between = browser.get("/people/" + user.id() + "/history?on=" + dates.day(today.minusDays(3)))
                .text();
        assertThat(between).as("on that day it worked").contains("Fin avec effet au " + dates.day(lastDay));
        assertThat(browser.get("/people/" + user.id() + "/history?on=" + dates.day(today.minusDays(3)))
                        .page()
                        .select("main tbody tr"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_relationship_is_extended_and_another_is_added() {
        jdbc.sql("update working_relationship set valid_until = :end where id = :id")
                .param("end", Timestamp.from(Days.endOf(today.plusDays(9))))
                .param("id", tie.id())
                .update();
        browser.get("/relationships/" + tie.id() + "/extend");
        assertThat(browser.post("/relationships/" + tie.id() + "/extend", day(today.plusDays(9), Map.of()))
                        .page()
                        .selectFirst("#lastDay-error")
                        .text())
                .contains("Choisissez un jour qui vient après");
        Answer extended = browser.post("/relationships/" + tie.id() + "/extend", day(today.plusDays(99), Map.of()));
        assertThat(browser.follow(extended).text())
                .contains("prolongé jusqu’au " + dates.day(today.plusDays(99)), "au lieu du");

        String path = "/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/people/" + user.id()
                + "/relationships/new";
        assertThat(browser.get(path).text()).contains("Liens connus", "Fonctionnaire");
        Answer added = browser.post(
                path,
                Map.of(
                        "category", "EXTERNAL",
                        "email", "externe@test.example",
                        "phone", "081 12 34 56",
                        "firstDay", today.toString(),
                        "relationshipLastDay", today.plusYears(1).toString(),
                        "reason", "Renfort"));
        assertThat(browser.follow(added).text())
                .contains("Le lien de travail est ajouté", "Collaborateur externe", "Renfort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "extend"})
    void foreign_relationships_are_not_found(String page) {
        String path = "/relationships/" + tie.id() + "/" + page;
        assertThat(browsers.signedIn(worlds.cpas().principalManager).get(path).status())
                .isEqualTo(404);
        assertThat(browsers.signedIn(world.userOfOtherSubdivision).get(path).status())
                .isEqualTo(403);
        assertThat(browser.get("/relationships/00000000-0000-0000-0000-000000000001/" + page)
                        .status())
                .isEqualTo(404);
    }

    private static Map<String, String> day(LocalDate day, Map<String, String> more) {
        var typed = new HashMap<>(more);
        typed.put("lastDay-day", String.valueOf(day.getDayOfMonth()));
        typed.put("lastDay-month", String.valueOf(day.getMonthValue()));
        typed.put("lastDay-year", String.valueOf(day.getYear()));
        return typed;
    }

    private @Nullable Instant until() {
        return directory.findRelationship(tie.id()).orElseThrow().until();
    }
}
