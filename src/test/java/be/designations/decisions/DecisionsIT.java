package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Person;
import be.designations.identifier.Niss;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.HostileValues;
import be.designations.testing.ManagedWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import be.designations.testing.WrittenLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications ask whether a person may, in this capacity, do this here and now; over HTTP, as they do. */
class DecisionsIT extends WholeApplication {

    private static final String ONE = "/access/v1/evaluation";
    private static final String SEVERAL = "/access/v1/evaluations";
    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    Registrations registrations;

    AskingWorld world;
    CpasWorld cpas;
    Person user;
    ApiCaller prima;

    @BeforeEach
    void anApplication() {
        ManagedWorld managed = worlds.managed();
        world = new AskingWorld(managed, registrations, jdbc);
        cpas = managed.cpas;
        user = cpas.user;
        prima = world.asker(api, true, ROLE, "PRIMA_WEB_CONFIGURATION");
    }

    @Test
    void a_right_that_runs_permits_and_names_the_decision_on_which_it_rests() {
        world.right(user, ROLE);

        Answer answer = ask(user, "role", ROLE, 500);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json");
        assertThat(answer.at("/decision").isBoolean()).isTrue();
        assertThat(answer.at("/decision").asBoolean()).isTrue();
        assertThat(answer.text("/context/code")).isEqualTo("right");
        assertThat(answer.text("/context/reason")).isEqualTo("A right that runs permits it.");
        assertThat(answer.text("/context/role")).isEqualTo(ROLE);
        assertThat(answer.text("/context/capacity")).isEqualTo("USER");
        assertThat(answer.text("/context/entity")).isEqualTo(world.entity());
        assertThat(answer.text("/context/quality")).isEqualTo("SOCIAL_ACTION");
        assertThat(answer.text("/context/valid_from")).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(answer.at("/context/valid_until").isMissingNode()).isTrue();
        assertThat(answer.text("/context/basis/id")).isEqualTo(world.basis());
        assertThat(answer.text("/context/basis/operation")).isEqualTo("grant-rights");
        assertThat(answer.text("/context/basis/decided_at")).isEqualTo("2024-05-06T07:08:09Z");
        assertThat(answer.text("/context/basis/legal_basis")).isEqualTo("Art. 6");
        assertThat(answer.body()).doesNotContain(user.niss().value(), "null");
    }

    @Test
    void the_basis_is_told_only_to_an_application_whose_registration_says_so() {
        world.right(user, ROLE);

        Answer answer = world.asker(api, false, ROLE).post(ONE, question(user, "role", ROLE, "use", "", 500));

        assertThat(answer.at("/decision").asBoolean()).isTrue();
        assertThat(answer.at("/context/basis").isMissingNode()).isTrue();
    }

