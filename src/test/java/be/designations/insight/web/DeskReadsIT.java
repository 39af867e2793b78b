package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.CapacityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** D31: the desks see names, ask for one number at a time, leave a trace, and whoever was looked at can read it. */
class DeskReadsIT extends WholeApplication {

    CpasWorld world;
    Person support;

    @BeforeEach
    void aCpasAndTheDesks() {
        world = worlds.cpas();
        support = world.supportAgent("Suzanne");
    }

    @Nested
    class Names {

        @Test
        void desks_read_no_number_anywhere_and_managers_read_those_of_their_own_people() {
            for (Person desk : desks()) {
                assertThat(shown(desk)).allSatisfy((path, body) -> assertThat(body)
                        .as(path)
                        .contains(world.user.lastName())
                        .doesNotContain(world.user.niss().value())
                        .doesNotContain(world.user.niss().formatted()));
            }
            assertThat(shown(world.principalManager)).allSatisfy((path, body) -> assertThat(body)
                    .as(path)
                    .containsAnyOf(world.user.niss().value(), world.user.niss().formatted()));
        }

        @Test
        void a_desk_that_manages_an_entity_reads_the_numbers_of_that_one_only() {
            var foreign = worlds.cpas();
            foreign.give(support, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);

            assertThat(browsers.signedIn(support).get(person(foreign.user)).body())
                    .contains(foreign.user.niss().formatted());
            assertThat(browsers.signedIn(support).get(person(world.user)).body())
                    .doesNotContain(world.user.niss().formatted());
        }

        @Test
        void the_paper_of_a_desk_has_names_only() throws Exception {
            try (var read = Loader.loadPDF(pdfOf(support))) {
                assertThat(new PDFTextStripper().getText(read))
                        .contains(world.user.displayName())
                        .doesNotContain(world.user.niss().formatted());
            }
        }

        private byte[] pdfOf(Person reader) throws Exception {
            var browser = browsers.signedIn(reader);
            var request = browser.request(quality() + "/history.pdf")
                    .header("Cookie", "SESSION=" + browser.cookie("SESSION").orElseThrow())
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }

        private UUID decisionOn(Person person) {
            return jdbc.sql("select basis_id from responsibility where person_id = :person")
                    .param("person", person.id().value())
                    .query(UUID.class)
                    .single();
        }

        /** Every page and answer that names the user, by its address. */
        private Map<String, String> shown(Person reader) {
            var browser = browsers.signedIn(reader);
            var caller = api.as(reader);
            String entity = "/entities/" + world.cpas.enterpriseNumber().value();
            String decision = "/decisions/" + decisionOn(world.user);
            return Stream.of(
                            quality(),
                            entity + "/users",
                            person(world.user),
                            person(world.user) + "/history.csv",
                            quality() + "/history",
                            quality() + "/history.csv",
                            entity + "/history",
                            decision,
                            "/api/v1" + quality() + "/users",
                            "/api/v1" + quality() + "/access",
                            "/api/v1" + person(world.user) + "/access",
                            "/api/v1" + entity + "/users",
                            "/api/v1" + entity + "/access",
                            "/api/v1" + decision)
                    .collect(Collectors.toMap(
                            path -> path,
                            path -> path.startsWith("/api/")
                                    ? caller.get(path).body()
                                    : browser.get(path).body()));
        }
    }

    @Nested
    class OneNumber {

        @Test
        void a_desk_reads_it_on_the_answer_once_it_has_said_why_and_that_is_written_down() {
            for (Person desk : desks()) {
                var browser = browsers.signedIn(desk);
                assertThat(browser.get(person(world.user)).page().select("a[href=" + niss(world.user) + "]"))
                        .hasSize(1);
                assertThat(browser.get(niss(world.user)).body())
                        .doesNotContain(world.user.niss().formatted());

                var answer = browser.post(niss(world.user), Map.of("reason", "Appel du 12"));

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.page().select("#niss").text())
                        .isEqualTo(world.user.niss().formatted());
                assertThat(answer.header("Cache-Control")).contains("no-store");
                assertThat(answer.page().select("[href*=" + world.user.niss().value() + "]"))
                        .isEmpty();
                assertThat(browser.get(person(world.user)).body())
                        .doesNotContain(world.user.niss().formatted());
                assertThat(events(desk, "person.niss-shown")).singleElement().satisfies(line -> assertThat(line)
                        .startsWith("person " + world.user.id())
                        .contains("Appel du 12")
                        .doesNotContain(world.user.niss().value()));
            }
        }

