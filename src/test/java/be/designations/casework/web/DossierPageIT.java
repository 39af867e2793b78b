package be.designations.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.CaseId;
import be.designations.casework.Cases;
import be.designations.casework.DocumentKind;
import be.designations.casework.DossierNumber;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkTimes;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.SampleFiles;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of every dossier shows, in which order. */
class DossierPageIT extends WholeApplication {

    @Autowired
    WorkTimes times;

    @Autowired
    Cases cases;

    CpasWorld world;
    DossierNumber number;

    @BeforeEach
    void aDossierToBeCompleted() {
        world = worlds.cpas();
        number = acts.submit(world.forCpas(world.head), world.answers());
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Le diplôme ?");
    }

    @Test
    void what_happened_stands_in_the_order_of_its_time_in_the_page_and_the_api() {
        CaseId dossier = cases.find(number).orElseThrow().id();
        Instant before = cases.timeline(dossier).get(0).at().minusSeconds(60);
        cases.record(dossier, new TimelineEntry(before, "case.taken", world.reviewer.id(), null, null, null));
        cases.record(dossier, new TimelineEntry(before, "case.released", world.reviewer.id(), null, null, null));

        assertThat(open(world.reviewer).page().select(".app-timeline__what").eachText())
                .startsWith("Dossier pris en charge", "Dossier remis à disposition");
        JsonNode told = api.as(world.reviewer).get("/api/v1/dossiers/" + number).at("/timeline");
        assertThat(told.findValuesAsText("code"))
                .startsWith("case.taken", "case.released", "dpd.submitted")
                .endsWith("dpd.completion-asked");
    }

    @Test
    void what_to_know_and_to_do_comes_first_and_what_happened_is_folded_behind() {
        Document page = open(world.head).page();

        assertThat(page.select("main h2, .govuk-main-wrapper h2").eachText())
                .containsSubsequence(
                        "Maintenant",
                        "Compléments demandés",
                        "La demande",
                        "Commentaires",
                        "Les étapes",
                        "Historique",
                        "Schéma de la procédure",
                        "Mails envoyés");
        assertThat(List.of("application", "timeline", "diagram", "mails"))
                .allSatisfy(section -> assertThat(page.select("#" + section + " ~ details:not([open]) > summary"))
                        .as(section)
                        .hasSize(1));
    }

    @Test
    void the_way_to_the_manual_goes_by_how_the_dossier_stands() {
        assertThat(open(world.head).page().select(".app-manual a").eachAttr("href"))
                .containsExactly("/help/tasks/complete");

        acts.withdraw(world.forCpas(world.head), number, null, "Autre candidate");
        assertThat(open(world.head).page().select(".app-manual a").eachAttr("href"))
                .containsExactly("/help/tasks/follow");
    }

    @Nested
    class Steps {

        @Test
        void a_step_that_waits_for_the_other_side_is_interrupted_and_not_done() {
            Document page = open(world.head).page();

            assertThat(page.select(".app-steps li:contains(Rendre l’avis)").text())
                    .contains("Interrompu");
            Element drawing = page.selectFirst("figure[data-diagram-url*=dpd-designation]");
            assertThat(drawing.attr("data-interrupted-elements")).isEqualTo("task_give-opinion");
        }

        @Test
        void a_step_that_never_went_on_is_not_done_when_the_dossier_has_ended() {
            acts.withdraw(world.forCpas(world.head), number, null, "Renoncé.");

            Document page = open(world.head).page();

            assertThat(page.select(".app-steps li:contains(Rendre l’avis)").text())
                    .contains("Interrompu")
                    .doesNotContain("Fait");
            assertThat(page.selectFirst("figure[data-diagram-url*=dpd-designation]")
                            .attr("data-interrupted-elements"))
                    .isEqualTo("task_give-opinion");
        }

        @Test
        void each_says_who_does_it_how_often_it_was_done_and_how_long_that_took() {
            acts.complete(world.forCpas(world.head), number, null, "Le voici.");

            assertThat(open(world.reviewer)
                            .page()
                            .select(".app-steps li:contains(Rendre l’avis)")
                            .text())
                    .contains("Vous ou vos collègues · 2 fois, moins d’un jour ouvrable");
            Document ofHead = open(world.head).page();
            assertThat(ofHead.select(".app-steps li:contains(Rendre l’avis)").text())
                    .contains("BCSS · 2 fois");
            assertThat(ofHead.select(".app-steps li:contains(Décider)").text()).contains("SPP IS");
            assertThat(ofHead.selectFirst("figure[data-diagram-url*=dpd-designation]")
                            .attr("data-runs"))
                    .contains("\"task_give-opinion\":\"2 fois, moins d’un jour ouvrable\"")
                    .contains("\"task_complete-file\":\"1 fois,");
        }

        /** Fridays to Mondays are one working day; of five the middle one counts. */
        @Test
        void what_is_usual_is_the_middle_of_what_people_did_in_a_year() {
            for (int done : new int[] {1, 3, 3, 4, 8}) {
                done("PROBED_WORK", done);
            }
            for (int few = 0; few < 4; few++) {
                done("SELDOM_WORK", 3);
            }

            times.countAnew();

            assertThat(usual("PROBED_WORK")).isEqualTo("5 runs, 1 days");
            assertThat(usual("SELDOM_WORK")).isEqualTo("4 runs, 1 days");
        }

        private void done(String kind, int calendarDays) {
            Instant friday = LocalDate.of(2026, 9, 4).atTime(10, 0).toInstant(java.time.ZoneOffset.UTC);
            jdbc.sql("""
                            insert into work_item (id, case_id, kind, desk, organisation_id, created_at, due_at, done_at, done_by)
                            select :id, id, :kind, 'BCSS', organisation_id, :from, :until, :until, :by
                              from case_file where dossier_number = :number""")
                    .param("id", UUID.randomUUID())
                    .param("kind", kind)
                    .param("from", Timestamp.from(friday))
                    .param("until", Timestamp.from(friday.plusSeconds(86400L * calendarDays)))
                    .param("by", world.reviewer.id().value())
                    .param("number", number.value())
                    .update();
        }

