package be.designations.dpd.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Correcting the answers of a file that is to be completed, on pages and over the API (D19). */
class CorrectionPagesIT extends WholeApplication {

    private CpasWorld world;
    private DossierNumber number;
    private String form;
    private Browser browser;

    @BeforeEach
    void aFileToComplete() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Combien d’heures ?");
        form = "/dpd/applications/"
                + acts.application(world.forCpas(world.head), number)
                        .application()
                        .id();
        browser = browsers.signedIn(world.principalManager);
    }

    @Test
    void the_form_opens_again_page_by_page_with_what_was_asked_above() {
        Document hub = completing().page();

        assertThat(hub.select("button[form=step-answers][formaction='" + form + "/reply'][value=time]"))
                .hasSize(1);
        assertThat(hub.select("#state-time").text()).isEqualTo("Inchangé");
        Document page = browser.get(form + "/form/institution").page();
        assertThat(page.text()).contains("Combien d’heures ?");
        assertThat(page.selectFirst("#headOfDailyManagementName").val()).isEqualTo("Henri Test");
        assertThat(browser.get(form).location()).contains("/cases/" + number + "/complete");
        assertThat(browser.get(form + "/check").location()).contains("/cases/" + number + "/complete");
    }

    @Test
    void what_was_changed_is_seen_before_it_is_sent_and_side_by_side_by_the_desks_after() {
        var saved = browser.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "12"));
        assertThat(saved.location()).contains("/cases/" + number + "/complete");
        Document hub = completing().page();
        assertThat(hub.select("#corrected ~ table td").eachText()).containsExactly("8", "12");
        assertThat(hub.select("#state-time").text()).isEqualTo("Modifié");
        assertThat(browsers.signedIn(world.reviewer).get("/cases/" + number).text())
                .doesNotContain("12 heures");

        var sent = browser.post("/cases/" + number + "/complete", Map.of("_version", version(hub), "answer", "Douze"));
        assertThat(sent.status()).isEqualTo(302);

        Browser reviewer = browsers.signedIn(world.reviewer);
        Document reading = reviewer.get("/cases/" + number + "/opinion").page();
        assertThat(reading.select("#version-2 ~ table td").eachText()).containsExactly("8", "12");
        for (int version = 1; version <= 2; version++) {
            var page = reviewer.get("/cases/" + number + "/answers/" + version);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page()
                            .select("dt:contains(Heures par semaine pour ce CPAS) + dd")
                            .text())
                    .isEqualTo(version == 1 ? "8" : "12");
        }
        assertThat(reviewer.get("/cases/" + number + "/answers/3").status()).isEqualTo(404);
        assertThat(browsers.signedIn(worlds.cpas().head)
                        .get("/cases/" + number + "/answers/1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_breaks_a_rule_is_told_at_its_field_and_again_before_it_is_sent() {
        var typed = browser.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "3"));
        assertThat(typed.status()).isEqualTo(422);
        assertThat(typed.page().select("#hoursPerWeek-error").text()).contains("4 heures");

        Document hub = completing().page();
        assertThat(hub.select("#state-time").text()).isEqualTo("À compléter");
        var sent = browser.post("/cases/" + number + "/complete", Map.of("_version", version(hub), "answer", "Trois"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("4 heures");
        assertThat(sent.page().selectFirst("#answer").val()).isEqualTo("Trois");
    }

    @Test
    void what_was_typed_of_the_reply_is_there_again_after_a_part_was_corrected_and_for_nobody_else() {
        completing();
        var left = browser.post(form + "/reply", Map.of("answer", "Huit heures,\nle mardi", "part", "time"));
        assertThat(left.location()).contains(form + "/change/time");
        browser.post(form + "/reply", Map.of("answer", "Huit heures,\nle mardi", "part", "all"));

        assertThat(completing().page().selectFirst("#answer").wholeText()).contains("Huit heures,\nle mardi");
        browser.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "12"));
        browser.post(form + "/discard", Map.of("_version", "1"));
        Document hub = completing().page();
        assertThat(hub.selectFirst("#answer").text()).contains("le mardi");
        assertThat(browsers.signedIn(world.head)
                        .get("/cases/" + number + "/complete")
                        .page()
                        .selectFirst("#answer")
                        .text())
                .isEmpty();

        for (Person other : List.of(world.reviewer, world.candidate, worlds.cpas().head)) {
            Browser foreign = browsers.signedIn(other);
            foreign.get("/");
            var refused = foreign.post(form + "/reply", Map.of("answer", "Moi", "part", "time"));
            assertThat(refused.location().orElse("")).as(other.firstName()).doesNotContain("/change/");
        }
        assertThat(jdbc.sql("select count(*) from dpd_reply where words = 'Moi'")
                        .query(Integer.class)
                        .single())
                .isZero();
        browser.post("/cases/" + number + "/complete", Map.of("_version", version(hub), "answer", "Huit"));
        assertThat(jdbc.sql("select count(*) from dpd_reply where person_id = :person")
                        .param("person", world.principalManager.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        var late = browser.post(form + "/reply", Map.of("answer", "Trop tard", "part", "time"));
        assertThat(late.status()).isLessThan(500);
        assertThat(jdbc.sql("select count(*) from dpd_reply where words = 'Trop tard'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_two_who_correct_at_once_the_second_is_told_and_keeps_what_was_typed() {
        Browser head = browsers.signedIn(world.head);
        head.get(form + "/change/time");
        head.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "12"));

        var second = browser.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "9"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().selectFirst("#hoursPerWeek").val()).isEqualTo("9");
        assertThat(second.text()).contains(world.head.displayName());
    }

    @Test
    void who_sends_what_a_colleague_changed_meanwhile_is_told_and_keeps_the_answer() {
        String seen = version(completing().page());
        Browser head = browsers.signedIn(world.head);
        head.get(form + "/change/time");
        head.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "12"));

        var sent = browser.post("/cases/" + number + "/complete", Map.of("_version", seen, "answer", "Voilà"));

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text()).contains(world.head.displayName() + " a modifié ce dossier");
        assertThat(sent.page().selectFirst("#answer").val()).isEqualTo("Voilà");
        var again = browser.post(
                "/cases/" + number + "/complete", Map.of("_version", version(sent.page()), "answer", "Voilà"));
        assertThat(again.status()).isEqualTo(302);
    }

    @Test
    void a_correction_is_thrown_away_on_purpose() {
        browser.post(form + "/change/time", Map.of("_version", "0", "hoursPerWeek", "12"));
        Document asked = browser.get(form + "/discard").page();

        var gone = browser.post(form + "/discard", Map.of("_version", version(asked)));

        assertThat(gone.location()).contains("/cases/" + number + "/complete");
        assertThat(completing().page().select("#state-time").text()).isEqualTo("Inchangé");
    }

    @Test
    void once_it_is_sent_the_form_leads_to_the_dossier() {
        acts.complete(world.forCpas(world.head), number, null, "Voilà");

        assertThat(browser.get(form + "/change/time").location()).contains("/cases/" + number);
    }

    @Test
    void the_api_corrects_and_reads_versions_as_the_pages_do() {
        String correction = form.replace("/dpd/applications/", "/api/v1/dpd-applications/") + "/correction";
        ApiCaller filer = api.as(world.head);
        var begun = filer.get(correction);
        assertThat(begun.at("/version").asInt()).isZero();
        assertThat(begun.text("/questions")).isEqualTo("Combien d’heures ?");
        String answers = begun.at("/answers").toString().replace("\"hoursPerWeek\":8", "\"hoursPerWeek\":3");

        var wrong = filer.put(correction, "{\"version\":0,\"answers\":" + answers + "}");
        assertThat(wrong.issues()).containsExactly("hoursPerWeek: dpd.too-few-hours");
        assertThat(wrong.at("/changes/0/before").asInt()).isEqualTo(8);
        assertThat(filer.put(correction, "{\"version\":0,\"answers\":" + answers + "}")
                        .status())
                .isEqualTo(409);
        assertThat(filer.post("/api/v1/dossiers/" + number + "/complete", "{'answer': 'Voilà'}")
                        .issues())
                .containsExactly("hoursPerWeek: dpd.too-few-hours");
        filer.put(
                correction,
                "{\"version\":1,\"answers\":" + answers.replace("\"hoursPerWeek\":3", "\"hoursPerWeek\":12") + "}");
        assertThat(api.as(world.reviewer).get(correction).status()).isEqualTo(403);
        assertThat(api.as(worlds.cpas().head).get(correction).status()).isEqualTo(404);
        assertThat(filer.post("/api/v1/dossiers/" + number + "/complete", "{'answer': 'Voilà'}")
                        .status())
                .isEqualTo(200);

        var read = api.as(world.approver).get("/api/v1/dossiers/" + number);
        assertThat(read.at("/versions").size()).isEqualTo(2);
        assertThat(read.at("/versions/0/answers/hoursPerWeek").asInt()).isEqualTo(8);
        assertThat(read.at("/versions/1/changes/0/field").asText()).isEqualTo("hoursPerWeek");
        assertThat(filer.get(correction).status()).isEqualTo(404);
    }

    private Browser.Answer completing() {
        return browser.get("/cases/" + number + "/complete");
    }

    private static String version(Document page) {
        return page.select("input[name=_version]").val();
    }
}
