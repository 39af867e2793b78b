package be.designations.example;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** A second version of a process, steps of it that fail, and dossiers that are led over to it (D87, D88). */
class ExampleVersionsIT extends WholeApplication {

    private static final String PROCESSES = "/operations/processes";
    private static final String FAILURES = "/operations/failures";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Examples examples;

    @Autowired
    ExampleStep step;

    @Autowired
    ExampleVersions versions;

    @Autowired
    @Qualifier("supportRunsJob")
    RecurringJob runs;

    CpasWorld world;
    Person support;
    Person colleague;

    @BeforeEach
    void people() {
        world = worlds.cpas();
        support = world.supportAgent("Sarah");
        colleague = world.supportAgent("Sam");
    }

    @AfterEach
    void onlyTheFirstVersionIsLeft() {
        step.isFailing(false);
        versions.remove();
    }

    @Test
    void a_step_that_failed_is_listed_with_its_cause_and_run_again_once_by_whoever_asks_first() {
        versions.deploy(ExampleVersions::withAStepApart);
        step.isFailing(true);
        DossierNumber number = open();
        DossierNumber other = open();
        versions.fail(number);
        versions.fail(other);

        Browser browser = browsers.signedIn(support);
        Answer page = browser.get(FAILURES);
        String line = page.page().select("tbody tr:contains(" + number + ")").text();
        assertThat(line)
                .contains("Note à part", "version 2", "Un autre système n’a pas répondu", "timed out", "Réessayer")
                .doesNotContain("85.07.30");
        assertThat(page.page().select("a[href=/cases/" + number + "]")).hasSize(1);

        String seen = page.page().selectFirst("input[name=_last]").val();
        Browser second = browsers.signedIn(colleague);
        second.get(FAILURES);
        Answer first = browser.post(FAILURES + "/again", Map.of("_last", seen));
        Answer again = browser.post(FAILURES + "/again", Map.of("_last", seen));
        Answer late = second.post(FAILURES + "/again", Map.of("_last", seen));
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(late.location()).isEqualTo(first.location());
        assertThat(second.follow(late).text()).contains(support.displayName() + " l’a déjà demandé");

        runs.work().run();
        Answer failed = browser.get(first.location().orElseThrow());
        assertThat(failed.text()).contains("0 sur 2 réussies, 2 en échec", number.value(), "n’a pas répondu");
        assertThat(failed.text()).doesNotContain("85.07.30");
        assertThat(work(number)).isEmpty();

        step.isFailing(false);
        Map<String, String> one = Map.of(
                "_last",
                lastSeen(browser, FAILURES),
                "job",
                versions.jobs(number).get(0).getId());
        Answer only = browser.post(FAILURES + "/again", one);
        runs.work().run();
        assertThat(browser.follow(only).text()).contains("1 sur 1 réussies");
        assertThat(work(number)).containsExactly("DECIDE_EXAMPLE");
        assertThat(work(other)).isEmpty();

        browser.post(FAILURES + "/again", Map.of("_last", lastSeen(browser, FAILURES)));
        runs.work().run();
        assertThat(work(other)).containsExactly("DECIDE_EXAMPLE");
        assertThat(browser.get(FAILURES).text()).contains("Aucune étape n’est en échec");
        assertThat(audited("jobs.run-again")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_dossier_that_somebody_has_open_is_led_over_with_its_work_and_the_step_is_still_taken() {
        DossierNumber other = open();
        DossierNumber number = open();
        List<Timestamp> due = dueDates(number);
        assertThat(due).as("reminder and deadline").hasSize(2);
        Browser browser = browsers.signedIn(support);
        browser.get("/cases/" + number);
        browser.post("/cases/" + number + "/take", Map.of());
        Answer form = browser.get("/cases/" + number + "/decide");
        List<Map<String, Object>> before = workItem(number);
        versions.deploy(ExampleVersions::withANoteAfterwards);

        Browser operator = browsers.signedIn(colleague);
        assertThat(operator.get(PROCESSES)
                        .page()
                        .select("tbody tr:contains(Exemple)")
                        .eachText())
                .anySatisfy(line -> assertThat(line).contains("2", "Actuelle"))
                .anySatisfy(line -> assertThat(line).contains("1", "Ancienne"));
        assertThat(operator.get(PROCESSES + "/example/versions/1").text()).contains("Décider", number.value());

        String migration = PROCESSES + "/example/versions/1/migration";
        Answer rehearsed = operator.get(migration);
        assertThat(rehearsed.page().select("#rehearsal tbody tr").text()).contains("Décider", "Passe");
        assertThat(version(number)).as("it was tried only").isEqualTo(1);

        Answer begun = operator.post(migration, Map.of("_last", lastSeen(operator, migration), "to", "2"));
        runs.work().run();
        assertThat(operator.follow(begun).text()).contains("0 en échec", "de la version 1 à la version 2");
        assertThat(version(number)).isEqualTo(2);
        assertThat(workItem(number)).isEqualTo(before);
        assertThat(List.of(number, other, open())).allSatisfy(dossier -> assertThat(dueDates(dossier))
                .as("reminder and deadline of %s", dossier)
                .hasSize(2));
        assertThat(dueDates(number)).isEqualTo(due);

        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("_version", form.page().selectFirst("input[name=_version]").val());
        answers.put("_csrf", form.page().selectFirst("main input[name=_csrf]").val());
        answers.put("decision", "ACCEPTED");
        answers.put("reason", "");
        Answer decided = browser.postWithoutToken("/cases/" + number + "/decide", answers);
        assertThat(decided.location()).contains("/cases/" + number);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isZero();
        assertThat(jdbc.sql("""
                        select before ->> 'version' || '>' || (after ->> 'version') from audit_event
                         where operation = 'process.migrated' and subject_id = :number and actor_person = :by""")
                        .param("number", number.value())
                        .param("by", colleague.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("1>2");
    }

    @Test
    void the_trial_names_what_would_fail_and_what_fails_stays_as_it_was() {
        DossierNumber number = open();
        versions.deploy(ExampleVersions::withoutTheTask);
        Browser operator = browsers.signedIn(support);
        String migration = PROCESSES + "/example/versions/1/migration";

        assertThat(operator.get(migration).page().select("#rehearsal tbody tr").text())
                .contains("Échoue", "n’a plus l’étape « Décider »", number.value());

        Answer begun = operator.post(migration, Map.of("_last", lastSeen(operator, migration), "to", "2"));
        runs.work().run();
        Answer ended = operator.follow(begun);
        assertThat(ended.page().select("tbody tr:contains(" + number + ")").text())
                .contains("n’a plus l’étape où il en est");
        assertThat(ended.text()).contains("exactement comme ils étaient");
        assertThat(version(number)).isEqualTo(1);
        assertThat(work(number)).containsExactly("DECIDE_EXAMPLE");
        assertThat(api.as(support)
                        .post("/api/v1/dossiers/" + number + "/decide", "{'decision': 'ACCEPTED'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_version_with_a_step_that_the_program_does_not_know_takes_no_dossier() {
        DossierNumber number = open();
        versions.deploy(model -> model.replace("task_decide", "task_judge"));

        assertThat(browsers.signedIn(support)
                        .get(PROCESSES + "/example/versions/1/migration")
                        .text())
                .contains("que l’application ne connaît pas", number.value());
    }

    @Test
    void a_newer_version_than_the_one_that_was_tried_is_told_and_nothing_is_begun() {
        open();
        versions.deploy(ExampleVersions::withANoteAfterwards);
        Browser operator = browsers.signedIn(support);
        String migration = PROCESSES + "/example/versions/1/migration";

        Answer refused = operator.post(migration, Map.of("_last", lastSeen(operator, migration), "to", "7"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Une autre version est arrivée entre-temps");
    }

    @Test
    void nobody_else_sees_or_does_any_of_it() {
        DossierNumber number = open();
        for (Person other : List.of(world.principalManager, world.reviewer, world.user)) {
            Browser browser = browsers.signedIn(other);
            for (String page : List.of(
                    FAILURES,
                    PROCESSES,
                    PROCESSES + "/example/versions/1",
                    PROCESSES + "/example/versions/1/migration",
                    PROCESSES + "/example/suspension",
                    "/operations/health",
                    "/operations/runs/1")) {
                assertThat(browser.get(page).status()).as(page).isEqualTo(403);
            }
            for (String act : List.of(
                    FAILURES + "/again",
                    "/operations/mails/again?_action=all",
                    PROCESSES + "/example/versions/1/migration?to=2",
                    PROCESSES + "/example/suspension",
                    PROCESSES + "/example/resume",
                    "/operations/health",
                    "/operations/audit/searches?name=x&operation=y")) {
                assertThat(browser.post(act, Map.of()).status()).as(act).isEqualTo(403);
            }
        }
        Browser operator = browsers.signedIn(support);
        for (String unknown : List.of(
                PROCESSES + "/nothing/versions/1",
                PROCESSES + "/example/versions/99",
                PROCESSES + "/departure/suspension",
                "/operations/runs/999999")) {
            assertThat(operator.get(unknown).status()).as(unknown).isEqualTo(404);
        }
        assertThat(work(number)).containsExactly("DECIDE_EXAMPLE");
    }

    @Test
    void its_pages_speak_four_languages() {
        versions.deploy(ExampleVersions::withAStepApart);
        step.isFailing(true);
        open();
        versions.fail(open());
        Browser operator = browsers.signedIn(support);
        for (Language language : Language.values()) {
            for (String page : List.of(
                    FAILURES,
                    PROCESSES,
                    PROCESSES + "/example/versions/2",
                    PROCESSES + "/example/versions/1/migration",
                    PROCESSES + "/example/suspension",
                    "/operations/health",
                    "/operations/mails?why=busy&state=waiting&q=x",
                    "/operations/audit")) {
                Answer answer = operator.get(page + (page.contains("?") ? "&" : "?") + "lang=" + language.code());
                assertThat(answer.status()).as(page).isEqualTo(200);
                assertThat(answer.text()).as(page).doesNotContain("??");
            }
        }
    }

    private DossierNumber open() {
        return examples.open(world.forCpas(world.principalManager), world.cpas.id());
    }

    /** Kept with the work, no timers of the engine. */
    private List<Timestamp> dueDates(DossierNumber number) {
        return jdbc.sql("""
                        select unnest(array[w.remind_at, w.due_at]) from work_item w join case_file c on c.id = w.case_id
                         where c.dossier_number = :number and w.done_at is null order by 1""")
                .param("number", number.value())
                .query(Timestamp.class)
                .list();
    }

    private int version(DossierNumber number) {
        return engine.getRepositoryService()
                .getProcessDefinition(versions.process(number).getProcessDefinitionId())
                .getVersion();
    }

    private List<String> work(DossierNumber number) {
        return workItem(number).stream().map(row -> (String) row.get("kind")).toList();
    }

    private List<Map<String, Object>> workItem(DossierNumber number) {
        return jdbc.sql("""
                        select w.id, w.kind, w.assignee_id, w.assigned_at, w.created_at, w.due_at
                          from work_item w join case_file c on c.id = w.case_id
                         where c.dossier_number = :number and w.done_at is null""").param("number", number.value()).query().listOfRows();
    }

    private static String lastSeen(Browser browser, String page) {
        return browser.get(page).page().selectFirst("input[name=_last]").val();
    }

    private int audited(String operation) {
        return jdbc.sql("select count(*) from audit_event where operation = :operation")
                .param("operation", operation)
                .query(Integer.class)
                .single();
    }
}