        private String usual(String kind) {
            return jdbc.sql("select runs || ' runs, ' || days || ' days' from work_time where kind = :kind")
                    .param("kind", kind)
                    .query(String.class)
                    .single();
        }
    }

    @Nested
    class Papers {

        Browser head;

        @BeforeEach
        void threeFilesOfTwoNames() {
            head = browsers.signedIn(world.head);
            head.get("/cases/" + number + "/complete");
            add("plan.pdf", SampleFiles.pdf());
            add(
                    "plan.pdf",
                    new String(SampleFiles.pdf(), StandardCharsets.US_ASCII)
                            .replace("72 72", "90 90")
                            .getBytes(StandardCharsets.US_ASCII));
            add("lettre.odt", SampleFiles.of(DocumentKind.ODT));
            acts.complete(world.forCpas(world.head), number, null, "Voici.");
        }

        @Test
        void a_file_of_the_same_name_replaces_what_was_shown_and_the_one_before_stays() {
            Document page = open(world.reviewer).page();

            Element plan = page.selectFirst(".app-documents > li:contains(plan.pdf)");
            assertThat(page.select(".app-documents > li")).hasSize(2);
            assertThat(plan.text()).contains("version 2 · PDF", world.head.displayName(), "1 version précédente");
            assertThat(plan.select("details li").text()).contains("plan.pdf", "version 1 · PDF");
            JsonNode documents =
                    api.as(world.reviewer).get("/api/v1/dossiers/" + number).at("/documents");
            assertThat(documents).hasSize(3);
            assertThat(documents.get(0).path("version").asInt()).isEqualTo(2);
            assertThat(documents.get(0).path("latest").asBoolean()).isTrue();
            assertThat(documents.get(1).path("latest").asBoolean()).isFalse();
            assertThat(documents.get(1).path("addedBy").asText()).isEqualTo(world.head.displayName());
        }

        @Test
        void a_page_is_looked_at_as_a_picture_and_that_is_written_down() {
            Element look = open(world.reviewer).page().selectFirst("a:contains(Aperçu)");

            Answer answer = browsers.signedIn(world.reviewer).get(look.attr("href"));

            assertThat(answer.page().select("#document-page img").attr("src")).startsWith("data:image/jpeg;base64,");
            assertThat(answer.page().select("#document-page img").attr("alt")).contains("Page 1 sur 1", "plan.pdf");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("script-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(jdbc.sql("""
                            select count(*) from audit_event
                             where actor_person = :person and operation = 'dpd.document-opened'""")
                            .param("person", world.reviewer.id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void what_cannot_be_shown_says_so_and_is_still_there_to_save() {
            String odt = address("lettre.odt");
            String pdf = address("plan.pdf");

            assertThat(open(world.reviewer).page().select(".app-documents li:contains(lettre.odt) a:contains(Aperçu)"))
                    .isEmpty();
            Browser reviewer = browsers.signedIn(world.reviewer);
            assertThat(List.of(odt + "/view", pdf + "/view?page=7")).allSatisfy(wrong -> {
                Answer answer = reviewer.get(wrong);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text())
                        .contains("Cette page ne peut pas être montrée ici", "Télécharger le document");
            });
            assertThat(reviewer.get(pdf + "/view?page=x").status()).isBetween(400, 404);
        }

        @Test
        void whoever_may_not_open_a_document_does_not_look_at_it() {
            Person foreign = worlds.cpas().head;

            assertThat(browsers.signedIn(foreign)
                            .get(address("plan.pdf") + "/view")
                            .status())
                    .isEqualTo(404);
        }

        private String address(String name) {
            return open(world.reviewer)
                    .page()
                    .selectFirst(".app-documents > li:contains(" + name + ") > a")
                    .attr("href");
        }

        private void add(String name, byte[] content) {
            head.postFiles("/cases/" + number + "/complete", Map.of("_action", "add"), "files", Map.of(name, content));
        }
    }

    @Nested
    class Related {

        @Test
        void dossiers_of_the_person_the_company_and_the_entity_stand_beside_as_far_as_they_are_seen() {
            CpasWorld other = worlds.cpas();
            var supplied = world.answers().with("employment", "EXTERNAL").with("supplierNumber", "0999000228");
            acts.withdraw(world.forCpas(world.head), number, null, "Autre candidate");
            DossierNumber second = acts.submit(world.forCpas(world.head), supplied.with("supplierName", "Conseil SA"));
            DossierNumber ofCompany = acts.submit(
                    other.forCpas(other.head),
                    other.answers()
                            .with("employment", "EXTERNAL")
                            .with("supplierNumber", "0999000228")
                            .with("supplierName", "Conseil SA"));

            Element ofDesk = beside(world.reviewer, second);
            assertThat(ofDesk.select("h3").eachText())
                    .containsExactly("Sur la même personne", "Avec la même société externe");
            assertThat(ofDesk.select("a").eachText()).contains(number.value(), ofCompany.value());
            assertThat(beside(world.head, second).select("a").eachText()).containsExactly(number.value());
        }

        private Element beside(Person reader, DossierNumber dossier) {
            return browsers.signedIn(reader)
                    .get("/cases/" + dossier)
                    .page()
                    .selectFirst("section[aria-labelledby=related]");
        }
    }

    private Answer open(Person reader) {
        return browsers.signedIn(reader).get("/cases/" + number);
    }
}
