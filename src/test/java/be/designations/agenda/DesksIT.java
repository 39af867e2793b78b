package be.designations.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.CapacityKind;
import be.designations.access.Translated;
import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.Deadlines;
import be.designations.casework.Desk;
import be.designations.casework.DossierNumber;
import be.designations.casework.DueWork;
import be.designations.deputies.Deputies;
import be.designations.deputies.NewDeputation;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdCase;
import be.designations.rules.NotAllowedException;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What desks arrange for their time: closing days (D77), their head (D78), what is late and why. */
class DesksIT extends WholeApplication {

    private static final String API = "/api/v1/desks/bcss/";
    private static final String NAME = "'name': {'fr': 'Pont', 'nl': 'Brug', 'de': 'Brücke'}";

    @Autowired
    Deadlines deadlines;

    @Autowired
    DueWork dueWork;

    @Autowired
    DeskAdministration desks;

    @Autowired
    Deputies deputies;

    CpasWorld world;
    Person support;
    DossierNumber number;

    /** Far away from what other tests count. */
    LocalDate day;

    @BeforeEach
    void aDossierThatIsDueFarAway() {
        world = worlds.cpas();
        support = world.supportAgent("Sophie");
        number = acts.submit(world.forCpas(world.head), world.answers());
        day = new WorkingDays().after(LocalDate.now(Days.BRUSSELS).plusMonths(14), 1);
    }

    @AfterEach
    void openAgain() {
        jdbc.sql("delete from closing_day").update();
        jdbc.sql("delete from desk_head").update();
    }

    @Test
    void what_is_due_on_a_closing_day_or_later_is_due_a_working_day_later_and_nothing_is_brought_forward() {
        due(day);
        LocalDate next = new WorkingDays().after(day, 1);
        Browser browser = browsers.signedIn(support);
        Map<String, String> typed = closing(day, "preview");

        Answer preview = browser.post("/desks/bcss", typed);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.page().select("#preview").text())
                .contains(number.value(), words(day), words(next), "1 échéance est reportée");
        assertThat(preview.page().selectFirst("input[name=nameFr]").attr("value"))
                .isEqualTo("Pont");
        assertThat(lastDay()).isEqualTo(day);

        Map<String, String> close = closing(day, "close");
        Answer closed = browser.follow(browser.post("/desks/bcss", close));
        assertThat(closed.text()).contains("1 échéance a été reportée", "Pont", support.displayName());
        assertThat(lastDay()).isEqualTo(next);
        assertThat(browser.follow(browser.post("/desks/bcss", close)).text())
                .as("a second click")
                .contains("Aucune échéance n’a changé");
        assertThat(lastDay()).isEqualTo(next);

