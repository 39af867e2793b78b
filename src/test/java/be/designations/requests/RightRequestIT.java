package be.designations.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseDesk;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.NewRelationship;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.management.AddApplications;
import be.designations.management.Users;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody asks for a right: through pages, API, services, engine, database and mails. */
class RightRequestIT extends WholeApplication {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    private RightRequests requests;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Users users;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ProcessEngine engine;

    private final LocalDate today = Days.of(Instant.now());
    private CpasWorld world;
    private Person asker;
    private ProcessTrace trace;

    @BeforeEach
    void aCpasWithSomebodyWhoWorksForIt() {
        trace = new ProcessTrace(engine);
        world = worlds.cpas();
        asker = world.person("Aline");
        relate(asker);
    }

    @Test
    void it_is_asked_by_page_goes_to_the_local_manager_and_is_granted() {
        Browser browser = browsers.signedIn(asker);
        assertThat(browser.get("/requests/new").text()).contains("CPAS de Testville");
        assertThat(browser.get("/requests/new?entity=" + entity() + "&q=agent").text())
                .contains("PRIMA-WEB – Agent social")
                .doesNotContain("Consultation CTMS");

        Browser.Answer form = browser.get(address());
        assertThat(form.text()).contains("Agent social", "Action sociale", "Pourquoi avez-vous besoin de ce droit");
        // D21: the latest end that the role allows is proposed, and said.
        assertThat(form.text()).contains("mois au plus : le dernier jour possible est déjà indiqué");
        assertThat(form.page().selectFirst("#lastDay-year").val()).isNotBlank();
        assertThat(browser.post(form(), answers("")).status()).isEqualTo(422);
        Browser.Answer sent = browser.post(form(), answers("Je reprends les dossiers de Luc"));
        DossierNumber number = dossier(sent);
        assertThat(browser.follow(sent).text()).contains("Votre demande " + number, "En attente d’une réponse");
        assertThat(browser.get("/requests").text()).contains(number.value(), "Agent social");

        assertThat(trace.of(number)).isWaitingAt("task_decide-request");
        assertThat(mails.told(number, "right-requested")).containsExactly(world.localManager.email());
        assertThat(work(world.localManager)).contains(number.value());
        assertThat(work(world.principalManager)).contains(number.value());
        assertThat(work(asker)).doesNotContain(number.value());
        assertThat(work(worlds.cpas().localManager)).doesNotContain(number.value());

        Browser manager = browsers.signedIn(world.localManager);
        Browser.Answer grant = manager.get("/cases/" + number + "/grant");
        assertThat(grant.text())
                .contains("Aline", "Je reprends les dossiers de Luc")
                .doesNotContain("Catégorie du lien");
        assertThat(grant.page().selectFirst("#firstDay-day").val()).isEqualTo(Integer.toString(today.getDayOfMonth()));
        Map<String, String> given = days("firstDay", today);
        given.putAll(days("lastDay", today.plusMonths(6)));
        given.put("reason", "Remplacement convenu");
        given.put("_version", grant.page().selectFirst("input[name=_version]").val());
        assertThat(manager.follow(manager.post("/cases/" + number + "/grant", given))
                        .text())
                .contains("Le droit est accordé", "Droit accordé");

        assertThat(trace.of(number)).isEnded();
        assertThat(trace.variables(number)).isEmpty();
        assertThat(rights(asker)).containsExactly(ROLE + " " + today.plusMonths(6));
        assertThat(mails.told(number, "right-request-granted")).containsExactly(asker.email());
        assertThat(mails.only(number, "right-request-granted").text()).contains("Remplacement convenu");
        assertThat(mails.to(asker.id()))
                .as("the mail of the dossier says it, once")
                .extracting(mail -> mail.kind())
                .doesNotContain("rights-given");
        assertThat(jdbc.sql("""
                                select distinct c.dossier_number from role_assignment a join basis b on b.id = a.basis_id
                                  left join case_file c on c.id = b.case_id where a.person_id = :person""")
                        .param("person", asker.id().value())
                        .query(String.class)
                        .list())
                .as("the right rests on the dossier")
                .containsExactly(number.value());
        assertThat(work(world.localManager)).doesNotContain(number.value());
    }

