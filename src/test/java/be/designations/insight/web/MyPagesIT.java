package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.OwnDetails;
import be.designations.access.OwnDetailsChanged;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.insight.OwnAccess;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What readers find about themselves: their access, their managers, their own data. */
@RecordApplicationEvents
class MyPagesIT extends WholeApplication {

    @Autowired
    OwnAccess own;

    @Autowired
    ApplicationEvents events;

    CpasWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
        world.giveRight(world.user, "SOCIAL_WORKER", world.socialAction.id());
    }

    @Nested
    class Applications {

        @Test
        void a_local_manager_opens_all_of_the_quality_a_user_those_of_their_rights_a_principal_manager_none() {
            assertThat(applications(world.localManager)).contains("PRIMA_WEB", "RAPPORT_UNIQUE");
            assertThat(applications(world.user)).containsExactly("PRIMA_WEB");
            assertThat(applications(world.principalManager)).isEmpty();
            assertThat(browsers.signedIn(world.user)
                            .get("/me")
                            .page()
                            .select("h3 + ul li")
                            .eachText())
                    .containsExactly("PRIMA-WEB – Action sociale");
        }

        @Test
        void a_role_opens_all_its_applications() {
            world.giveRight(world.user, "PRIMA_WEB_CONFIGURATION", world.socialAction.id());

            assertThat(applications(world.user)).containsExactlyInAnyOrder("PRIMA_WEB", "MUTATION_TYPES");
            assertThat(applications(world.localManager)).contains("MUTATION_TYPES");
        }

        @Test
        void a_local_manager_opens_neither_what_is_retired_nor_what_is_for_the_desks() {
            Person manager = world.person("Margot");
            manageSocialSecurity(manager);
            Person ofDesk = world.person("Désirée");
            jdbc.sql("""
                            insert into responsibility
                                (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                            select gen_random_uuid(), 'CO_LOCAL_MANAGER', organisation_id, quality_id, :person,
                                   valid_from, basis_id
                              from responsibility where person_id = :reviewer""")
                    .param("person", ofDesk.id().value())
                    .param("reviewer", world.reviewer.id().value())
                    .update();
            String retired = application("now()");
            String granted = application("null");

            assertThat(applications(manager)).contains(granted).doesNotContain(retired, "DESIGNATIONS");
            assertThat(applications(ofDesk)).contains(granted, "DESIGNATIONS").doesNotContain(retired);
        }

        private String application(String retiredAt) {
            String code = "T"
                    + UUID.randomUUID()
                            .toString()
                            .replace("-", "")
                            .substring(0, 20)
                            .toUpperCase(Locale.ROOT);
            jdbc.sql("""
                            insert into application (code, name_fr, name_nl, name_de, description_fr, description_nl,
                                                     description_de, quality_kind, domain_code, needed_level, retired_at)
                            select :code, :code, :code, :code, '', '', '', quality_kind, domain_code, 400, %s
                              from application where code = 'DESIGNATIONS'""".formatted(retiredAt)).param("code", code).update();
            return code;
        }

        private void manageSocialSecurity(Person person) {
            jdbc.sql("""
                            with quality as (
                                insert into quality (id, organisation_id, kind, identifier, activated_at)
                                select gen_random_uuid(), :organisation, quality_kind, :number, now()
                                  from application where code = 'DESIGNATIONS' returning id)
                            insert into responsibility
                                (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                            select gen_random_uuid(), 'LOCAL_MANAGER', :organisation, id, :person,
                                   now() - interval '1 day', (select id from basis limit 1) from quality""")
                    .param("organisation", world.cpas.id().value())
                    .param("number", world.cpas.enterpriseNumber().value())
                    .param("person", person.id().value())
                    .update();
        }

        @Test
        void whoever_is_blocked_opens_nothing() {
            for (Person person : List.of(world.user, world.localManager)) {
                worlds.people().block(person);

                assertThat(applications(person)).isEmpty();
                assertThat(browsers.signedIn(person).get("/me").page().select("h3 + ul"))
                        .isEmpty();
            }
        }

        @Test
        void rights_that_have_ended_open_nothing() {
            jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                    .param("person", world.user.id().value())
                    .update();

            assertThat(applications(world.user)).isEmpty();
        }

        @Test
        void an_application_that_needs_the_eid_says_so_to_who_signed_in_otherwise() {
            String code =
                    "NEEDS_EID_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            jdbc.sql("""
                            insert into application (code, name_fr, name_nl, name_de, quality_kind, domain_code, needed_level)
                            values (:code, :code, :code, :code, 'YOUTH_CARE', 'SOCIAL_SECURITY', 500)""").param("code", code).update();
            Person manager = world.person("Youri");
            worlds.people().manageSchools(manager, 1);

            var application = api.as(manager).get("/api/v1/me/applications");

            assertThat(application.at("/items").findValuesAsText("code")).contains(code);
            assertThat(application.body()).contains("\"neededLevel\":500", "\"levelSuffices\":true");
            assertThat(browsers.signedIn(manager).get("/me").text()).doesNotContain("demande une connexion");
            var surely = own.access(CpasWorld.as(manager), "", Language.FR, null).applications().stream()
                    .filter(opened -> opened.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            var line = PersonController.ApplicationLine.of(surely, SignInLevel.ITSME);
            assertThat(line.levelTooLow()).isTrue();
            assertThat(line.key()).isEqualTo("eid");
        }

        private List<String> applications(Person person) {
            List<String> codes = new ArrayList<>();
            api.as(person)
                    .get("/api/v1/me/applications")
                    .at("/items")
                    .forEach(item -> codes.add(item.path("code").asText()));
            return codes;
        }
    }

    @Nested
    class OwnFacts {

        @Test
        void readers_read_why_they_hold_what_they_hold() {
            jdbc.sql("update basis set reason = 'Remplace Marie' where id in "
                            + "(select basis_id from responsibility where person_id = :person)")
                    .param("person", world.user.id().value())
                    .update();

            assertThat(browsers.signedIn(world.user).get("/me").text())
                    .contains("Motif : Remplace Marie", "depuis le 01/01/2020");
        }

        @Test
        void two_hundred_entities_come_page_by_page_and_take_as_many_statements_as_two() {
            Person officer = world.person("Otto");
            worlds.people().manageSchools(officer, 2);
            var actor = CpasWorld.as(officer);
            int facts = StatementCount.of(() -> own.access(actor, "", Language.FR, null));
            int managers = StatementCount.of(() -> own.managers(actor, "", Language.FR, null));
            worlds.people().manageSchools(officer, 198);

            assertThat(StatementCount.of(() -> own.access(actor, "", Language.FR, null)))
                    .isEqualTo(facts)
                    .isPositive()
                    .isLessThanOrEqualTo(12);
            assertThat(StatementCount.of(() -> own.managers(actor, "", Language.FR, null)))
                    .isEqualTo(managers)
                    .isPositive()
                    .isLessThanOrEqualTo(8);
            var browser = browsers.signedIn(officer);
            for (String path : List.of("/me", "/me/managers")) {
                List<String> seen = new ArrayList<>();
                Answer page = browser.get(path);
                int size = names(page).size();
                seen.addAll(names(page));
                while (page.link("next") != null) {
                    page = browser.get(page.link("next"));
                    seen.addAll(names(page));
                }
                assertThat(seen).as(path).hasSize(200).doesNotHaveDuplicates();
                assertThat(names(browser.get(page.link("prev")))).isEqualTo(seen.subList(200 - 2 * size, 200 - size));
                assertThat(names(browser.get(path + "?q=ecole+" + "199"))).isEmpty();
                assertThat(names(browser.get(path + "?q=ecole+197"))).hasSize(1);
            }
            assertThat(api.as(officer).get("/api/v1/me/managers").text("/next")).contains("after=");
        }
    }

    @Nested
    class Managers {

        @Test
        void users_find_whom_to_turn_to_with_how_they_are_reached_for_that_entity() {
            jdbc.sql("update person set phone = '081 00 00 00' where id = :id")
                    .param("id", world.localManager.id().value())
                    .update();
            jdbc.sql("""
                            insert into working_relationship (id, organisation_id, person_id, category, email, valid_from)
                            values (gen_random_uuid(), :organisation, :person, 'PERMANENT', 'gl@cpas.example', now() - interval '1 day')""")
                    .param("organisation", world.cpas.id().value())
                    .param("person", world.localManager.id().value())
                    .update();

            var page = browsers.signedIn(world.user).get("/me/managers");

            assertThat(page.page().select("tbody tr"))
                    .extracting(Element::text)
                    .satisfiesExactly(
                            rae -> assertThat(rae)
                                    .contains(
                                            world.principalManager.displayName(),
                                            "RAE / GAP",
                                            world.principalManager.email()),
                            co -> assertThat(co).contains(world.coPrincipalManager.displayName(), "co-RAE"),
                            gl -> assertThat(gl)
                                    .contains(world.localManager.displayName(), "gl@cpas.example", "081 00 00 00")
                                    .doesNotContain(world.localManager.email()));
            assertThat(page.body()).doesNotContain(world.localManager.niss().value());
            assertThat(api.as(world.user).get("/api/v1/me/managers").text("/items/0/managers/2/email"))
                    .isEqualTo("gl@cpas.example");
        }

        @Test
        void managers_of_other_qualities_and_subdivisions_are_not_among_them() {
            var foreign = worlds.cpas();
            Person other = world.person("Odile");
            worlds.people().manageSchools(other, 1);
            Person north = subdivisionManager("Antenne Nord", world.user);
            Person south = subdivisionManager("Antenne Sud", null);

            assertThat(browsers.signedIn(world.user).get("/me/managers").text())
                    .contains(north.displayName(), "Antenne Nord")
                    .doesNotContain(south.displayName())
                    .doesNotContain(other.displayName())
                    .doesNotContain(foreign.localManager.displayName());
        }

        @Test
        void a_blocked_user_still_finds_them_and_a_blocked_manager_is_left_out() {
            worlds.people().block(world.user);
            worlds.people().block(world.coPrincipalManager);

            assertThat(browsers.signedIn(world.user).get("/me/managers").text())
                    .contains(world.localManager.displayName())
                    .doesNotContain(world.coPrincipalManager.displayName());
        }

        @Test
        void where_all_has_ended_there_is_nobody_to_turn_to() {
            jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                    .param("person", world.user.id().value())
                    .update();

            var page = browsers.signedIn(world.user).get("/me/managers");

            assertThat(page.text()).contains("Vous n’avez aucune fonction");
            assertThat(page.page().select("tbody")).isEmpty();
        }

        @Test
        void the_header_leads_there() {
            assertThat(browsers.signedIn(world.user)
                            .get("/work")
                            .page()
                            .select(".app-own a[href=/me/managers]")
                            .text())
                    .isEqualTo("Vos Responsables");
        }

        private Person subdivisionManager(String name, Person user) {
            UUID subdivision = world.subdivision(name);
            Person manager = world.subdivisionManager(subdivision);
            if (user != null) {
                jdbc.sql("update responsibility set subdivision_id = :subdivision where person_id = :person")
                        .param("subdivision", subdivision)
                        .param("person", user.id().value())
                        .update();
            }
            return manager;
        }
    }

    @Nested
    class Contact {

        @Test
        void what_is_saved_takes_effect_at_once_language_included() {
            var browser = browsers.signedIn(world.user);
            browser.get("/me/contact");

            var saved = browser.follow(browser.post(
                    "/me/contact",
                    Map.of("email", "neuve@test.example", "phone", "+32 470 12 34 56", "language", "nl")));

            assertThat(saved.page().selectFirst("html").attr("lang")).isEqualTo("nl");
            assertThat(saved.text()).contains("Uw gegevens zijn opgeslagen");
            Person now = directory.person(world.user.id());
            assertThat(now.email()).isEqualTo("neuve@test.example");
            assertThat(now.phone()).isEqualTo("+32 470 12 34 56");
            assertThat(now.language()).isEqualTo(Language.NL);
            String logged = jdbc.sql("""
                            select coalesce(before::text, '') || coalesce(after::text, '') from audit_event
                             where operation = 'access.own-details-changed' and subject_id = :person""")
                    .param("person", world.user.id().toString())
                    .query(String.class)
                    .single();
            assertThat(logged)
                    .contains("n***@test.example", "***56", "nl", "fr")
                    .doesNotContain("neuve", "12 34");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "|+32 470 12 34 56|fr",
                    "pas-une-adresse|+32 470 12 34 56|fr",
                    "a@test.example|téléphone|fr",
                    "a@test.example|123|fr",
                    "a@test.example||xx"
                })
        void what_is_wrong_changes_nothing_keeps_what_was_typed_and_says_why_at_the_field(String typed) {
            String[] parts = typed.split("\\|", -1);
            var browser = browsers.signedIn(world.user);
            browser.get("/me/contact");

            var answer =
                    browser.post("/me/contact", Map.of("email", parts[0], "phone", parts[1], "language", parts[2]));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".govuk-error-message")).hasSize(1);
            assertThat(answer.page().select("input[name=email]").val()).isEqualTo(parts[0]);
            assertThat(answer.page().select("input[name=phone]").val()).isEqualTo(parts[1]);
            assertThat(directory.person(world.user.id())).isEqualTo(world.user);
        }

        @Test
        void saying_the_same_again_changes_nothing() {
            var browser = browsers.signedIn(world.user);
            browser.get("/me/contact");

            var answer = browser.follow(
                    browser.post("/me/contact", Map.of("email", world.user.email(), "phone", "", "language", "fr")));

            assertThat(answer.text()).contains("Rien n’a changé");
        }

        @Test
        void the_api_reads_and_replaces_it() {
            var caller = api.as(world.user);

            assertThat(caller.get("/api/v1/me/contact").text("/email")).isEqualTo(world.user.email());
            var changed = caller.put("/api/v1/me/contact", "{'email':'api@test.example','language':'de'}");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.text("/language")).isEqualTo("de");
            assertThat(changed.at("/phone").isMissingNode()).isTrue();
            assertThat(caller.put("/api/v1/me/contact", "{'email':'x','language':'de'}")
                            .issues())
                    .containsExactly("email: email");
            assertThat(directory.person(world.user.id()).email()).isEqualTo("api@test.example");
        }

        @Test
        void the_former_address_is_told_when_it_is_replaced(@Autowired OwnDetails details) {
            var actor = CpasWorld.as(world.user);
            details.change(actor, new OwnDetails.Contact("autre@test.example", null, Language.FR));
            details.change(actor, new OwnDetails.Contact("autre@test.example", "081 00 00 00", Language.FR));

            assertThat(events.stream(OwnDetailsChanged.class))
                    .extracting(OwnDetailsChanged::formerEmail)
                    .containsExactly(world.user.email(), null);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_speaks_every_language(Language language) {
        var browser = browsers.signedIn(world.localManager);
        for (String path : List.of("/me", "/me/managers", "/me/contact")) {
            var page = browser.get(path + "?lang=" + language.code());

            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language.code());
            assertThat(page.text()).as(path).doesNotContain("??");
        }
    }

    private static List<String> names(Answer answer) {
        return answer.page().select("#found h2").eachText();
    }
}