        assertThat(api.as(support).delete(API + "closing-days/" + day).status()).isEqualTo(204);
        assertThat(api.as(support).delete(API + "closing-days/" + day).status()).isEqualTo(204);
        assertThat(lastDay()).isEqualTo(next);
        assertThat(api.as(support).get(API + "closing-days").at("/items")).isEmpty();
        assertThat(jdbc.sql("""
                                select operation from audit_event
                                 where actor_person = :by and operation like 'agenda.%' order by id""")
                        .param("by", support.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("agenda.closing-day-written", "agenda.closing-day-taken-back");
    }

    @Test
    void the_work_of_other_desks_and_what_is_due_before_stays() {
        due(new WorkingDays().after(day, 3));
        LocalDate before = lastDay();

        assertThat(api.as(support)
                        .post("/api/v1/desks/spp-is/closing-days", "{'day': '" + day + "', " + NAME + "}")
                        .at("/moved")
                        .asInt())
                .isZero();
        due(day.minusDays(40));
        assertThat(api.as(support)
                        .post(API + "closing-days", "{'day': '" + day + "', " + NAME + "}")
                        .status())
                .isEqualTo(201);

        assertThat(before).isEqualTo(new WorkingDays().after(day, 3));
        assertThat(lastDay()).isEqualTo(day.minusDays(40));
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Choisissez un jour à venir",
        "nl, Kies een dag die nog komt",
        "de, Wählen Sie einen kommenden Tag",
        "en, Choose a day to come"
    })
    void what_cannot_be_closed_is_told_at_its_field_and_everything_typed_stays(String language, String words) {
        Browser browser = browsers.signedIn(support);
        browser.get("/?lang=" + language);

        Answer refused = browser.post("/desks/support", closing(LocalDate.now(Days.BRUSSELS), "close"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#day-error").text()).contains(words);
        assertThat(refused.page().selectFirst("input[name=nameNl]").attr("value"))
                .isEqualTo("Brug");
        assertThat(jdbc.sql("select count(*) from closing_day")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void only_support_and_the_head_of_the_desk_look_after_it() {
        Browser reviewer = browsers.signedIn(world.reviewer);
        assertThat(reviewer.get("/desks/bcss").status()).isEqualTo(403);
        assertThat(reviewer.get("/desks").status()).isEqualTo(403);
        assertThat(reviewer.get("/work/late").status()).isEqualTo(403);
        assertThat(reviewer.post("/desks/bcss", closing(day, "close")).status()).isEqualTo(403);
        assertThat(api.as(world.head).get(API + "closing-days").status()).isEqualTo(403);
        assertThat(api.as(world.reviewer)
                        .post(API + "closing-days", "{'day': '" + day + "', " + NAME + "}")
                        .text("/code"))
                .isEqualTo("agenda.not-keeper");
        assertThat(api.as(support).get("/api/v1/desks/filers/closing-days").status())
                .isEqualTo(404);

        designate(world.reviewer);

        assertThat(reviewer.follow(reviewer.get("/desks")).text()).contains("BCSS", world.reviewer.displayName());
        assertThat(reviewer.post("/desks/bcss", closing(day, "close")).status()).isEqualTo(302);
        assertThat(reviewer.post("/desks/spp-is", closing(day, "close")).status())
                .as("of another desk")
                .isEqualTo(403);
        assertThat(reviewer.get("/desks/bcss/head").status())
                .as("who is head, support says")
                .isEqualTo(403);
        assertThat(api.as(world.reviewer)
                        .put(API + "head", head(world.otherReviewer))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_day_that_two_take_back_in_the_same_moment_is_taken_back_once() throws Exception {
        api.as(support).post(API + "closing-days", "{'day': '" + day + "', " + NAME + "}");

        AtOnce.both(
                () -> api.as(support).delete(API + "closing-days/" + day).status(),
                () -> api.as(support).delete(API + "closing-days/" + day).status());

        assertThat(jdbc.sql("""
                        select count(*) from audit_event
                         where operation = 'agenda.closing-day-taken-back' and actor_person = :person""")
                        .param("person", support.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** D81 */
    @Test
    void nobody_looks_after_a_desk_in_the_place_of_another() {
        Person agent = world.supportAgent("Suzanne");
        worksAt(support, OrganisationKind.SUPPORT);
        worksAt(world.reviewer, OrganisationKind.BCSS);
        Actor deputy = new Actor(support.id(), null, SignInLevel.EID, agent.id());
        deputies.name(
                CpasWorld.as(agent),
                new NewDeputation(
                        support.id(),
                        Set.of(CapacityKind.SUPPORT_AGENT),
                        LocalDate.now(Days.BRUSSELS),
                        LocalDate.now(Days.BRUSSELS),
                        null));

        assertThatThrownBy(() -> desks.close(deputy, Desk.BCSS, day, new Translated("Pont", "Brug", "Brücke")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> desks.desksOf(deputy)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> desks.designate(deputy, Desk.BCSS, world.reviewer.id(), "Organigramme"))
                .isInstanceOf(NotAllowedException.class);
        designate(world.reviewer);
        deputies.name(
                CpasWorld.as(world.otherReviewer),
                new NewDeputation(
                        world.reviewer.id(),
                        Set.of(CapacityKind.DPD_REVIEWER),
                        LocalDate.now(Days.BRUSSELS),
                        LocalDate.now(Days.BRUSSELS),
                        null));
        Actor head = new Actor(world.reviewer.id(), null, SignInLevel.EID, world.otherReviewer.id());
        assertThatThrownBy(() -> desks.close(head, Desk.BCSS, day, new Translated("Pont", "Brug", "Brücke")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void support_makes_somebody_of_the_desk_its_head_with_a_reason_and_the_history_stays() {
        Browser browser = browsers.signedIn(support);
        Answer refused = browser.post(
                "/desks/bcss/head", Map.of("person", world.approver.id().toString(), "reason", "Organigramme"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#person-error").text()).contains("qui travaille dans ce service");
        assertThat(refused.page().select("textarea[name=reason]").text()).isEqualTo("Organigramme");
        assertThat(browser.post("/desks/bcss/head", Map.of("person", "x")).status())
                .isEqualTo(422);
        assertThat(api.as(support)
                        .put("/api/v1/desks/support/head", head(support))
                        .text("/issues/0/code"))
                .isEqualTo("agenda.head-oneself");

        Answer done = browser.follow(browser.post(
                "/desks/bcss/head", Map.of("person", world.reviewer.id().toString(), "reason", "Organigramme")));
        assertThat(done.text()).contains("est désigné", world.reviewer.displayName());
        designate(world.otherReviewer);
        designate(world.otherReviewer);

        assertThat(api.as(support).get(API + "head").text("/name")).isEqualTo(world.otherReviewer.displayName());
        assertThat(jdbc.sql("select count(*) from desk_head where valid_until is not null and end_basis_id is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(api.as(support)
                        .post(API + "head/dismissal", "{'reason': 'Départ'}")
                        .status())
                .isEqualTo(204);
        assertThat(api.as(support).get(API + "head").at("/person").isMissingNode())
                .isTrue();
        assertThat(browser.get("/desks/bcss").text())
                .contains("Personne ne répond", world.reviewer.displayName(), world.otherReviewer.displayName());
    }

    @Test
    void whoever_no_longer_works_there_is_head_no_longer() {
        designate(world.reviewer);
        assertThat(browsers.signedIn(world.reviewer).get("/work/late").status()).isEqualTo(200);

        jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                .param("person", world.reviewer.id().value())
                .update();

        assertThat(browsers.signedIn(world.reviewer).get("/work/late").status()).isEqualTo(403);
        assertThat(api.as(support).get(API + "head").at("/person").isMissingNode())
                .isTrue();
        assertThat(browsers.signedIn(support).get("/desks/bcss").text()).contains("ne travaille plus dans ce service");
    }

    @Test
    void the_head_is_told_once_by_mail_of_what_is_late_and_sees_why() {
        designate(world.otherReviewer);
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
        acts.complete(world.forCpas(world.head), number, null, "Master");
        acts.take(CpasWorld.as(world.reviewer), number, false);
        jdbc.sql("""
                        update case_wait set opened_at = '2026-05-04T08:00:00Z', resolved_at = '2026-05-12T08:00:00Z'
                         where case_id = (select id from case_file where dossier_number = :number)""").param("number", number.value()).update();
        late();
        dueWork.tell();
        dueWork.tell();

        assertThat(mails.told(number, "work-item-reminder")).containsExactly(world.reviewer.email());
        assertThat(mails.told(number, "work-item-overdue"))
                .containsExactlyInAnyOrder(world.reviewer.email(), "spp-is@test.example");
        assertThat(mails.told(number, "work-item-late-at-desk")).containsExactly(world.otherReviewer.email());
        assertThat(mails.only(number, "work-item-late-at-desk").text())
                .contains("/work/late")
                .containsPattern("L’échéance était le \\d\\d/\\d\\d/\\d{4} \\(\\d+ jours ouvrables de retard\\)\\.");

        Browser browser = browsers.signedIn(world.otherReviewer);
        String line = browser.get("/work/late")
                .page()
                .select("tr:contains(" + number.value() + ")")
                .text();
        assertThat(line)
                .contains(
                        world.reviewer.displayName(),
                        "jours ouvrables de retard",
                        "Prise en charge le",
                        "Rappel envoyé le")
                .contains("attendu l’entité pendant 6 jours ouvrables")
                .contains("Retard signalé le");
        assertThat(api.as(world.otherReviewer)
                        .get("/api/v1/late-work?size=100")
                        .at("/items")
                        .findValuesAsText("dossier"))
                .contains(number.value());
        assertThat(StatementCount.ofAllThreads(() -> browser.get("/work/late"))).isLessThan(25);
    }

    @Test
    void whoever_has_the_work_and_is_head_is_told_once() {
        designate(world.reviewer);
        acts.take(CpasWorld.as(world.reviewer), number, false);
        acts.escalate(number, DpdCase.GIVE_OPINION);

        assertThat(mails.told(number, "work-item-late-at-desk")).isEmpty();
        assertThat(mails.told(number, "work-item-overdue")).contains(world.reviewer.email());
    }

    @Test
    void a_file_that_lapses_is_not_told_to_be_late() {
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
        late();

        dueWork.tell();

        assertThat(mails.told(number, "work-item-reminder")).containsExactly(world.cpas.email());
        assertThat(mails.told(number, "work-item-overdue")).isEmpty();
    }

    /** D79. */
    @Test
    void the_time_of_the_desk_stands_still_while_the_cpas_completes_and_the_history_says_so() {
        LocalDate asked = LocalDate.now(Days.BRUSSELS);
        LocalDate last = new WorkingDays().after(asked, 5);
        due(last);
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
        assertThat(page()).contains("Délai suspendu depuis le " + words(asked));

        acts.complete(world.forCpas(world.head), number, null, "Master");

        assertThat(lastDay()).as("the five days that were left").isEqualTo(last);
        assertThat(mails.only(number, "dpd-file-completed").text()).contains(words(last));
        assertThat(page())
                .contains("Délai suspendu du " + words(asked) + " au " + words(asked), "dans 5 jours ouvrables");
        assertThat(deadlines.daysFor(DpdCase.GIVE_OPINION)).isEqualTo(10);

        due(new WorkingDays().after(asked, 1));
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Et encore ?");
        acts.complete(world.forCpas(world.head), number, null, "Voilà");
        assertThat(lastDay()).as("three at least").isEqualTo(new WorkingDays().after(asked, 3));
    }

    private String page() {
        return browsers.signedIn(world.reviewer).get("/cases/" + number.value()).text();
    }

    private void worksAt(Person person, OrganisationKind office) {
        directory.relate(
                person.id(),
                directory.findDesk(office).orElseThrow().id(),
                RelationshipCategory.PERMANENT,
                Instant.parse("2020-01-01T00:00:00Z"),
                "y travaille");
    }

    private void designate(Person person) {
        assertThat(api.as(support).put(API + "head", head(person)).status()).isEqualTo(204);
    }

    private static String head(Person person) {
        return "{'person': '" + person.id() + "', 'reason': 'Organigramme'}";
    }

    private static Map<String, String> closing(LocalDate day, String action) {
        return Map.of(
                "day-day",
                Integer.toString(day.getDayOfMonth()),
                "day-month",
                Integer.toString(day.getMonthValue()),
                "day-year",
                Integer.toString(day.getYear()),
                "nameFr",
                "Pont",
                "nameNl",
                "Brug",
                "nameDe",
                "Brücke",
                "_action",
                action);
    }

    private void due(LocalDate lastDay) {
        update("due_at = :at", Days.endOf(lastDay));
    }

    private void late() {
        update("remind_at = :at, due_at = :at", Instant.now().minusSeconds(20 * 86_400));
    }

    private void update(String what, Instant at) {
        assertThat(jdbc.sql("update work_item set " + what + " where done_at is null"
                                + " and case_id = (select id from case_file where dossier_number = :number)")
                        .param("at", Timestamp.from(at))
                        .param("number", number.value())
                        .update())
                .isEqualTo(1);
    }

    private LocalDate lastDay() {
        return Days.lastBefore(jdbc.sql("""
                        select due_at from work_item where done_at is null
                           and case_id = (select id from case_file where dossier_number = :number)""")
                .param("number", number.value())
                .query(Timestamp.class)
                .single()
                .toInstant());
    }

    private static String words(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