    @Test
    void whoever_is_not_tied_yet_asks_by_number_and_the_manager_declares_the_relationship() {
        Person stranger = world.person("Étienne");
        Browser browser = browsers.signedIn(stranger);
        assertThat(browser.get("/requests/new").text()).contains("Rien ne vous lie encore à une entité");
        assertThat(browser.get(address()).text()).contains("vous demandez aussi un lien de travail");
        DossierNumber number = dossier(browser.post(form(), answers("Je commence lundi")));

        ApiCaller manager = api.as(world.localManager);
        assertThat(manager.get("/api/v1/dossiers/" + number)
                        .at("/relationshipToDeclare")
                        .asBoolean())
                .isTrue();
        String dates = "'firstDay': '" + today + "', 'lastDay': '" + today.plusMonths(6) + "'";
        assertThat(manager.post(grantOf(number), "{" + dates + "}").issues())
                .containsExactly("category: management.no-working-relationship");
        String tie = dates + ", 'category': 'PERMANENT', 'email': 'etienne@test.example', 'phone': '081 12 34 56'";
        assertThat(manager.post(grantOf(number), "{" + tie + "}").issues())
                .containsExactly("relationshipReason: requests.relationship-reason-missing");
        assertThat(manager.post(
                                grantOf(number),
                                "{" + tie + ", 'relationshipReason': 'Engagé', 'relationshipLastDay': '"
                                        + today.plusMonths(1) + "'}")
                        .issues())
                .as("no right outlasts the relationship")
                .singleElement()
                .asString()
                .contains("management.right-outlives-relationship");
        assertThat(directory.hasWorkingRelationship(stranger.id(), world.cpas.id(), Instant.now()))
                .as("nothing by halves")
                .isFalse();

        assertThat(manager.post(grantOf(number), "{" + tie + ", 'relationshipReason': 'Engagé'}")
                        .status())
                .isEqualTo(200);
        assertThat(directory.relationships(stranger.id(), world.cpas.id(), Instant.now()))
                .containsExactly(RelationshipCategory.PERMANENT);
        assertThat(rights(stranger)).hasSize(1);
        assertThat(trace.of(number)).isEnded();
    }

    @Test
    void a_refusal_says_why_and_the_person_reads_it_in_their_language() {
        worlds.people().speaks(asker, Language.NL);
        DossierNumber number = ask(asker);

        assertThat(api.as(world.coPrincipalManager)
                        .post("/api/v1/dossiers/" + number + "/refuse", "{}")
                        .issues())
                .hasSize(1);
        desk.perform(as(world.coPrincipalManager), number, "refuse", null, new RightRefusal("Pas votre service"));

        assertThat(trace.of(number)).isEnded();
        assertThat(mails.told(number, "right-request-refused")).containsExactly(asker.email());
        assertThat(mails.only(number, "right-request-refused").subject()).contains("geweigerd");
        assertThat(mails.only(number, "right-request-refused").text()).contains("Pas votre service");
        assertThat(rights(asker)).isEmpty();
        assertThat(ask(asker)).as("another one can be made").isNotEqualTo(number);
    }

    @Test
    void whoever_asked_takes_it_back_and_nobody_else_does() {
        DossierNumber number = ask(asker);
        assertThatThrownBy(
                        () -> desk.perform(as(world.localManager), number, "withdraw", null, new RightRequestEnd(null)))
                .isInstanceOf(NotAllowedException.class);

        desk.perform(as(asker), number, "withdraw", null, new RightRequestEnd("Plus nécessaire"));

        assertThat(trace.of(number)).isEnded().hasPassed("event_withdrawn", "event_closed");
        assertThat(work(world.localManager)).doesNotContain(number.value());
        assertThat(browsers.signedIn(asker).get("/cases/" + number).text()).contains("Demande retirée");
    }

    /** D43. */
    @Test
    void nobody_decides_on_their_own_request_nor_has_it_as_a_task() {
        Person principal = world.principalManager;
        relate(principal);
        DossierNumber number = ask(principal);

        assertThat(work(principal)).doesNotContain(number.value());
        assertThat(work(world.coPrincipalManager)).contains(number.value());
        assertThat(mails.told(number, "right-requested")).containsExactly(world.localManager.email());
        assertThat(api.as(principal).post(grantOf(number), granted()).text("/code"))
                .isEqualTo("requests.not-for-oneself");
        assertThat(browsers.signedIn(principal).get("/cases/" + number).text())
                .contains("quelqu’un d’autre doit répondre")
                .doesNotContain("Refuser");
        assertThat(api.as(world.localManager).post(grantOf(number), granted()).status())
                .isEqualTo(200);
    }

