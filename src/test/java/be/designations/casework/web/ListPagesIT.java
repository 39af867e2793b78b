package be.designations.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class ListPagesIT extends WholeApplication {

    @Autowired
    ObjectMapper json;

    CpasWorld world;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
    }

    @Nested
    class Work {

        @Test
        void each_desk_sees_its_own_work() {
            DossierNumber number = submitted();
            assertThat(numbers(world.reviewer, "/work")).contains(number.value());
            assertThat(numbers(world.approver, "/work")).doesNotContain(number.value());
            assertThat(numbers(world.head, "/work")).isEmpty();

            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
            assertThat(numbers(world.reviewer, "/work")).doesNotContain(number.value());
            assertThat(numbers(world.approver, "/work")).contains(number.value());

            acts.decide(CpasWorld.as(world.approver), number, null, true, null);
            assertThat(numbers(world.principalManager, "/work")).containsExactly(number.value());
            assertThat(numbers(world.coPrincipalManager, "/work")).containsExactly(number.value());
            assertThat(numbers(world.head, "/work")).isEmpty();
        }

        @Test
        void the_file_is_completed_by_those_of_that_cpas() {
            DossierNumber number = submitted();
            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");

            assertThat(numbers(world.head, "/work")).containsExactly(number.value());
            assertThat(numbers(world.principalManager, "/work")).containsExactly(number.value());
            assertThat(numbers(worlds.cpas().head, "/work")).isEmpty();
            assertThat(numbers(world.candidate, "/work")).isEmpty();
        }

        @Test
        void only_the_capacity_chosen_counts() {
            DossierNumber number = submitted();
            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
            var other = worlds.cpas();
            worlds.people().give(world.head, LegalFunctionKind.DIRECTOR, other.cpas);
            var browser = browsers.signedIn(world.head);
            browser.get("/capacity");

            browser.post("/capacity", Map.of("organisation", other.cpas.id().toString(), "kind", "DIRECTOR"));
            assertThat(browser.get("/work").page().select("tbody tr")).isEmpty();
            assertThat(browser.get("/work").text()).contains("Aucune tâche ne vous attend");

            browser.get("/capacity");
            browser.post(
                    "/capacity",
                    Map.of("organisation", world.cpas.id().toString(), "kind", "HEAD_OF_DAILY_MANAGEMENT"));
            assertThat(numbers(browser.get("/work").page())).containsExactly(number.value());
        }

        @Test
        void mine_and_free_are_told_apart() {
            DossierNumber mine = submitted();
            acts.take(CpasWorld.as(world.reviewer), mine, false);
            world = worlds.cpas();
            DossierNumber free = submitted();
            Person reviewer = world.reviewer;
            acts.take(CpasWorld.as(reviewer), free, false);
            acts.release(CpasWorld.as(reviewer), free);

            assertThat(numbers(reviewer, "/work?show=mine")).isEmpty();
            assertThat(browsers.signedIn(reviewer).get("/work?show=mine").text())
                    .contains("Vous n’avez pris aucun dossier en charge");
            assertThat(numbers(reviewer, "/work?show=free"))
                    .contains(free.value())
                    .doesNotContain(mine.value());

            acts.take(CpasWorld.as(reviewer), free, false);
            assertThat(numbers(reviewer, "/work?show=mine")).containsExactly(free.value());
            assertThat(browsers.signedIn(reviewer)
                            .get("/work?show=mine")
                            .page()
                            .select("tbody td")
                            .eachText())
                    .anyMatch(text -> text.startsWith("Vous"));
            assertThat(numbers(reviewer, "/work?show=free")).doesNotContain(free.value());
        }

        @Test
        void the_soonest_due_comes_first_page_by_page_and_back() {
            work(120);
            var browser = browsers.signedIn(world.head);

            var first = browser.get("/work").page();
            var second = browser.get(link(first, "next")).page();
            var third = browser.get(link(second, "next")).page();

            var all = new ArrayList<String>();
            List.of(first, second, third).forEach(page -> all.addAll(numbers(page)));
            assertThat(all).hasSize(120).doesNotHaveDuplicates();
            assertThat(all).isSortedAccordingTo((one, other) -> due(one).compareTo(due(other)));
            assertThat(first.select("a[rel=prev]")).isEmpty();
            assertThat(third.select("a[rel=next]")).isEmpty();
            assertThat(numbers(browser.get(link(third, "prev")).page())).isEqualTo(numbers(second));
            var back = browser.get(link(second, "prev")).page();
            assertThat(numbers(back)).isEqualTo(numbers(first));
            assertThat(back.select("a[rel=prev]")).isEmpty();
            assertThat(first.text()).contains("120 tâches");
        }

        @Test
        void what_is_late_is_marked_in_words() {
            work(2);
            jdbc.sql("update work_item set due_at = now() - interval '1 day' where organisation_id = :id"
                            + " and due_at = (select min(due_at) from work_item where organisation_id = :id)")
                    .param("id", world.cpas.id().value())
                    .update();

            var lines = browsers.signedIn(world.head)
                    .get("/work")
                    .page()
                    .select("tbody tr")
                    .eachText();

            assertThat(lines.get(0)).containsPattern("retard|délai dépassé");
            assertThat(lines.get(1)).containsPattern("demain|dans \\d+ jour");
        }

        @Test
        void a_place_that_was_made_up_shows_the_first_page() {
            work(1);

            assertThat(numbers(world.head, "/work?after=x_y&show=z")).hasSize(1);
            for (String year : List.of("%2B300000", "%2B1000000000", "-1000000000")) {
                String place =
                        "=" + year + "-01-01T00:00:00Z_" + world.head.id().value();
                assertThat(numbers(world.head, "/work?after" + place)).hasSize(1);
                assertThat(numbers(world.head, "/work?before" + place)).hasSize(1);
            }
        }

        @Test
        void more_work_asks_no_more_of_the_database() {
            work(1);
            int few = statements(browsers.signedIn(world.head), "/work");
            work(45);

            assertThat(statements(browsers.signedIn(world.head), "/work"))
                    .isEqualTo(few)
                    .isPositive();
        }
    }

    @Nested
    class Cases {

        @Test
        void a_reader_sees_those_of_their_entity_and_desks_all() {
            DossierNumber number = submitted();
            var other = worlds.cpas();

            assertThat(numbers(world.head, "/cases")).containsExactly(number.value());
            assertThat(numbers(world.localManager, "/cases")).containsExactly(number.value());
            assertThat(numbers(world.approver, "/cases?q=" + number)).containsExactly(number.value());
            assertThat(numbers(other.head, "/cases?q=" + number)).isEmpty();
            assertThat(numbers(other.head, "/cases")).isEmpty();
            assertThat(browsers.signedIn(other.head).get("/cases").text()).contains("Il n’y a pas encore de dossier");
            assertThat(browsers.signedIn(world.user).get("/cases").text()).contains("Il n’y a pas encore de dossier");
        }

        @Test
        void status_and_text_filter() {
            DossierNumber number = submitted();

            assertThat(numbers(world.head, "/cases?status=dpd.awaiting-opinion"))
                    .containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?status=dpd.refused")).isEmpty();
            assertThat(numbers(world.head, "/cases?status=unknown")).containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=TESTVILLE")).containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=" + number.value().toLowerCase(Locale.ROOT)))
                    .containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=%25")).isEmpty();
            assertThat(numbers(world.head, "/cases?q=T%C3%89ST+cpas"))
                    .as("beginnings of words, in any order, without accents")
                    .containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=estville"))
                    .as("the middle of a word")
                    .isEmpty();
            String drawn = number.value().replaceFirst(".*-0*", "");
            assertThat(numbers(world.head, "/cases?q=" + drawn))
                    .as("without the zeros in front")
                    .containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=dpd+" + drawn)).containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=" + number.value().substring(0, 8)))
                    .containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?q=dpd+testville"))
                    .as("of both")
                    .isEmpty();
            assertThat(browsers.signedIn(world.head).get("/cases?q=%25").text())
                    .contains("Aucun dossier ne correspond à ces filtres");
        }

        @Test
        void what_waits_filters_by_who_has_it_and_by_when_it_is_due() {
            DossierNumber number = submitted();
            String all = "/cases?q=" + number;

            assertThat(numbers(world.reviewer, all + "&who=nobody")).containsExactly(number.value());
            assertThat(numbers(world.reviewer, all + "&who=me")).isEmpty();
            acts.take(CpasWorld.as(world.reviewer), number, false);
            assertThat(numbers(world.reviewer, all + "&who=me")).containsExactly(number.value());
            assertThat(numbers(world.approver, all + "&who=" + world.reviewer.id()))
                    .containsExactly(number.value());
            assertThat(numbers(world.approver, all + "&who=nobody")).isEmpty();
            assertThat(numbers(world.head, all + "&due=month")).containsExactly(number.value());
            assertThat(numbers(world.head, all + "&due=late")).isEmpty();
            jdbc.sql("update work_item set due_at = now() - interval '1 day' where case_id ="
                            + " (select id from case_file where dossier_number = :number)")
                    .param("number", number.value())
                    .update();
            assertThat(numbers(world.head, all + "&due=late")).containsExactly(number.value());
            assertThat(numbers(worlds.cpas().head, all + "&due=late")).isEmpty();
        }

        /** D12: what is to be weighed is for the desks. */
        @Test
        void only_desks_filter_by_what_there_is_to_weigh() {
            DossierNumber number = submitted();
            String warned = "/cases?warned=true&q=" + number;

            assertThat(numbers(world.reviewer, warned))
                    .as("a predecessor is in office")
                    .containsExactly(number.value());
            jdbc.sql("update work_item set warned = false where case_id ="
                            + " (select id from case_file where dossier_number = :number)")
                    .param("number", number.value())
                    .update();
            assertThat(numbers(world.reviewer, warned)).isEmpty();
            assertThat(numbers(world.head, warned)).as("tells nothing").containsExactly(number.value());
            assertThat(browsers.signedIn(world.head).get("/cases").page().select("#warned"))
                    .isEmpty();
            assertThat(browsers.signedIn(world.reviewer).get("/cases").page().select("#warned"))
                    .hasSize(1);
        }

        @Test
        void the_statuses_are_those_of_the_kind_chosen() {
            Browser browser = browsers.signedIn(world.reviewer);

            assertThat(browser.get("/cases?kind=DPD_DESIGNATION")
                            .page()
                            .select("#status option[value]")
                            .eachAttr("value"))
                    .filteredOn(value -> !value.isEmpty())
                    .isNotEmpty()
                    .allMatch(value -> value.startsWith("dpd."));
            assertThat(browser.get("/cases").page().select("#status optgroup").eachAttr("label"))
                    .contains("Désignation d’un DPD");
        }

        @Test
        void an_index_finds_what_was_typed() {
            assertThat(jdbc.sql("""
                                    explain select id from case_file
                                     where dossier_words(dossier_number) @@ to_tsquery('simple', 'dpd:* & 12:*')""").query(String.class).list())
                    .anySatisfy(line -> assertThat(line).contains("Index Scan on case_file_by_words"));
        }

        @Test
        void the_newest_comes_first_and_the_filter_stays_on_the_next_page() {
            cases(60);
            var browser = browsers.signedIn(world.head);

            var first = browser.get("/cases?q=testville").page();
            var second = browser.get(link(first, "next")).page();

            assertThat(numbers(first)).hasSize(50).isSortedAccordingTo((one, other) -> other.compareTo(one));
            assertThat(numbers(second)).hasSize(10).doesNotContainAnyElementsOf(numbers(first));
            assertThat(second.selectFirst("input[name=q]").val()).isEqualTo("testville");
            assertThat(numbers(browser.get(link(second, "prev")).page())).isEqualTo(numbers(first));
        }

        @Test
        void the_kind_filters_and_brings_the_columns_of_its_own() {
            DossierNumber number = submitted();
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
            acts.decide(CpasWorld.as(world.approver), number, null, true, null);
            DossierNumber refused = submitted();
            acts.giveOpinion(CpasWorld.as(world.reviewer), refused, null, false, "Pas assez d’heures");
            cases(1);

            assertThat(headings("/cases"))
                    .containsExactly("Dossier", "Type", "Entité", "Introduit le ↓", "Statut", "Statut depuis le");
            assertThat(headings("/cases?kind=DPD_DESIGNATION"))
                    .containsExactly(
                            "Dossier",
                            "Entité",
                            "Introduit le ↓",
                            "Statut",
                            "Statut depuis le",
                            "Avis",
                            "Mandat jusqu’au");
            assertThat(numbers(world.head, "/cases?kind=PRINCIPAL_MANAGER")).isEmpty();
            assertThat(numbers(world.head, "/cases?kind=x")).hasSize(3);
            assertThat(numbers(world.head, "/cases?kind=DPD_DESIGNATION&dpd.opinion=FAVOURABLE"))
                    .containsExactly(number.value());
            assertThat(numbers(world.head, "/cases?kind=DPD_DESIGNATION&dpd.opinion=UNFAVOURABLE"))
                    .containsExactly(refused.value());
            assertThat(numbers(world.head, "/cases?kind=DPD_DESIGNATION&dpd.opinion=x"))
                    .hasSize(3);
            assertThat(numbers(world.head, "/cases?dpd.opinion=FAVOURABLE"))
                    .as("a column of a kind that is not asked for")
                    .hasSize(3);
            assertThat(numbers(world.head, "/cases?kind=PRINCIPAL_MANAGER&status=dpd.approved"))
                    .isEmpty();
            assertThat(browsers.signedIn(world.head)
                            .get("/cases?kind=DPD_DESIGNATION&q=" + number)
                            .page()
                            .select("tbody td")
                            .eachText())
                    .contains("Favorable");
        }

        @Test
        void a_column_sorts_both_ways_on_every_page() {
            List<UUID> ids = cases(60);
            for (int i = 0; i < ids.size(); i++) {
                jdbc.sql("update case_file set status_since = timestamptz '2002-01-01' + :days * interval '1 day'"
                                + " where id = :id")
                        .param("days", (i * 7) % 60)
                        .param("id", ids.get(i))
                        .update();
            }
            List<String> latest = jdbc.sql("select dossier_number from case_file where organisation_id = :cpas"
                            + " order by status_since desc")
                    .param("cpas", world.cpas.id().value())
                    .query(String.class)
                    .list();
            Browser browser = browsers.signedIn(world.head);

            Document list = browser.get("/cases?q=testville").page();
            Document sorted = browser.get(heading(list, "Statut depuis le")).page();
            Document turned = browser.get(heading(sorted, "Statut depuis le")).page();

            assertThat(list.select("th[aria-sort]").eachText()).containsExactly("Introduit le ↓");
            assertThat(sorted.select("th[aria-sort=descending]").eachText()).containsExactly("Statut depuis le ↓");
            assertThat(turned.select("th[aria-sort=ascending]").eachText()).containsExactly("Statut depuis le ↑");
            assertThat(sorted.selectFirst("input[name=q]").val()).isEqualTo("testville");
            Document second = browser.get(link(sorted, "next")).page();
            assertThat(numbers(sorted)).isEqualTo(latest.subList(0, 50));
            assertThat(numbers(second)).isEqualTo(latest.subList(50, 60));
            assertThat(numbers(browser.get(link(second, "prev")).page())).isEqualTo(numbers(sorted));
            List<String> earliest = new ArrayList<>(numbers(turned));
            earliest.addAll(numbers(browser.get(link(turned, "next")).page()));
            Collections.reverse(earliest);
            assertThat(earliest).isEqualTo(latest);
            assertThat(numbers(world.head, "/cases?sort=number&order=x")).hasSize(60);
        }

        @Test
        void the_file_has_all_that_the_list_has() {
            cases(60);
            DossierNumber number = submitted();

            Answer file = browsers.signedIn(world.head)
                    .get(browsers.signedIn(world.head)
                            .get("/cases?kind=DPD_DESIGNATION&q=testville")
                            .page()
                            .selectFirst("a[href*=.csv]")
                            .attr("href"));

            assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
            assertThat(file.header("Content-Disposition")).contains("attachment", "dossiers-");
            List<String> lines = file.body().lines().toList();
            assertThat(lines.get(0))
                    .isEqualTo("\ufeff\"Dossier\";\"Entité\";\"Introduit le\";\"Statut\";\"Statut depuis le\";"
                            + "\"Avis\";\"Mandat jusqu’au\"");
            assertThat(lines).hasSize(62);
            assertThat(lines.get(1)).startsWith("\"" + number + "\";\"");
            assertThat(browsers.signedIn(worlds.cpas().head)
                            .get("/cases.csv?q=testville")
                            .body()
                            .lines())
                    .as("a foreign reader gets the headings")
                    .hasSize(1);
            assertThat(browsers.fresh().get("/cases.csv").location()).contains("/sign-in");
        }

        private List<String> headings(String path) {
            return browsers.signedIn(world.head)
                    .get(path)
                    .page()
                    .select("thead th")
                    .eachText();
        }

        private static String heading(Document page, String text) {
            return page.selectFirst("thead a:contains(" + text + ")").attr("href");
        }

        @Test
        void more_dossiers_ask_no_more_of_the_database() {
            cases(1);
            int few = statements(browsers.signedIn(world.head), "/cases");
            cases(45);

            assertThat(statements(browsers.signedIn(world.head), "/cases"))
                    .isEqualTo(few)
                    .isPositive();
        }
    }

    @Nested
    class Processes {

        @Test
        void a_known_model_is_served_with_texts_in_the_language_asked() throws Exception {
            var browser = browsers.signedIn(world.head);

            var model = browser.get("/processes/dpd-designation.bpmn");
            assertThat(model.status()).isEqualTo(200);
            assertThat(model.header("Content-Type")).startsWith("application/xml");
            assertThat(model.body()).contains("task_give-opinion");
            assertThat(label(browser, "fr")).isEqualTo("Rendre l’avis");
            assertThat(label(browser, "nl")).isEqualTo("Advies geven");
            assertThat(browser.get("/processes/dpd-designation/labels?language=nl")
                            .header("Cache-Control"))
                    .contains("max-age", "private");
        }

        @Test
        void what_is_no_model_does_not_exist() {
            var browser = browsers.signedIn(world.head);

            assertThat(browser.get("/processes/application.bpmn").status()).isEqualTo(404);
            assertThat(browser.get("/processes/..%2Fapplication.bpmn").status()).isGreaterThanOrEqualTo(400);
            assertThat(browser.get("/processes/x/labels?language=fr").status()).isEqualTo(404);
            assertThat(browser.get("/processes/dpd-designation/labels?language=fr-x-invented")
                            .status())
                    .isEqualTo(404);
            assertThat(browsers.fresh().get("/processes/dpd-designation.bpmn").location())
                    .contains("/sign-in");
        }

        private String label(Browser browser, String language) throws Exception {
            return json.readTree(browser.get("/processes/dpd-designation/labels?language=" + language)
                            .body())
                    .path("task_give-opinion")
                    .asText();
        }
    }

    private DossierNumber submitted() {
        return acts.submit(world.forCpas(world.head), world.answers());
    }

    /** Dossiers of the CPAS without a process, each opened a minute after the one before. */
    private List<UUID> cases(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            jdbc.sql("""
                            insert into case_file (id, dossier_number, kind, organisation_id, opened_by, opened_at, status,
                                                   status_since)
                            select :id, 'DPD-2001-' || lpad((count(*) + 1)::text, 5, '0'), 'DPD_DESIGNATION', :cpas, :by,
                                   timestamptz '2001-01-01' + count(*) * interval '1 minute', 'dpd.awaiting-completion',
                                   now()
                              from case_file where dossier_number like 'DPD-2001-%'""")
                    .param("id", id)
                    .param("cpas", world.cpas.id().value())
                    .param("by", world.head.id().value())
                    .update();
            ids.add(id);
        }
        return ids;
    }

    /** Work of the CPAS, two pieces due at each instant. */
    private void work(int count) {
        var ids = cases(count);
        for (int i = 0; i < count; i++) {
            jdbc.sql("""
                            insert into work_item (id, case_id, kind, desk, organisation_id, created_at, due_at)
                            values (:id, :case, 'COMPLETE_FILE', 'FILERS', :cpas, now(),
                                    now() + interval '1 day' + :hours * interval '1 hour')""")
                    .param("id", UUID.randomUUID())
                    .param("case", ids.get(i))
                    .param("cpas", world.cpas.id().value())
                    .param("hours", (count - i) / 2)
                    .update();
        }
    }

    private OffsetDateTime due(String number) {
        return jdbc.sql(
                        "select due_at from work_item join case_file c on c.id = case_id where c.dossier_number = :number")
                .param("number", number)
                .query(OffsetDateTime.class)
                .single();
    }

    /** How many statements a page asks of the database, beside those of the sign-in. */
    private int statements(Browser browser, String path) {
        browser.get(path);
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var additive = logger.isAdditive();
        var log = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                // An event looks up its thread when it is first asked, and must be asked on that thread.
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            assertThat(browser.get(path).status()).isEqualTo(200);
            return (int) List.copyOf(log.list).stream()
                    .filter(event -> event.getThreadName().startsWith("http-nio"))
                    .filter(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
                    .count();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(additive);
            logger.detachAppender(log);
        }
    }

    /** The dossier numbers of all pages of a list, in its order. */
    private List<String> numbers(Person reader, String path) {
        var browser = browsers.signedIn(reader);
        var numbers = new ArrayList<String>();
        Answer answer = browser.get(path);
        while (true) {
            assertThat(answer.status()).isEqualTo(200);
            numbers.addAll(numbers(answer.page()));
            Element next = answer.page().selectFirst("a[rel=next]");
            if (next == null) {
                return numbers;
            }
            answer = browser.get(next.attr("href"));
        }
    }

    private static List<String> numbers(Document page) {
        return page.select("tbody tr th a[href^=/cases/]").eachAttr("href").stream()
                .map(href -> href.substring("/cases/".length()))
                .toList();
    }

    private static String link(Document page, String rel) {
        return page.selectFirst("a[rel=" + rel + "]").attr("href");
    }
}