        @Test
        void without_a_reason_or_with_too_long_a_one_nothing_is_shown_nor_written() {
            var browser = browsers.signedIn(support);
            browser.get(niss(world.user));
            for (String reason : List.of("", "   ", "x".repeat(501))) {
                var page = browser.post(niss(world.user), Map.of("reason", reason));
                assertThat(page.status()).isEqualTo(422);
                assertThat(page.page().select("#reason-error")).hasSize(1);
                assertThat(page.body()).doesNotContain(world.user.niss().formatted());
                assertThat(ask(support, world.user, reason).status()).isEqualTo(400);
            }
            assertThat(api.as(support).post("/api/v1" + niss(world.user), "{}").issues())
                    .containsExactly("reason: required");
            assertThat(events(support, "person.niss-shown")).isEmpty();
        }

        @Test
        void the_api_answers_the_same() {
            var answer = ask(support, world.user, "Appel du 12");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("/niss")).isEqualTo(world.user.niss().value());
            assertThat(events(support, "person.niss-shown")).hasSize(1);
        }

        @Test
        void whoever_does_not_see_the_person_finds_nothing_and_whoever_sees_them_by_name_is_refused() {
            var foreign = worlds.cpas();
            for (Person stranger : List.of(foreign.principalManager, world.candidate)) {
                assertThat(ask(stranger, world.user, "x").status()).isEqualTo(404);
                assertThat(api.as(stranger)
                                .post("/api/v1" + niss(world.user), "{}")
                                .status())
                        .isEqualTo(404);
                var browser = browsers.signedIn(stranger);
                assertThat(browser.get(niss(world.user)).status()).isEqualTo(404);
                assertThat(browser.post(niss(world.user), Map.of("reason", "x")).status())
                        .isEqualTo(404);
            }
            assertThat(ask(support, world.candidate, "x").status()).isEqualTo(404);
            for (Person byName : List.of(world.head, world.user)) {
                assertThat(ask(byName, world.localManager, "x").status()).isEqualTo(403);
                var browser = browsers.signedIn(byName);
                assertThat(browser.get(person(world.localManager)).page().select("a[href$=/niss]"))
                        .isEmpty();
                assertThat(browser.get(niss(world.localManager)).status()).isEqualTo(403);
                assertThat(browser.post(niss(world.localManager), Map.of("reason", "x"))
                                .status())
                        .isEqualTo(403);
            }
        }

        @Test
        void whoever_sees_it_anyway_needs_not_ask_and_leaves_no_line() {
            var browser = browsers.signedIn(world.principalManager);

            assertThat(browser.get(person(world.user)).page().select("a[href$=/niss]"))
                    .isEmpty();
            assertThat(browser.get(niss(world.user)).location()).contains(person(world.user));
            assertThat(ask(world.principalManager, world.user, "x").text("/niss"))
                    .isEqualTo(world.user.niss().value());
            assertThat(events(world.principalManager, "person.niss-shown")).isEmpty();
        }

        @Test
        void it_is_not_shown_of_who_is_nothing_any_more_nor_of_oneself() {
            jdbc.sql("update responsibility set valid_until = now() where person_id = :person")
                    .param("person", world.user.id().value())
                    .update();

            assertThat(ask(support, world.user, "x").status()).isEqualTo(403);
            assertThat(ask(support, support, "x").status()).isEqualTo(403);
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void the_pages_speak_every_language(Language language) {
            var browser = browsers.signedIn(support);
            var page = browser.get(niss(world.user) + "?lang=" + language.code());
            var answer = browser.post(niss(world.user), Map.of("reason", "x"));

            for (Browser.Answer shown : List.of(page, answer)) {
                assertThat(shown.page().selectFirst("html").attr("lang")).isEqualTo(language.code());
                assertThat(shown.text()).doesNotContain("??");
            }
        }

        private ApiCaller.Answer ask(Person reader, Person about, String reason) {
            return api.as(reader).post("/api/v1" + niss(about), "{'reason': '" + reason + "'}");
        }
    }

    @Nested
    class Traces {

        @Test
        void what_a_desk_reads_of_foreign_people_is_written_down_once_a_day() {
            String entity = "/entities/" + world.cpas.enterpriseNumber().value();
            for (Person desk : desks()) {
                var browser = browsers.signedIn(desk);
                for (int twice = 0; twice < 2; twice++) {
                    for (String path : List.of(person(world.user), quality(), entity + "/users")) {
                        assertThat(browser.get(path).status()).isEqualTo(200);
                    }
                    for (String path : List.of(person(world.user), quality(), entity)) {
                        assertThat(browser.get(path + "/history").status()).isEqualTo(200);
                        assertThat(browser.get(path + "/history.csv").status()).isEqualTo(200);
                        assertThat(api.as(desk)
                                        .get("/api/v1" + path + "/access")
                                        .status())
                                .isEqualTo(200);
                    }
                    for (String path : List.of(quality(), entity)) {
                        assertThat(api.as(desk).get("/api/v1" + path + "/users").status())
                                .isEqualTo(200);
                    }
                }
                assertThat(events(desk, "person.read")).singleElement().satisfies(line -> assertThat(line)
                        .startsWith("person " + world.user.id()));
                assertThat(events(desk, "quality.users-read")).singleElement().satisfies(line -> assertThat(line)
                        .startsWith("quality " + world.socialAction.id().value()));
                assertThat(events(desk, "entity.users-read")).singleElement().satisfies(line -> assertThat(line)
                        .startsWith("organisation " + world.cpas.id()));
            }
        }

        @Test
        void yesterday_s_line_does_not_stand_for_today() {
            jdbc.sql("""
                            insert into audit_event (at, actor_person, operation, subject_type, subject_id)
                            values (now() - interval '25 hours', :reader, 'person.read', 'person', :subject)""")
                    .param("reader", support.id().value())
                    .param("subject", world.user.id().toString())
                    .update();

            browsers.signedIn(support).get(person(world.user));

            assertThat(events(support, "person.read")).hasSize(2);
        }

        @Test
        void the_history_alone_and_the_api_alone_are_written_down_too() {
            api.as(support).get("/api/v1" + person(world.user) + "/access");
            assertThat(events(support, "person.read")).hasSize(1);

            browsers.signedIn(world.reviewer).get(person(world.user) + "/history");
            assertThat(events(world.reviewer, "person.read")).hasSize(1);
        }

        @Test
        void own_managers_their_representatives_and_readers_of_themselves_leave_no_line() {
            String entity = "/entities/" + world.cpas.enterpriseNumber().value();
            for (Person own : List.of(world.principalManager, world.localManager, world.head, world.user)) {
                var browser = browsers.signedIn(own);
                for (String path : List.of(
                        person(world.user),
                        quality(),
                        entity + "/users",
                        entity + "/history",
                        quality() + "/history")) {
                    browser.get(path);
                }
                assertThat(reads(own)).isEmpty();
            }
            browsers.signedIn(support).get(person(support));
            assertThat(reads(support)).isEmpty();
        }

        @Test
        void a_desk_leaves_no_line_where_it_manages() {
            var foreign = worlds.cpas();
            foreign.give(support, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);
            var browser = browsers.signedIn(support);
            String entity = "/entities/" + foreign.cpas.enterpriseNumber().value();

            for (String path : List.of(
                    person(foreign.user),
                    "/qualities/" + foreign.socialAction.id().value(),
                    entity + "/users",
                    entity + "/history")) {
                assertThat(browser.get(path).status()).isEqualTo(200);
            }
            assertThat(reads(support)).isEmpty();

            world.give(foreign.user, ResponsibilityKind.USER, world.socialAction.id());
            browser.get(person(foreign.user));
            assertThat(reads(support)).singleElement().asString().startsWith("person " + foreign.user.id());
        }

        @Test
        void what_is_not_found_leaves_no_line_and_neither_does_an_empty_list() {
            var browser = browsers.signedIn(support);
            assertThat(browser.get(person(world.candidate)).status()).isEqualTo(404);
            assertThat(browser.get("/qualities/" + UUID.randomUUID()).status()).isEqualTo(404);
            assertThat(browser.get(quality() + "?q=nobodyhasthisname").status()).isEqualTo(200);
            assertThat(api.as(support).get("/api/v1" + quality()).status()).isEqualTo(200);

            assertThat(reads(support)).isEmpty();
        }
    }

    @Nested
    class WhoLooked {

        @Test
        void an_empty_list_says_so() {
            assertThat(browsers.signedIn(world.user).get("/me").text())
                    .contains("Qui a consulté mes données", "Personne n’a consulté vos données.");
            assertThat(browsers.signedIn(world.user).get("/me/reads").text())
                    .contains("Personne n’a consulté vos données.");
            assertThat(api.as(world.user).get("/api/v1/me/reads").at("/items")).isEmpty();
        }

        @Test
        void people_read_who_looked_for_which_desk_how_and_why_the_newest_first_and_nobody_else_does() {
            event(world.localManager, "management.person-looked-up", world.user);
            event(world.head, "principal-manager.person-looked-up", world.user);
            event(world.principalManager, "person.looked-up", world.user);
            event(world.user, "person.looked-up", world.user);
            event(world.localManager, "management.user-added", world.user);
            browsers.signedIn(support).get(person(world.user));
            api.as(world.reviewer).post("/api/v1" + niss(world.user), "{'reason': 'Appel du 12'}");

            var page = browsers.signedIn(world.user).get("/me/reads");

            assertThat(page.page().select("tbody tr"))
                    .extracting(Element::text)
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line)
                                    .contains(
                                            world.reviewer.displayName(),
                                            "Examinateur BCSS",
                                            "Numéro de registre national affiché",
                                            "Raison : Appel du 12"),
                            line -> assertThat(line).contains(world.reviewer.displayName(), "Votre page"),
                            line -> assertThat(line)
                                    .contains(support.displayName(), "Agent du support CSAM", "Votre page"),
                            line -> assertThat(line)
                                    .contains(world.principalManager.displayName(), "Recherche par votre numéro"),
                            line -> assertThat(line).contains(world.head.displayName(), "Recherche"),
                            line -> assertThat(line).contains(world.localManager.displayName(), "CPAS de Testville"));
            assertThat(page.page().select("tbody tr").last().text()).contains(world.localManager.displayName());
            assertThat(browsers.signedIn(world.user)
                            .get("/me")
                            .page()
                            .select("section[aria-labelledby=reads] tbody tr"))
                    .hasSize(5);
            var items = api.as(world.user).get("/api/v1/me/reads").at("/items");
            assertThat(items).hasSize(6);
            assertThat(items.get(5).at("/what/code").asText()).isEqualTo("LOOKED_UP");
            assertThat(items.get(5).at("/organisation/fr").asText()).isEqualTo("CPAS de Testville");
            assertThat(items.findValuesAsText("reason")).containsExactly("Appel du 12");
            assertThat(api.as(world.localManager).get("/api/v1/me/reads").at("/items"))
                    .isEmpty();
        }

        @Test
        void pages_lead_over_all_of_them_by_the_index_of_subjects() {
            for (int i = 0; i < 60; i++) {
                event(world.localManager, "management.person-looked-up", world.user);
            }
            var browser = browsers.signedIn(world.user);
            List<String> seen = new ArrayList<>();
            int pages = 0;
            for (String path = "/me/reads"; path != null; pages++) {
                var page = browser.get(path);
                seen.addAll(page.page().select("tbody tr time").eachAttr("datetime"));
                path = page.link("next");
            }
            assertThat(pages).isEqualTo(3);
            assertThat(seen.stream().map(Instant::parse)).hasSize(60).isSortedAccordingTo(Comparator.reverseOrder());
            var first = api.as(world.user).get("/api/v1/me/reads?size=50");
            assertThat(first.at("/items")).hasSize(50);
            var second = api.as(world.user).get(first.text("/next"));
            assertThat(second.at("/items")).hasSize(10);
            assertThat(second.at("/next").isMissingNode()).isTrue();
            assertThat(browser.get("/me/reads?after=1").text()).contains("pas de consultation plus ancienne");
            assertThat(browser.get("/me/reads?after=x").status()).isEqualTo(400);
            assertThat(api.as(world.user).get("/api/v1/me/reads?after=x").status())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void it_speaks_every_language(Language language) {
            browsers.signedIn(support).get(person(world.user));
            for (String path : List.of("/me", "/me/reads")) {
                var page = browsers.signedIn(world.user).get(path + "?lang=" + language.code());
                assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo(language.code());
                assertThat(page.text()).doesNotContain("??").contains(support.displayName());
            }
        }

        /** As whoever acts for the CPAS leaves it. */
        private void event(Person by, String operation, Person about) {
            jdbc.sql("""
                            insert into audit_event (at, actor_person, acting_for, operation, subject_type, subject_id)
                            values (clock_timestamp() - interval '1 hour', :by, :cpas, :operation, 'person', :about)""")
                    .param("by", by.id().value())
                    .param("cpas", world.cpas.id().value())
                    .param("operation", operation)
                    .param("about", about.id().toString())
                    .update();
        }
    }

    @Test
    void every_desk_is_among_those_tested() {
        assertThat(CapacityKind.DESKS).hasSize(desks().size());
    }

    private List<Person> desks() {
        return List.of(world.reviewer, world.approver, support);
    }

    private List<String> reads(Person reader) {
        return Stream.of("person.read", "quality.users-read", "entity.users-read")
                .flatMap(operation -> events(reader, operation).stream())
                .toList();
    }

    private List<String> events(Person reader, String operation) {
        return jdbc.sql("""
                        select subject_type || ' ' || subject_id || ' ' || coalesce(after::text, '') from audit_event
                         where actor_person = :reader and operation = :operation order by id""")
                .param("reader", reader.id().value())
                .param("operation", operation)
                .query(String.class)
                .list();
    }

    private String quality() {
        return "/qualities/" + world.socialAction.id().value();
    }

    private static String person(Person person) {
        return "/people/" + person.id();
    }

    private static String niss(Person person) {
        return person(person) + "/niss";
    }
}