    @Test
    void a_person_is_known_by_an_opaque_id_and_by_the_number_in_the_body() {
        world.right(user, ROLE);

        assertThat(code(prima.post(ONE, question(user.niss().value(), "role", ROLE, "use", "", 500))))
                .isEqualTo("right");
        assertThat(code(prima.post(ONE, question(user.niss().formatted(), "role", ROLE, "use", "", 500))))
                .isEqualTo("right");
        String old = worlds.cpas().user.niss().value();
        jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:old, :new, current_date)")
                .param("old", old)
                .param("new", user.niss().value())
                .update();
        assertThat(code(prima.post(ONE, question(old, "role", ROLE, "use", "", 500))))
                .as("by a number that was replaced")
                .isEqualTo("right");
    }

    /** As a file from before the replacement, or a person kept here since before it, has it. */
    @Test
    void a_person_kept_under_a_replaced_number_is_known_by_both() {
        world.right(user, ROLE);
        String old = user.niss().value();
        String since = Niss.withCheckDigits(LocalDate.of(1969, 7, 21), 904).value();
        jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:old, :new, current_date)")
                .param("old", old)
                .param("new", since)
                .update();
        try {
            for (String number : List.of(old, since)) {
                assertThat(code(prima.post(ONE, question(number, "role", ROLE, "use", "", 500))))
                        .isEqualTo("right");
                assertThat(prima.post(
                                        "/access/v1/search/resource",
                                        "{'subject':{'type':'person','id':'%s'},'action':{'name':'use'},'resource':{'type':'entity'}}"
                                                .formatted(number))
                                .text("/results/0/id"))
                        .isEqualTo(world.entity());
            }
        } finally {
            jdbc.sql("delete from withdrawn_niss where niss = :old")
                    .param("old", old)
                    .update();
        }
    }

    @Test
    void somebody_disabled_since_is_answered_as_it_was_then() {
        world.right(user, ROLE);
        worlds.people().disable(user);
        String then = "'time':'" + Instant.now().minus(7, ChronoUnit.DAYS) + "'";
        String search =
                "{'action':{'name':'use'},'resource':{'type':'role','id':'%s','properties':{'entity':'%s'}},'subject':{'type':'person'}%s}";

        assertThat(code(ask(user, "role", ROLE, 500))).isEqualTo("disabled");
        assertThat(code(prima.post(
                        ONE,
                        question(user, "role", ROLE, "use", "", 500)
                                .replace("'sign_in_level'", then + ",'sign_in_level'"))))
                .isEqualTo("right");
        assertThat(prima.post("/access/v1/search/subject", search.formatted(ROLE, world.entity(), ""))
                        .body())
                .doesNotContain(user.id().toString());
        assertThat(prima.post(
                                "/access/v1/search/subject",
                                search.formatted(ROLE, world.entity(), ",'context':{" + then + "}"))
                        .body())
                .contains(user.id().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ONE, SEVERAL, "/access/v1/search/subject", "/access/v1/search/resource", "/access/v1/events"})
    void bytes_that_are_no_text_are_refused_as_any_other_body(String path) {
        for (byte[] body : List.of(
                new byte[] {0, 0x7b, 0, 0},
                new byte[] {(byte) 0xfe, (byte) 0xff, 0, 0},
                new byte[] {0, 0, 0, 0x7b, 0, 0x11, 0, 0},
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})) {
            Answer answer =
                    prima.with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofByteArray(body));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("The body is not valid JSON");
        }
    }

    @Test
    void each_kind_of_resource_is_asked_about_with_each_action() {
        world.right(user, ROLE);
        String unit = world.unit(cpas.cpas);
        String quality = cpas.socialAction.id().value().toString();

        for (String action : List.of("use", ROLE)) {
            assertThat(permits("application", "PRIMA_WEB", action)).as(action).isTrue();
            assertThat(permits("role", ROLE, action)).as(action).isTrue();
            assertThat(permits("entity", world.entity(), action)).as(action).isTrue();
            assertThat(permits("quality", quality, action)).as(action).isTrue();
            assertThat(permits("quality", "SOCIAL_ACTION", action)).as(action).isTrue();
            assertThat(permits("establishment_unit", unit, action)).as(action).isTrue();
        }
        assertThat(permits("role", ROLE, "PRIMA_WEB_CONFIGURATION")).isFalse();
        assertThat(permits("entity", world.entity(), "PRIMA_WEB_CONFIGURATION")).isFalse();
        assertThat(permits("entity", worlds.cpas().cpas.enterpriseNumber().value(), "use"))
                .isFalse();
        assertThat(permits("quality", world.managed.employer.id().value().toString(), "use"))
                .isFalse();
    }

    @Test
    void a_right_that_ended_a_second_ago_is_refused_with_its_end() {
        Instant end = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        world.right(user, ROLE, cpas.socialAction.id(), Instant.parse("2021-01-01T00:00:00Z"), end);

        Answer answer = ask(user, "role", ROLE, 500);

        assertThat(code(answer)).isEqualTo("ended");
        assertThat(answer.at("/decision").asBoolean(true)).isFalse();
        assertThat(answer.text("/context/ended_at")).isEqualTo(end.toString());
        assertThat(answer.text("/context/reason")).startsWith("Ended on ");
        assertThat(answer.text("/context/basis/id")).isEqualTo(world.basis());
        assertThat(code(prima.post(
                        ONE,
                        question(user, "role", ROLE, "use", "", 500)
                                .replace("'sign_in_level'", "'time':'" + end.minusSeconds(1) + "','sign_in_level'"))))
                .as("asked about the second before")
                .isEqualTo("right");
    }

    @Test
    void a_right_that_begins_tomorrow_is_refused_with_its_beginning() {
        Instant begin = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        world.right(user, ROLE, cpas.socialAction.id(), begin, null);

        Answer answer = ask(user, "role", ROLE, 500);

        assertThat(code(answer)).isEqualTo("not-begun");
        assertThat(answer.text("/context/begins_at")).isEqualTo(begin.toString());
        assertThat(code(prima.post(
                        ONE,
                        question(user, "role", ROLE, "use", "", 500)
                                .replace("'sign_in_level'", "'time':'" + begin + "','sign_in_level'"))))
                .as("asked about its first instant")
                .isEqualTo("right");
    }

    @Test
    void a_right_that_was_taken_back_before_it_began_is_none() {
        Instant begin = Instant.now().minus(1, ChronoUnit.DAYS);
        world.right(user, ROLE, cpas.socialAction.id(), begin, begin);

        assertThat(code(ask(user, "role", ROLE, 500))).isEqualTo("no-right");
    }

    @Test
    void a_blocked_user_has_nothing_and_is_told_since_when() {
        Person blocked = world.managed.blockedUserOfSubdivision;
        world.right(blocked, ROLE);

        Answer answer = ask(blocked, "role", ROLE, 500);

        assertThat(code(answer)).isEqualTo("blocked");
        assertThat(answer.text("/context/blocked_since")).isEqualTo("2025-06-01T00:00:00Z");
        assertThat(code(prima.post(
                        ONE,
                        question(blocked, "role", ROLE, "use", "", 500)
                                .replace("'sign_in_level'", "'time':'2025-05-31T12:00+02:00','sign_in_level'"))))
                .as("asked about the day before")
                .isEqualTo("right");
    }

    @Test
    void somebody_disabled_may_nothing() {
        world.right(user, ROLE);
        worlds.people().disable(user);

        assertThat(code(ask(user, "role", ROLE, 500))).isEqualTo("disabled");
    }

    @Test
    void a_right_for_one_establishment_is_none_for_another() {
        String here = world.unit(cpas.cpas);
        String there = world.unit(cpas.cpas);
        String foreign = world.unit(worlds.cpas().cpas);
        Person whole = world.managed.userOfSubdivision;
        ApiCaller matchIt = world.asker(api, false, "MATCH_IT_READER");
        world.right(user, "MATCH_IT_READER", cpas.socialAction.id(), Instant.parse("2024-01-01T00:00:00Z"), null, here);
        world.right(whole, "MATCH_IT_READER");

        assertThat(code(matchIt.post(ONE, question(user, "establishment_unit", here, "use", "", 500))))
                .isEqualTo("right");
        assertThat(code(matchIt.post(ONE, question(user, "establishment_unit", there, "use", "", 500))))
                .isEqualTo("elsewhere");
        assertThat(code(matchIt.post(ONE, question(user, "establishment_unit", foreign, "use", "", 500))))
                .isEqualTo("elsewhere");
        assertThat(code(matchIt.post(ONE, question(whole, "establishment_unit", there, "use", "", 500))))
                .isEqualTo("right");
        assertThat(code(matchIt.post(ONE, question(whole, "establishment_unit", foreign, "use", "", 500))))
                .isEqualTo("elsewhere");
        Answer wide = matchIt.post(ONE, question(user, "entity", world.entity(), "use", "", 500));
        assertThat(code(wide)).isEqualTo("right");
        assertThat(wide.at("/context/establishment_units").toString()).isEqualTo("[\"" + here + "\"]");
        assertThat(code(matchIt.post(
                        ONE,
                        question(user, "application", "MATCH_IT", "use", "'establishment_unit':'" + there + "'", 500))))
                .as("a place among the properties")
                .isEqualTo("elsewhere");
    }

    @Test
    void who_acts_for_one_entity_does_nothing_in_another() {
        world.right(user, ROLE);
        String other = worlds.cpas().cpas.enterpriseNumber().value();
        String capacity = "{'subject':{'type':'person','id':'%s','properties':{'entity':'%s','capacity':'%s'}},"
                + "'action':{'name':'use'},'resource':{'type':'entity','id':'%s'},'context':{'sign_in_level':500}}";

        assertThat(code(prima.post(ONE, capacity.formatted(user.id(), world.entity(), "USER", world.entity()))))
                .isEqualTo("right");
        assertThat(code(prima.post(ONE, capacity.formatted(user.id(), other, "USER", world.entity()))))
                .isEqualTo("places-differ");
        assertThat(code(prima.post(
                        ONE, capacity.formatted(user.id(), world.entity(), "LOCAL_MANAGER", world.entity()))))
                .isEqualTo("no-right");
    }

    @Test
    void an_application_for_the_eid_needs_level_500() {
        ApiCaller iris = world.asker(api, true, "SECURITY_ADVISER_AUDIT");
        world.right(user, "SECURITY_ADVISER_AUDIT");

        Answer weak = iris.post(ONE, question(user, "role", "SECURITY_ADVISER_AUDIT", "use", "", 450));

        assertThat(code(weak)).isEqualTo("sign-in-level-too-low");
        assertThat(weak.at("/context/needed_sign_in_level").asInt()).isEqualTo(500);
        assertThat(weak.text("/context/reason")).isEqualTo("Sign-in level 500 needed.");
        assertThat(code(iris.post(ONE, question(user, "role", "SECURITY_ADVISER_AUDIT", "use", "", 500))))
                .isEqualTo("right");
        assertThat(code(iris.post(
                        ONE,
                        question(user, "role", "SECURITY_ADVISER_AUDIT", "use", "", 500)
                                .replace(",'context':{'sign_in_level':500}", ""))))
                .as("a level that is not said is not known")
                .isEqualTo("sign-in-level-too-low");
    }

    @Test
    void the_local_manager_has_the_applications_of_the_quality_and_the_principal_manager_none() {
        assertThat(code(ask(cpas.localManager, "application", "PRIMA_WEB", 500)))
                .isEqualTo("local-manager");
        assertThat(code(ask(world.managed.coLocalManager, "application", "PRIMA_WEB", 500)))
                .isEqualTo("local-manager");
        assertThat(code(ask(cpas.localManager, "role", ROLE, 500)))
                .as("a role has who was granted it")
                .isEqualTo("no-right");
        assertThat(code(ask(world.managed.blockedCoLocalManager, "application", "PRIMA_WEB", 500)))
                .isEqualTo("blocked");
        assertThat(code(ask(world.managed.formerCoLocalManager, "application", "PRIMA_WEB", 500)))
                .isEqualTo("ended");
        assertThat(code(ask(cpas.principalManager, "application", "PRIMA_WEB", 500)))
                .isEqualTo("no-right");
        assertThat(code(prima.post(
                        ONE,
                        question(cpas.principalManager, "application", "PRIMA_WEB", "use", "", 500)
                                .replace(
                                        "'id':'" + cpas.principalManager.id() + "'",
                                        "'id':'" + cpas.principalManager.id()
                                                + "','properties':{'capacity':'PRINCIPAL_ACCESS_MANAGER'}"))))
                .isEqualTo("capacity-opens-nothing");
    }

    @Test
    void what_the_replaced_principal_manager_decided_goes_on_and_they_have_nothing() {
        world.right(user, ROLE);
        jdbc.sql("""
                        update responsibility set valid_until = now() - interval '1 second'
                         where person_id = :person and kind = 'PRINCIPAL_ACCESS_MANAGER'""").param("person", cpas.principalManager.id().value()).update();
        cpas.give(cpas.candidate, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);

        assertThat(code(ask(user, "role", ROLE, 500))).isEqualTo("right");
        assertThat(code(ask(cpas.principalManager, "application", "PRIMA_WEB", 500)))
                .isEqualTo("no-right");
        assertThat(code(ask(cpas.candidate, "application", "PRIMA_WEB", 500))).isEqualTo("no-right");
    }

    @Test
    void an_application_learns_nothing_of_what_is_not_its_own() {
        world.right(user, "E_BOX_PRIVILEGED_USER");
        Answer foreign = ask(user, "role", "E_BOX_PRIVILEGED_USER", 500);
        Answer madeUp = ask(user, "role", "NO_SUCH_ROLE", 500);

        assertThat(code(foreign)).isEqualTo("not-yours");
        assertThat(foreign.body()).isEqualTo(madeUp.body());
        assertThat(code(ask(user, "application", "E_BOX", 500))).isEqualTo("not-yours");
        assertThat(code(prima.post(ONE, question(user, "entity", world.entity(), "E_BOX_PRIVILEGED_USER", "", 500))))
                .isEqualTo("not-yours");
        assertThat(code(ask(user, "entity", world.entity(), 500)))
                .as("use counts its own roles only")
                .isEqualTo("no-right");
        assertThat(prima.post(ONE, question(UUID.randomUUID().toString(), "role", ROLE, "use", "", 500))
                        .body())
                .as("whether somebody is known is not told")
                .isEqualTo(ask(user, "role", ROLE, 500).body());
        assertThat(code(prima.post(ONE, question(user, "planet", "Mars", "use", "", 500))))
                .isEqualTo("unknown-resource-type");
        assertThat(code(prima.post(
                        ONE,
                        question(user, "role", ROLE, "use", "", 500).replace("'type':'person'", "'type':'robot'"))))
                .isEqualTo("unknown-subject-type");
    }

    @Test
    void only_registered_applications_ask_by_their_own_key() {
        String id = world.application(false, ROLE);
        String key = world.key(id);
        String other = world.application(false, "E_BOX_USER");
        String body = question(user, "role", ROLE, "use", "", 500);
        world.right(user, ROLE);

        assertThat(AskingWorld.by(api, id, key).post(ONE, body).at("/decision").asBoolean())
                .isTrue();
        Stream.of(
                        api,
                        AskingWorld.by(api, other, key),
                        AskingWorld.by(api, id, key.substring(1)),
                        AskingWorld.by(api, id, ""),
                        AskingWorld.by(api, "no-such-application", key),
                        AskingWorld.by(api, "X' or '1'='1", key),
                        api.with("Authorization", "Basic ***"),
                        api.with("Authorization", "Bearer abc.def.ghi"),
                        api.as(world.managed.supportAgent))
                .forEach(foreign -> {
                    Answer refused = foreign.post(ONE, body);
                    assertThat(refused.status()).isEqualTo(401);
                    assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
                    assertThat(refused.body()).doesNotContain("decision").isNotBlank();
                });
        assertThat(api.with("Authorization", AskingWorld.basic(id, key))
                        .get("/api/v1/me")
                        .status())
                .as("it opens nothing else")
                .isEqualTo(401);
    }

    @Test
    void a_withdrawn_key_a_closed_application_and_a_role_taken_away_count_no_more_within_a_second() {
        String id = world.application(false, ROLE);
        ApiCaller first = AskingWorld.by(api, id, world.key(id));
        ApiCaller second = AskingWorld.by(api, id, world.key(id));
        String body = question(user, "role", ROLE, "use", "", 500);
        world.right(user, ROLE);
        assertThat(first.post(ONE, body).status()).isEqualTo(200);

        registrations.withdrawKey(
                world.agent,
                id,
                registrations.find(world.agent, id).keys().get(0).id());
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(first.post(ONE, body).status()).isEqualTo(401));
        assertThat(second.post(ONE, body).status()).isEqualTo(200);

        registrations.change(
                world.agent, id, 1, new ApplicationDetails("Other", false, false, java.util.Set.of("E_BOX_USER")));
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(code(second.post(ONE, body))).isEqualTo("not-yours"));

        registrations.close(world.agent, id, true);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(second.post(ONE, body).status()).isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "'text'",
                "{",
                "{}{}",
                "{'subject':{'type':'person','id':'x'}}",
                "{'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':'use'}}",
                "{'subject':{'id':'x'},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'action':{},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':'use'},'resource':{'id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':'use'},'resource':{'type':'role'}}",
                "{'subject':'alice','action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':123},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':7},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x','id':'y'},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x','properties':1},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'context':[]}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'context':{'time':'soon'}}",
                "{'subject':{'type':'person','id':'x'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'context':{'sign_in_level':'500'}}"
            })
    void what_is_no_question_answers_400_with_a_message(String body) {
        for (String path : List.of(ONE, SEVERAL)) {
            Answer answer = prima.with("X-Request-ID", "bfe9eb29-ab87-4ca3-be83-a1d5d8305716")
                    .post(path, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
            assertThat(answer.body()).isNotBlank().doesNotContain("\n", "com.fasterxml", "Exception");
            assertThat(answer.header("X-Request-ID")).hasValue("bfe9eb29-ab87-4ca3-be83-a1d5d8305716");
        }
    }

    @Test
    void another_content_type_answers_400() {
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense")) {
            assertThat(prima.with("Content-Type", type)
                            .send("POST", ONE, BodyPublishers.ofString(question(user, "role", ROLE, "use", "", 500)))
                            .status())
                    .as(type)
                    .isEqualTo(400);
        }
        assertThat(prima.with("Content-Type", "application/json; charset=utf-8")
                        .send(
                                "POST",
                                ONE,
                                BodyPublishers.ofString(question(user, "role", ROLE, "use", "", 500)
                                        .replace('\'', '"')))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /access/v1/evaluation, 405, POST",
        "GET, /access/v1/search/subject, 405, POST",
        "PUT, /access/v1/search/resource, 405, POST",
        "DELETE, /access/v1/search/action, 405, POST",
        "GET, /access/v1/events, 405, POST",
        "POST, /access/v1/jwks, 405, GET",
        "POST, /.well-known/authzen-configuration, 405, GET",
        "POST, /.well-known/ssf-configuration, 405, GET",
        "POST, /access/v1/searches, 404,",
        "GET, /access/v1, 404,"
    })
    void another_method_and_another_address_are_told_in_a_sentence(
            String method, String path, int status, @Nullable String allowed) {
        Answer answer = prima.call(method, path, question(user, "role", ROLE, "use", "", 500));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Allow")).isEqualTo(Optional.ofNullable(allowed));
        assertThat(answer.header("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.body()).isNotBlank().doesNotContain("<");
    }

    @Test
    void json_is_answered_to_whoever_takes_something_else() {
        for (String path : List.of(ONE, "/access/v1/search/subject")) {
            Answer answer = prima.with("Accept", "text/html").post(path, question(user, "role", ROLE, "use", "", 500));

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).hasValue("application/json");
        }
    }

    @Test
    void the_request_id_comes_back_whatever_the_answer() {
        String body = question(user, "role", ROLE, "use", "", 500);
        assertThat(prima.with("X-Request-ID", "any string: 7?").post(ONE, body).header("X-Request-ID"))
                .hasValue("any string: 7?");
        assertThat(api.with("X-Request-ID", "abc").post(ONE, body).header("X-Request-ID"))
                .as("refused")
                .hasValue("abc");
        assertThat(prima.post(ONE, body).header("X-Request-ID")).isEmpty();
    }

    @Test
    void unknown_fields_and_properties_change_nothing() {
        world.right(user, ROLE);
        String body = question(user, "role", ROLE, "use", "'status':'active','owner':{'id':7}", 500)
                .replaceFirst("\\{", "{'foo':'bar','futureField':{'nested':true},");

        assertThat(code(prima.post(ONE, body))).isEqualTo("right");
        assertThat(code(prima.post(ONE, body.replace("'sign_in_level'", "'ip':'192.168.1.1','sign_in_level'"))))
                .isEqualTo("right");
    }

    @Test
    void the_metadata_say_what_there_is_to_ask_and_where() {
        Answer answer = api.get("/.well-known/authzen-configuration");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json");
        assertThat(answer.text("/policy_decision_point")).isEqualTo("http://localhost:8080");
        assertThat(answer.text("/access_evaluation_endpoint")).isEqualTo("http://localhost:8080/access/v1/evaluation");
        assertThat(answer.text("/access_evaluations_endpoint"))
                .isEqualTo("http://localhost:8080/access/v1/evaluations");
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("max-age=3600");
    }

    @Test
    void a_refusal_is_always_logged_by_id_and_nothing_that_was_typed() {
        try (WrittenLog log = new WrittenLog()) {
            prima.post(ONE, question(user.niss().value(), "role", ROLE, "use", "", 500));
            prima.post(ONE, question("curieux", "planet", "85073003328", "snoop", "", 500));

            // Written when the asker has its answer.
            List<String> lines = await().until(() -> decisionsIn(log), found -> found.size() == 2);
            assertThat(lines.get(0))
                    .contains("application=\"app-")
                    .contains("subject=\"" + user.id() + '"')
                    .contains(
                            "resourceType=\"role\"",
                            "resource=\"" + ROLE + '"',
                            "answer=\"deny\"",
                            "code=\"no-right\"");
            assertThat(lines.get(1))
                    .contains("subject=\"unknown\"", "resource=\"other\"", "action=\"other\"")
                    .doesNotContain("85073003328", "curieux", "planet", "snoop");
            assertThat(String.join("\n", log.lines()))
                    .doesNotContain(user.niss().value());
        }
    }

    @Test
    void whoever_asks_for_what_is_not_theirs_leaves_a_trace_of_whom_and_what() {
        try (WrittenLog log = new WrittenLog()) {
            prima.post(ONE, question(user, "role", "E_BOX_USER", "use", "", 500));

            List<String> lines = await().until(() -> decisionsIn(log), found -> found.size() == 1);
            assertThat(lines.get(0))
                    .contains("subject=\"" + user.id() + '"', "resource=\"E_BOX_USER\"", "code=\"not-yours\"");
        }
    }

    @Test
    void of_a_batch_what_was_answered_is_logged_also_what_could_not_be_read_and_nothing_else() {
        try (WrittenLog log = new WrittenLog()) {
            prima.post(
                    SEVERAL,
                    batch("execute_all").replace("'evaluations':[", "'evaluations':[{'resource':{'type':7}},"));
            List<String> lines = await().until(() -> decisionsIn(log), found -> found.size() == 4);
            assertThat(lines)
                    .filteredOn(line -> line.contains("code=\"unreadable\""))
                    .hasSize(1);
        }
        try (WrittenLog log = new WrittenLog()) {
            prima.post(SEVERAL, batch("deny_on_first_deny"));
            prima.post(ONE, question(user, "role", "E_BOX_USER", "use", "", 500));

            // What the batch did not come to would stand before the last one.
            List<String> lines = await().until(() -> decisionsIn(log), found -> found.stream()
                    .anyMatch(line -> line.contains("E_BOX_USER")));
            assertThat(lines).hasSize(2);
        }
    }

    private static List<String> decisionsIn(WrittenLog log) {
        return log.lines().stream().filter(line -> line.startsWith("decision ")).toList();
    }

    @Test
    void a_decision_is_one_statement_and_leaves_no_session() {
        world.right(user, ROLE);
        String body = question(user, "role", ROLE, "use", "", 500);
        prima.post(ONE, body);
        int sessions = sessions();

        assertThat(statements(() -> prima.post(ONE, body))).isEqualTo(1);
        assertThat(statements(() -> prima.post(SEVERAL, batch("execute_all")))).isEqualTo(1);
        assertThat(sessions()).isEqualTo(sessions);
        assertThat(prima.post(ONE, body).header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_batch_is_answered_in_its_order_and_ends_as_it_asks() {
        world.right(user, ROLE);

        assertThat(answers(prima.post(SEVERAL, batch("execute_all")))).containsExactly(true, false, true);
        assertThat(answers(prima.post(SEVERAL, batch("deny_on_first_deny")))).containsExactly(true, false);
        assertThat(answers(prima.post(SEVERAL, batch("permit_on_first_permit"))))
                .containsExactly(true);
        assertThat(answers(prima.post(SEVERAL, batch("execute_all").replaceFirst("'options':\\{[^}]*},", ""))))
                .as("without a word it is execute_all")
                .containsExactly(true, false, true);
        assertThat(prima.post(SEVERAL, batch("execute_some")).status()).isEqualTo(400);
        assertThat(prima.post(SEVERAL, batch("execute_all")).at("/decision").isMissingNode())
                .isTrue();
    }

    @Test
    void an_evaluation_replaces_a_default_as_a_whole_and_an_empty_one_has_them_all() {
        world.right(user, ROLE);
        String defaults = "{'subject':{'type':'person','id':'%s'},'action':{'name':'use'},"
                + "'resource':{'type':'role','id':'%s'},'context':{'sign_in_level':500},'evaluations':[%s]}";

        Answer answer = prima.post(
                SEVERAL,
                defaults.formatted(
                        user.id(),
                        ROLE,
                        "{},{'context':{'sign_in_level':100}},{'action':{'name':'PRIMA_WEB_CONFIGURATION'}},"
                                + "{'resource':{'type':'entity','id':'" + world.entity()
                                + "'}},{'subject':{'type':'person','id':'"
                                + cpas.candidate.id() + "'}}"));

        assertThat(codes(answer)).containsExactly("right", "sign-in-level-too-low", "not-yours", "right", "no-right");
    }

    @Test
    void an_evaluation_that_is_none_is_refused_by_itself_and_a_batch_that_is_none_as_a_whole() {
        world.right(user, ROLE);
        String head = "{'subject':{'type':'person','id':'" + user.id()
                + "'},'action':{'name':'use'},'context':{'sign_in_level':500},";
        String good = "{'resource':{'type':'role','id':'" + ROLE + "'}}";

        Answer answer = prima.post(SEVERAL, head + "'evaluations':[" + good + ",{}," + good + ",7]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answers(answer)).containsExactly(true, false, true, false);
        assertThat(answer.at("/evaluations/1/context/error/status").asInt()).isEqualTo(400);
        assertThat(answer.text("/evaluations/1/context/error/message")).isEqualTo("resource is missing");
        assertThat(prima.post(SEVERAL, head + "'evaluations':{}}").status()).isEqualTo(400);
        assertThat(prima.post(SEVERAL, head + "'resource':'x','evaluations':[" + good + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(prima.post(SEVERAL, head + "'evaluations':[" + (good + ',').repeat(100) + good + "]}")
                        .status())
                .as("more than the largest batch")
                .isEqualTo(400);
        assertThat(answers(prima.post(SEVERAL, head + "'evaluations':[" + (good + ',').repeat(99) + good + "]}")))
                .hasSize(100)
                .containsOnly(true);
        for (String none : List.of("", ",'evaluations':[]")) {
            Answer one = prima.post(SEVERAL, head + "'resource':{'type':'role','id':'" + ROLE + "'}" + none + "}");
            assertThat(one.at("/decision").asBoolean()).isTrue();
            assertThat(one.at("/evaluations").isMissingNode()).isTrue();
        }
    }

    @Test
    void whatever_is_sent_is_answered_or_refused_and_never_an_error_of_ours() throws IOException {
        world.right(user, ROLE);
        HostileValues hostile = new HostileValues(45);
        ObjectMapper json = new ObjectMapper();
        String whole = ("{'subject':{'type':'person','id':'" + user.id() + "','properties':{'entity':'" + world.entity()
                        + "','capacity':'USER'}},'action':{'name':'use'},'resource':{'type':'quality','id':'SOCIAL_ACTION',"
                        + "'properties':{'establishment_unit':'2000000000','quality':'SOCIAL_ACTION'}},"
                        + "'context':{'time':'2026-01-01T00:00:00Z','sign_in_level':500},'options':{'evaluations_semantic':"
                        + "'execute_all'},'evaluations':[{},{'action':{'name':'SOCIAL_WORKER'}}],"
                        + "'page':{'limit':2,'token':'AAAA'},'ack':['x'],'maxEvents':1,'returnImmediately':true}")
                .replace('\'', '"');
        List<String> paths = List.of(
                ONE,
                SEVERAL,
                "/access/v1/search/subject",
                "/access/v1/search/resource",
                "/access/v1/search/action",
                "/access/v1/events");
        for (int i = 0; i < 600; i++) {
            String body = hostile.rarely()
                    ? hostile.maimed(whole)
                    : hostile.spoil(json.readTree(whole)).toString();
            String path = hostile.oneOf(paths);
            Answer answer =
                    prima.with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(body));
            assertThat(answer.status()).as("%s %s", path, body).isIn(200, 400, 403);
            assertThat(answer.body()).as(body).doesNotContain("be.designations", "SQL", "Exception");
        }
    }

    private String batch(String semantic) {
        return "{'subject':{'type':'person','id':'%s'},'action':{'name':'use'},'context':{'sign_in_level':500},'options':{'evaluations_semantic':'%s'},"
                        .formatted(user.id(), semantic)
                + "'evaluations':[{'resource':{'type':'role','id':'SOCIAL_WORKER'}},"
                + "{'resource':{'type':'role','id':'PRIMA_WEB_CONFIGURATION'}},"
                + "{'resource':{'type':'application','id':'PRIMA_WEB'}}]}";
    }

    private static List<Boolean> answers(Answer answer) {
        return answer.at("/evaluations").findValues("decision").stream()
                .map(JsonNode::asBoolean)
                .toList();
    }

    private static List<String> codes(Answer answer) {
        return answer.at("/evaluations").findValuesAsText("code");
    }

    /** The application is looked up again after a second, and jobs run meanwhile. */
    private static int statements(Runnable asking) {
        return IntStream.range(0, 5)
                .map(time -> StatementCount.ofAllThreads(asking))
                .min()
                .getAsInt();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    private boolean permits(String type, String id, String action) {
        Answer answer = prima.post(ONE, question(user, type, id, action, "", 500));
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("/decision").asBoolean();
    }

    private Answer ask(Person person, String type, String id, int level) {
        return prima.post(ONE, question(person, type, id, "use", "", level));
    }

    private static String code(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("/context/code");
    }

    private static String question(Person person, String type, String id, String action, String properties, int level) {
        return question(person.id().toString(), type, id, action, properties, level);
    }

    private static String question(String person, String type, String id, String action, String properties, int level) {
        return "{'subject':{'type':'person','id':'%s'},'action':{'name':'%s'},'resource':{'type':'%s','id':'%s','properties':{%s}},'context':{'sign_in_level':%d}}"
                .formatted(person, action, type, id, properties, level);
    }
}
