package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.BelgianDates;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
    void who_files_reads_why_the_last_application_was_refused_until_another_is_sent() {
        acts.approved(world, world.answers());
        DossierNumber number = refused();

        Document page = start(browsers.signedIn(world.head));
        assertThat(page.select("#start-refused").text())
                .contains(new BelgianDates().day(Instant.now()), "Autre motif", "Trop peu de temps");
        assertThat(page.select("#start-refused a").eachAttr("href")).containsExactly("/cases/" + number);
        assertThat(page.select("#start-dpd ~ form[action=/dpd/applications/again] button")
                        .text())
                .isEqualTo("Introduire une nouvelle demande");
        assertThat(start(browsers.signedIn(world.localManager)).select("#start-refused"))
                .isEmpty();

        acts.draft(world.forCpas(world.head), world.answers());
        page = start(browsers.signedIn(world.head));
        assertThat(page.select("#start-refused")).hasSize(1);
        assertThat(page.select("#start-dpd ~ p").text()).contains("Continuer le brouillon");

        acts.submit(world.forCpas(world.head), world.answers());
        assertThat(start(browsers.signedIn(world.head)).select("#start-refused"))
                .isEmpty();
    }

    @Test
    void an_old_refusal_is_told_only_where_the_cpas_needs_an_officer() {
        refused();
        jdbc.sql("""
                        with opened as (
                            update case_file set opened_at = opened_at - interval '100 days' where organisation_id = :cpas)
                        update dpd_decision set decided_at = decided_at - interval '100 days'
                         where application_id in (select id from dpd_application where organisation_id = :cpas)""").param("cpas", world.cpas.id().value()).update();
        assertThat(start(browsers.signedIn(world.head)).select("#start-refused"))
                .isEmpty();

        jdbc.sql("update dpd_mandate set valid_until = now(), end_reason = 'EXPIRY' where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
        assertThat(start(browsers.signedIn(world.head)).select("#start-refused"))
                .hasSize(1);
    }

    private DossierNumber refused() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, false, "Trop peu de temps");
        return number;
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

    /** D110. */
    @Test
    void the_menu_of_ones_own_says_who_does_what_is_not_done_here_and_names_no_work_of_others() {
        Browser manager = browsers.signedIn(world.localManager);
        start(manager);
        assertThat(own(manager))
                .containsExactly(
                        "/me",
                        "/me/contact",
                        "/me/managers",
                        "/me/sessions",
                        "/help/tasks/keys",
                        "/help/tasks/portal",
                        "/help/tasks/portal");
        Browser user = browsers.signedIn(world.user);
        start(user);
        assertThat(own(user))
                .containsExactly(
                        "/me", "/me/contact", "/me/managers", "/me/sessions", "/help/tasks/keys", "/help/tasks/portal");
        assertThat(user.get("/me/contact")
                        .page()
                        .select(".app-own [aria-current]")
                        .eachText())
                .containsExactly("Mes données");
        assertThat(user.get("/help").page().select(".app-own form[action=/sign-out] button"))
                .hasSize(1);
        assertThat(browsers.fresh().get("/help").page().select(".app-own")).isEmpty();
    }

    private static List<String> own(Browser reader) {
        return reader.get("/me").page().select(".app-own a").eachAttr("href");
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

    /** D113 */
    @Test
    void how_the_entity_is_reached_is_asked_to_be_looked_after_once_a_year_by_one_of_those_who_may() {
        String details = "/entities/" + world.cpas.enterpriseNumber().value() + "/details";
        Browser manager = browsers.signedIn(world.principalManager);
        assertThat(start(manager).select("#start-entity-details ~ p").text()).contains(world.cpas.email());
        assertThat(start(browsers.signedIn(world.user)).select("#start-entity-details"))
                .as("who may not")
                .isEmpty();

        manager.get(details);
        for (int click = 0; click < 2; click++) {
            manager.post(details, Map.of("email", world.cpas.email()));
        }

        assertThat(start(manager).select("#start-entity-details")).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where operation = 'management.entity-confirmed' and subject_id = :id")
                        .param("id", world.cpas.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(start(browsers.signedIn(worlds.cpas().principalManager)).select("#start-entity-details"))
                .as("of another entity")
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

    @Test
    void who_has_several_entities_sees_what_waits_in_all_of_them_and_goes_straight_to_it() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Joignez le diplôme.");
        CpasWorld other = worlds.cpas();
        DossierNumber foreign = acts.submit(other.forCpas(other.head), other.answers());
        acts.askCompletion(CpasWorld.as(other.reviewer), foreign, null, "Joignez le diplôme.");
        // What a director is there gives none of the work of those who file.
        worlds.people().give(world.head, LegalFunctionKind.DIRECTOR, other.cpas);
        Browser head = browsers.signedIn(world.head);

        Document page = head.get("/").page();
        assertThat(page.select("#start-work ~ p").text()).contains("1 tâche vous attend");
        assertThat(page.text()).doesNotContain(foreign.value());
        assertThat(waiting(head, "/help")).isEqualTo("1");

        Map<String, String> way = fields(page.selectFirst("#start-work ~ ul form"));
        assertThat(head.post("/capacity", way).location())
                .hasValueSatisfying(to -> assertThat(to).endsWith("/cases/" + number + "/complete"));
        assertThat(head.get("/cases/" + number + "/complete").status()).isEqualTo(200);
        assertThat(head.get("/").page().select("h1").text()).isEqualTo(world.cpas.name(Language.FR));
    }

    @Test
    void the_way_to_work_chooses_nothing_that_the_reader_is_not_and_opens_nothing() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        Browser stranger = browsers.signedIn(worlds.cpas().head);
        stranger.get("/");
        Map<String, String> way = Map.of(
                "organisation",
                world.cpas.id().toString(),
                "kind",
                "HEAD_OF_DAILY_MANAGEMENT",
                "dossier",
                number.value(),
                "step",
                "complete");
        assertThat(stranger.post("/capacity", way).status()).isEqualTo(403);
        assertThat(stranger.get("/cases/" + number).status()).isEqualTo(404);

        Browser head = browsers.signedIn(world.head);
        head.get("/");
        Map<String, String> madeUp = new HashMap<>(way);
        madeUp.put("dossier", "//elsewhere.example");
        assertThat(head.post("/capacity", madeUp).location())
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("elsewhere"));
        madeUp.putAll(Map.of("dossier", number.value(), "step", "../../me"));
        assertThat(head.post("/capacity", madeUp).location())
                .hasValueSatisfying(to -> assertThat(to).contains("/cases/" + number + "/..%2F..%2Fme"));
    }

    @Test
    void choosing_an_entity_by_its_name_leads_to_its_home() {
        CpasWorld other = worlds.cpas();
        worlds.people().give(world.head, LegalFunctionKind.DIRECTOR, other.cpas);
        Browser head = browsers.signedIn(world.head);

        Document page = head.get("/").page();
        assertThat(page.select(".app-entity h2 button").eachText())
                .containsExactlyInAnyOrder(world.cpas.name(Language.FR), other.cpas.name(Language.FR));
        String form = page.selectFirst(".app-entity h2 button").attr("form");
        String name = page.selectFirst(".app-entity h2 button").text();
        for (int click = 0; click < 2; click++) {
            assertThat(head.post("/capacity", fields(page.getElementById(form))).location())
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        }
        assertThat(head.get("/").page().select("h1").text()).isEqualTo(name);
    }

    @Test
    void eleven_entities_take_as_many_statements_as_two() {
        Person officer = world.person("Otto");
        worlds.people().manageSchools(officer, 2);
        somethingEndsWhereManaged(officer);
        Browser browser = browsers.signedIn(officer);
        assertThat(browser.get("/").page().select("#start-ending ~ ul li")).hasSize(2);
        int withTwo = statements(browser);

        worlds.people().manageSchools(officer, 9);
        somethingEndsWhereManaged(officer);
        Document page = browser.get("/").page();
        assertThat(page.select("#start-ending ~ ul li")).hasSize(6);
        assertThat(page.select("#start-ending ~ p").text()).contains("5 autres entités");
        assertThat(statements(browser)).isEqualTo(withTwo).isLessThanOrEqualTo(20);
    }

    private void somethingEndsWhereManaged(Person manager) {
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, valid_until, basis_id)
                        select gen_random_uuid(), :user, 'SOCIAL_WORKER', m.quality_id, now() - interval '1 year',
                               now() + interval '5 days', m.basis_id
                          from responsibility m
                         where m.person_id = :manager
                           and not exists (select from role_assignment a
                                            where a.quality_id = m.quality_id and a.person_id = :user)""")
                .param("user", world.user.id().value())
                .param("manager", manager.id().value())
                .update();
    }

    /** The least of three, as something else may ask meanwhile. */
    private static int statements(Browser browser) {
        return IntStream.range(0, 3)
                .map(i -> StatementCount.ofAllThreads(() -> browser.get("/")))
                .min()
                .getAsInt();
    }

    @Test
    void whose_own_right_ends_soon_is_told_and_led_to_ask_for_it() {
        world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
        assertThat(start(browsers.signedIn(world.user)).select("#start-own-ending"))
                .isEmpty();
        jdbc.sql("update role_assignment set valid_until = :soon where person_id = :person")
                .param("soon", java.sql.Timestamp.from(Instant.now().plus(20, ChronoUnit.DAYS)))
                .param("person", world.user.id().value())
                .update();

        Document page = start(browsers.signedIn(world.user));
        assertThat(page.select("#start-own-ending ~ ul li").text())
                .contains("Agent social", "Action sociale", "jusqu’au");
        assertThat(page.select("#start-own-ending ~ ul a").attr("href"))
                .isEqualTo(
                        "/requests/new?entity=" + world.cpas.enterpriseNumber().value() + "&role=SOCIAL_WORKER");
        assertThat(start(browsers.signedIn(world.localManager)).select("#start-own-ending"))
                .as("whose right it is not")
                .isEmpty();
    }

    @Test
    void what_can_be_opened_and_has_a_page_is_a_link() {
        world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
        assertThat(start(browsers.signedIn(world.user))
                        .select("#start-applications ~ ul a")
                        .eachAttr("href"))
                .containsExactly("/primaweb/" + world.cpas.enterpriseNumber().value());
        assertThat(start(browsers.signedIn(world.localManager))
                        .select("#start-applications ~ ul li:first-child a")
                        .eachAttr("href"))
                .as("of the many of a local manager too, who makes profiles there")
                .containsExactly("/primaweb/" + world.cpas.enterpriseNumber().value());
    }

    @Test
    void a_desk_sees_what_came_in_since_the_last_working_day() {
        DossierNumber recent = acts.submit(world.forCpas(world.head), world.answers());
        CpasWorld other = worlds.cpas();
        DossierNumber old = acts.submit(other.forCpas(other.head), other.answers());
        jdbc.sql("update work_item set created_at = now() - interval '20 days'"
                        + " where case_id = (select id from case_file where dossier_number = :number)")
                .param("number", old.value())
                .update();
        Browser reviewer = browsers.signedIn(world.reviewer);

        assertThat(start(reviewer).select("#start-work ~ p a").eachAttr("href"))
                .contains("/work?arrived=recent&sort=-created");
        assertThat(listed(reviewer, "/work?arrived=recent&q=" + recent)).isTrue();
        assertThat(listed(reviewer, "/work?arrived=recent&q=" + old)).isFalse();
        assertThat(listed(reviewer, "/work?arrived=madeup&q=" + old))
                .as("says nothing")
                .isTrue();
        assertThat(start(browsers.signedIn(world.head)).select("a[href*=arrived]"))
                .isEmpty();
    }

    private static boolean listed(Browser reader, String list) {
        return !reader.get(list).page().select("#lines tbody tr").isEmpty();
    }

    @Test
    void a_desk_is_not_asked_to_designate_a_principal_access_manager() {
        String card = "main a[href=/principal-manager]";
        assertThat(start(browsers.signedIn(world.reviewer)).select(card)).isEmpty();
        assertThat(start(browsers.signedIn(world.approver)).select(card)).isEmpty();
        assertThat(start(browsers.signedIn(world.head)).select(card)).hasSize(1);
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new HashMap<>();
        form.select("input[type=hidden]:not([name=_csrf])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
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