    /** D43. */
    @Test
    void the_same_is_asked_for_once_and_the_second_leads_to_the_first() {
        DossierNumber first = ask(asker);

        ApiCaller.Answer second = api.as(asker).post("/api/v1/right-requests", body("Encore"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/dossier")).isEqualTo(first.value());
        assertThat(second.at("/opened").asBoolean()).isFalse();
        Browser browser = browsers.signedIn(asker);
        browser.get(address());
        assertThat(browser.follow(browser.post(form(), answers("Encore"))).text())
                .contains("Vous avez déjà demandé ce droit");
    }

    /** Whoever asks holds the person and names the quality; managers hold the quality and then the person. */
    @Test
    void it_does_not_wait_for_who_manages_the_quality() {
        transaction.executeWithoutResult(status -> {
            access.lock(world.socialAction.id());

            assertThat(CompletableFuture.supplyAsync(() -> ask(asker))).succeedsWithin(Duration.ofSeconds(20));
        });
    }

    @Test
    void two_clicks_at_once_open_one_dossier() throws Exception {
        List<RightRequests.Asked> asked = atOnce(
                () -> requests.ask(as(asker), world.cpas, ROLE, wanted()),
                () -> requests.ask(as(asker), world.cpas, ROLE, wanted()));

        assertThat(asked)
                .extracting(RightRequests.Asked::number)
                .containsOnly(asked.get(0).number());
        assertThat(asked).extracting(RightRequests.Asked::isNew).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void of_two_managers_at_once_one_decides_and_the_other_hears_who() throws Exception {
        DossierNumber number = ask(asker);
        List<String> outcomes = atOnce(
                () -> outcome(() -> desk.perform(as(world.localManager), number, "grant", null, grant())),
                () -> outcome(() ->
                        desk.perform(as(world.principalManager), number, "refuse", null, new RightRefusal("Non"))));

        assertThat(outcomes).filteredOn(one -> one.startsWith("right-request.")).hasSize(1);
        String winner = outcomes.contains("right-request.granted")
                ? world.localManager.displayName()
                : world.principalManager.displayName();
        assertThat(outcomes).contains("handled by " + winner);
        assertThat(rights(asker)).hasSize(outcomes.contains("right-request.granted") ? 1 : 0);
        assertThat(mails.told(number, "right-request-granted").size()
                        + mails.told(number, "right-request-refused").size())
                .isEqualTo(1);
    }

    /** D38. */
    @Test
    void a_right_that_would_outlast_the_relationship_is_refused_with_all_that_was_typed() {
        LocalDate tied = today.plusMonths(2);
        jdbc.sql("update working_relationship set valid_until = :end where person_id = :person")
                .param("end", Timestamp.from(Days.endOf(tied)))
                .param("person", asker.id().value())
                .update();
        DossierNumber number = ask(asker);
        Browser manager = browsers.signedIn(world.localManager);
        Browser.Answer form = manager.get("/cases/" + number + "/grant");
        assertThat(form.page().selectFirst("#lastDay-month").val()).isEqualTo(Integer.toString(tied.getMonthValue()));
        Map<String, String> typed = days("firstDay", today);
        typed.putAll(days("lastDay", tied.plusDays(1)));
        typed.put("reason", "Plus longtemps");
        typed.put("_version", form.page().selectFirst("input[name=_version]").val());

        Browser.Answer refused = manager.post("/cases/" + number + "/grant", typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".govuk-error-summary").text()).contains(new BelgianDates().day(tied));
        assertThat(refused.text()).contains("Plus longtemps");
        assertThat(rights(asker)).isEmpty();
        assertThat(trace.of(number)).isWaitingAt("task_decide-request");
        typed.putAll(days("lastDay", tied));
        assertThat(manager.post("/cases/" + number + "/grant", typed).status()).isEqualTo(302);
        assertThat(rights(asker)).containsExactly(ROLE + " " + tied);
    }

    /** D106. */
    @Test
    void a_right_that_ends_within_thirty_days_is_asked_for_anew_and_goes_on_the_day_after() {
        world.give(asker, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(asker, ROLE, world.socialAction.id());
        endsOn(today.plusDays(31));
        assertThat(api.as(asker)
                        .post("/api/v1/right-requests", body("Trop tôt"))
                        .issues())
                .containsExactly(": requests.has-it-already");

        LocalDate last = today.plusDays(30);
        endsOn(last);
        DossierNumber number = ask(asker);
        assertThat(actions(world.localManager, number)).doesNotContain("CLOSE");
        Browser manager = browsers.signedIn(world.localManager);
        Browser.Answer form = manager.get("/cases/" + number + "/grant");
        assertThat(form.page().selectFirst("#firstDay-day").val())
                .isEqualTo(Integer.toString(last.plusDays(1).getDayOfMonth()));
        Map<String, String> typed = days("firstDay", last.plusDays(1));
        typed.putAll(days("lastDay", last.plusDays(100)));
        typed.put("reason", "Continue");
        typed.put("_version", form.page().selectFirst("input[name=_version]").val());
        assertThat(manager.post("/cases/" + number + "/grant", typed).status()).isEqualTo(302);

        assertThat(rights(asker)).containsExactlyInAnyOrder(ROLE + " " + last, ROLE + " " + last.plusDays(100));
        assertThat(api.as(asker).post("/api/v1/right-requests", body("Encore")).issues())
                .as("it goes on")
                .containsExactly(": requests.has-it-already");
    }

    private void endsOn(LocalDate last) {
        jdbc.sql("update role_assignment set valid_until = :end where person_id = :person")
                .param("end", Timestamp.from(Days.endOf(last)))
                .param("person", asker.id().value())
                .update();
    }

    @Test
    void what_was_given_otherwise_meanwhile_is_said_and_closed() {
        DossierNumber number = ask(asker);
        assertThat(actions(world.localManager, number)).doesNotContain("CLOSE");
        world.give(asker, ResponsibilityKind.USER, world.socialAction.id());
        users.carryOut(
                as(world.localManager),
                world.socialAction.id(),
                new AddApplications(Set.of(ROLE), Set.of(), true, today, today.plusMonths(3), null, false),
                List.of(asker.id()));

        assertThat(browsers.signedIn(asker).get("/cases/" + number).text())
                .contains("Vous avez reçu ce droit entre-temps");
        assertThat(actions(world.localManager, number)).contains("CLOSE");
        desk.perform(as(world.localManager), number, "close", null, new RightRequestEnd(null));

        assertThat(trace.of(number)).isEnded();
        assertThat(mails.told(number, "right-request-needless")).containsExactly(asker.email());
        assertThat(api.as(asker).post("/api/v1/right-requests", body("Encore")).issues())
                .containsExactly(": requests.has-it-already");
    }

    /** D44. */
    @Test
    void where_nobody_can_answer_it_is_said_before_anything_is_typed() {
        jdbc.sql("update person set email = null where id in (:people)")
                .param(
                        "people",
                        List.of(
                                world.localManager.id().value(),
                                world.principalManager.id().value(),
                                world.coPrincipalManager.id().value()))
                .update();

        Browser.Answer page = browsers.signedIn(asker).get(address());
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Personne ne peut répondre ici", "un représentant légal");
        assertThat(page.page().select("textarea")).isEmpty();
        assertThat(api.as(asker)
                        .post("/api/v1/right-requests", body("Pour travailler"))
                        .issues())
                .containsExactly(": requests.nobody-there");
    }

    /** D44: of an entity that is not theirs, people learn what the register and the catalogue say. */
    @Test
    void a_stranger_learns_nothing_of_the_qualities_of_an_entity() {
        Person stranger = world.person("Étienne");
        CpasWorld other = worlds.cpas();
        jdbc.sql("delete from responsibility where quality_id = :quality")
                .param("quality", other.socialAction.id().value())
                .update();
        jdbc.sql("delete from responsibility where organisation_id = :entity")
                .param("entity", other.cpas.id().value())
                .update();
        jdbc.sql("delete from quality where organisation_id = :entity")
                .param("entity", other.cpas.id().value())
                .update();

        List<String> offered = roles(stranger, entity());
        assertThat(offered)
                .isNotEmpty()
                .isEqualTo(roles(stranger, other.cpas.enterpriseNumber().value()));
        assertThat(browsers.signedIn(stranger)
                        .get("/requests/new?entity="
                                + other.cpas.enterpriseNumber().value() + "&role=" + ROLE)
                        .text())
                .contains("Personne ne peut répondre ici");
        assertThat(browsers.signedIn(stranger)
                        .get("/requests/new?entity=0999999922")
                        .status())
                .isEqualTo(422);
        assertThat(browsers.signedIn(stranger).get("/requests/new?entity=abc").text())
                .contains("Vérifiez le numéro d’entreprise");
    }

    @Test
    void whoever_tries_many_entities_has_to_wait() {
        Person curious = world.person("Curt");
        ApiCaller caller = api.as(curious);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            statuses.add(caller.post(
                            "/api/v1/right-requests", "{'entity': '0999999922', 'role': '" + ROLE + "', 'reason': 'x'}")
                    .status());
        }
        assertThat(statuses.subList(0, 30)).doesNotContain(429);
        assertThat(statuses.get(30)).isEqualTo(429);
    }

    @Test
    void what_cannot_be_asked_is_refused_at_its_field() {
        ApiCaller caller = api.as(asker);
        assertThat(caller.post("/api/v1/right-requests", body("")).issues())
                .containsExactly("reason: requests.reason-missing");
        assertThat(caller.post(
                                "/api/v1/right-requests",
                                "{'entity': '" + entity() + "', 'role': 'SUPPORT_AGENT', 'reason': 'x'}")
                        .issues())
                .containsExactly("role: requests.role-not-offered");
        assertThat(caller.post(
                                "/api/v1/right-requests",
                                "{'entity': '" + entity() + "', 'role': '" + ROLE + "', 'reason': 'x', 'lastDay': '"
                                        + today.minusDays(1) + "', 'context': ['2297964444']}")
                        .issues())
                .containsExactlyInAnyOrder(
                        "lastDay: management.ends-in-the-past", "context: requests.role-without-context");
    }

    /** Own and foreign, allowed and forbidden. */
    @Test
    void who_sees_and_decides() {
        DossierNumber number = ask(asker);
        CpasWorld foreign = worlds.cpas();
        String dossier = "/api/v1/dossiers/" + number;
        for (Person allowed : List.of(world.localManager, world.principalManager, world.coPrincipalManager)) {
            assertThat(actions(allowed, number)).contains("GRANT", "REFUSE").doesNotContain("WITHDRAW");
        }
        assertThat(actions(asker, number)).containsExactly("WITHDRAW");
        for (Person stranger :
                List.of(world.head, world.user, foreign.localManager, foreign.principalManager, world.reviewer)) {
            assertThat(api.as(stranger).get(dossier).status()).isEqualTo(404);
            assertThat(api.as(stranger).post(dossier + "/grant", granted()).status())
                    .isEqualTo(404);
            assertThat(browsers.signedIn(stranger).get("/cases/" + number).status())
                    .isEqualTo(404);
        }
        assertThat(api.as(asker).post(dossier + "/grant", granted()).status()).isEqualTo(403);
        assertThatThrownBy(() -> desk.perform(
                        new Actor(world.localManager.id(), world.cpas.id(), new SignInLevel(200)),
                        number,
                        "grant",
                        null,
                        grant()))
                .as("not recognised surely enough")
                .isInstanceOf(NotFoundException.class);
        assertThat(rights(asker)).isEmpty();
    }

    /** D14, and the deputy of the one who has left. */
    @Test
    void managers_are_reminded_then_those_of_the_entity_too_and_whoever_follows_has_the_work() {
        DossierNumber number = ask(asker);
        acts.remind(number, RightRequestCase.DECIDE);
        acts.escalate(number, RightRequestCase.DECIDE);

        assertThat(mails.told(number, "work-item-reminder")).containsExactly(world.localManager.email());
        assertThat(mails.told(number, "work-item-overdue"))
                .containsExactlyInAnyOrder(
                        world.localManager.email(), world.principalManager.email(), world.coPrincipalManager.email());

        Person successor = world.person("Sonia");
        jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                .param("person", world.localManager.id().value())
                .update();
        world.give(successor, ResponsibilityKind.CO_LOCAL_MANAGER, world.socialAction.id());
        assertThat(work(successor)).contains(number.value());
        assertThat(work(world.localManager)).doesNotContain(number.value());
        desk.perform(as(successor), number, "grant", null, grant());
        assertThat(rights(asker)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Demander un accès, Répondre à une demande de droit",
        "nl, Een toegang aanvragen, Een aanvraag van een recht beantwoorden",
        "de, Einen Zugang beantragen, Einen Antrag auf ein Recht beantworten",
        "en, Ask for access, Answer a request for a right"
    })
    void its_pages_speak_four_languages(String language, String ask, String work) {
        DossierNumber number = ask(asker);
        Browser browser = browsers.signedIn(asker);
        for (String path : List.of(
                "/requests?",
                "/requests/new?",
                "/requests/new?entity=" + entity() + "&",
                "/requests/new?entity=" + entity() + "&role=CTMS_CONSULTATION&")) {
            assertThat(browser.get(path + "lang=" + language).text())
                    .contains(ask)
                    .doesNotContain("??");
        }
        assertThat(browser.get("/cases/" + number).text()).doesNotContain("??");
        Browser manager = browsers.signedIn(world.localManager);
        assertThat(manager.get("/work?lang=" + language).text()).contains(work);
        for (String step : List.of("", "/grant", "/refuse")) {
            assertThat(manager.get("/cases/" + number + step).text()).doesNotContain("??");
        }
    }

    private DossierNumber ask(Person person) {
        return requests.ask(as(person), world.cpas, ROLE, wanted()).number();
    }

    private static WantedRight wanted() {
        return new WantedRight(Set.of(), null, "Pour mon travail");
    }

    private RightGrant grant() {
        return new RightGrant(today, today.plusMonths(6), List.of(), false, null, null, null, null, null, null);
    }

    private String granted() {
        return "{'firstDay': '" + today + "', 'lastDay': '" + today.plusMonths(6) + "'}";
    }

    private String body(String reason) {
        return "{'entity': '" + entity() + "', 'role': '" + ROLE + "', 'reason': '" + reason + "'}";
    }

    private static String grantOf(DossierNumber number) {
        return "/api/v1/dossiers/" + number + "/grant";
    }

    private String entity() {
        return world.cpas.enterpriseNumber().value();
    }

    private String address() {
        return "/requests/new?entity=" + entity() + "&role=" + ROLE;
    }

    private String form() {
        return "/requests/new/" + entity() + "/" + ROLE;
    }

    private Map<String, String> answers(String reason) {
        return Map.of("reason", reason);
    }

    private static Map<String, String> days(String field, LocalDate day) {
        return new HashMap<>(Map.of(
                field + "-day", Integer.toString(day.getDayOfMonth()),
                field + "-month", Integer.toString(day.getMonthValue()),
                field + "-year", Integer.toString(day.getYear())));
    }

    private static DossierNumber dossier(Browser.Answer sent) {
        return new DossierNumber(sent.location().orElseThrow().replaceFirst(".*/cases/", ""));
    }

    private List<String> roles(Person person, String entity) {
        return browsers.signedIn(person)
                .get("/requests/new?entity=" + entity)
                .page()
                .select("#found li a")
                .eachText();
    }

    private List<String> work(Person person) {
        return api.as(person).get("/api/v1/work-items?size=100").at("/items").findValuesAsText("dossier");
    }

    private List<String> actions(Person person, DossierNumber number) {
        List<String> actions = new ArrayList<>();
        api.as(person)
                .get("/api/v1/dossiers/" + number)
                .at("/allowedActions")
                .forEach(action -> actions.add(action.asText()));
        return actions;
    }

    /** Each role with its last day. */
    private List<String> rights(Person person) {
        return jdbc.sql("""
                        select role_code || ' ' || cast((valid_until at time zone 'Europe/Brussels' - interval '1 second') as date)
                          from role_assignment where person_id = :person order by 1""")
                .param("person", person.id().value())
                .query(String.class)
                .list();
    }

    private void relate(Person person) {
        directory.relate(new NewRelationship(
                person.id(), world.cpas.id(), RelationshipCategory.PERMANENT, null, null, LONG_AGO, null, null));
    }

    private static Actor as(Person person) {
        return CpasWorld.as(person);
    }

    private static String outcome(java.util.function.Supplier<String> step) {
        try {
            return step.get();
        } catch (AlreadyHandledException late) {
            return "handled by " + late.by();
        } catch (RejectedException refused) {
            return refused.getMessage();
        }
    }

    private static <T> List<T> atOnce(java.util.concurrent.Callable<T> one, java.util.concurrent.Callable<T> other)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (var threads = new AutoCloseableThreads()) {
            Future<T> first = threads.pool.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return one.call();
            });
            Future<T> second = threads.pool.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return other.call();
            });
            return List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
        }
    }

    private static final class AutoCloseableThreads implements AutoCloseable {

        private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(2);

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
