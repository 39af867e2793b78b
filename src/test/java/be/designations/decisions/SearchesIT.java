package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Applications ask who may, where, and what; what they are told, the evaluation permits. */
class SearchesIT extends WholeApplication {

    private static final String SUBJECT = "/access/v1/search/subject";
    private static final String RESOURCE = "/access/v1/search/resource";
    private static final String ACTION = "/access/v1/search/action";
    private static final String ROLE = "SOCIAL_WORKER";

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    Registrations registrations;

    AskingWorld world;
    CpasWorld cpas;
    Person user;
    ApiCaller prima;

    @BeforeEach
    void anApplication() {
        world = new AskingWorld(worlds.managed(), registrations, jdbc);
        cpas = world.managed.cpas;
        user = cpas.user;
        prima = world.asker(api, false, ROLE, "PRIMA_WEB_CONFIGURATION");
    }

    @Test
    void the_people_who_may_now_are_found_and_no_others() {
        Person blocked = world.managed.blockedUserOfSubdivision;
        Person disabled = world.managed.userOfOtherSubdivision;
        for (Person person : List.of(user, world.managed.userOfSubdivision, blocked, disabled)) {
            world.right(person, ROLE);
        }
        worlds.people().disable(disabled);
        world.right(cpas.candidate, ROLE, cpas.socialAction.id(), Instant.EPOCH, Instant.now());
        world.right(world.managed.colleague, "E_BOX_USER");

        assertThat(ids(prima.post(SUBJECT, people(ROLE, "entity", world.entity()))))
                .containsExactlyInAnyOrder(id(user), id(world.managed.userOfSubdivision));
        assertThat(ids(prima.post(
                        SUBJECT,
                        people(ROLE, "quality", cpas.socialAction.id().value().toString()))))
                .hasSize(2);
        assertThat(ids(prima.post(SUBJECT, people("use", "entity", world.entity()))))
                .as("the local managers, too")
                .containsExactlyInAnyOrder(
                        id(user),
                        id(world.managed.userOfSubdivision),
                        id(cpas.localManager),
                        id(world.managed.coLocalManager),
                        id(world.managed.secondCoLocalManager));
        assertThat(all(people("use", "application", "PRIMA_WEB")))
                .contains(id(user), id(cpas.localManager))
                .doesNotContain(id(blocked), id(disabled), id(cpas.candidate));
        assertThat(all(people("use", "role", ROLE))).contains(id(user)).doesNotContain(id(cpas.localManager));
    }

    @Test
    void a_place_of_work_narrows_the_search() {
        String here = world.unit(cpas.cpas);
        String there = world.unit(cpas.cpas);
        ApiCaller matchIt = world.asker(api, false, "MATCH_IT_READER");
        world.right(user, "MATCH_IT_READER", cpas.socialAction.id(), Instant.EPOCH, null, here);
        world.right(cpas.candidate, "MATCH_IT_READER");

        assertThat(ids(matchIt.post(SUBJECT, people("MATCH_IT_READER", "establishment_unit", here))))
                .containsExactlyInAnyOrder(id(user), id(cpas.candidate));
        assertThat(ids(matchIt.post(SUBJECT, people("MATCH_IT_READER", "establishment_unit", there))))
                .containsExactly(id(cpas.candidate));
        assertThat(ids(matchIt.post(RESOURCE, resources(user, "use", "establishment_unit"))))
                .containsExactly(here);
        assertThat(ids(matchIt.post(RESOURCE, resources(cpas.candidate, "use", "establishment_unit"))))
                .containsExactlyInAnyOrder(here, there);
    }

    @Test
    void what_somebody_may_is_found_by_kind_of_resource() {
        world.right(user, ROLE);
        CpasWorld other = worlds.cpas();
        world.right(user, "PRIMA_WEB_CONFIGURATION", other.socialAction.id(), Instant.EPOCH, null);

        assertThat(ids(prima.post(RESOURCE, resources(user, "use", "application"))))
                .contains("PRIMA_WEB");
        assertThat(ids(prima.post(RESOURCE, resources(user, "use", "role"))))
                .containsExactly("PRIMA_WEB_CONFIGURATION", ROLE);
        assertThat(ids(prima.post(RESOURCE, resources(user, ROLE, "role")))).containsExactly(ROLE);
        assertThat(ids(prima.post(RESOURCE, resources(user, "use", "entity"))))
                .containsExactlyInAnyOrder(
                        world.entity(), other.cpas.enterpriseNumber().value());
        assertThat(ids(prima.post(RESOURCE, resources(user, ROLE, "entity")))).containsExactly(world.entity());
        assertThat(ids(prima.post(RESOURCE, resources(user, ROLE, "quality"))))
                .containsExactly(cpas.socialAction.id().value().toString());
        assertThat(ids(prima.post(RESOURCE, resources(cpas.localManager, "use", "entity"))))
                .containsExactly(world.entity());
        assertThat(ids(prima.post(
                        RESOURCE,
                        resources(user, ROLE, "entity")
                                .replace(id(user), user.niss().value()))))
                .containsExactly(world.entity());
        assertThat(ids(prima.post(RESOURCE, resources(world.managed.blockedCoLocalManager, "use", "entity"))))
                .isEmpty();
    }

    @Test
    void actions_are_use_and_the_roles_that_somebody_has_there() {
        world.right(user, ROLE);
        String body = "{'subject':{'type':'person','id':'%s'},'resource':{'type':'entity','id':'%s'}}";

        Answer answer = prima.post(ACTION, body.formatted(user.id(), world.entity()));

        assertThat(answer.at("/results").findValuesAsText("name")).containsExactly(ROLE, "use");
        assertThat(answer.text("/page/next_token")).isEmpty();
        assertThat(prima.post(ACTION, body.formatted(cpas.localManager.id(), world.entity()))
                        .at("/results")
                        .findValuesAsText("name"))
                .containsExactly("use");
        assertThat(prima.post(ACTION, body.formatted(UUID.randomUUID(), world.entity()))
                        .at("/results"))
                .isEmpty();
    }

    @Test
    void the_level_of_sign_in_narrows_a_search_when_it_is_said() {
        ApiCaller iris = world.asker(api, false, "SECURITY_ADVISER_AUDIT");
        world.right(user, "SECURITY_ADVISER_AUDIT");
        String body = people("use", "role", "SECURITY_ADVISER_AUDIT");
        String weak = body.replaceFirst("\\{", "{'context':{'sign_in_level':450},");

        assertThat(ids(iris.post(SUBJECT, body))).contains(id(user));
        assertThat(ids(iris.post(SUBJECT, weak))).isEmpty();
        assertThat(ids(iris.post(
                        RESOURCE,
                        resources(user, "use", "application")
                                .replaceFirst("\\{", "{'context':{'sign_in_level':450},"))))
                .isEmpty();
    }

    @Test
    void an_id_of_what_is_sought_is_not_looked_at() {
        world.right(user, ROLE);
        String body = people(ROLE, "entity", world.entity());

        assertThat(ids(prima.post(
                        SUBJECT,
                        body.replace("'type':'person'", "'type':'person','id':'" + cpas.candidate.id() + "'"))))
                .containsExactly(id(user));
        assertThat(ids(prima.post(
                        RESOURCE,
                        resources(user, ROLE, "entity")
                                .replace("'type':'entity'", "'type':'entity','id':'0999999999'"))))
                .containsExactly(world.entity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SUBJECT
                        + "|{'subject':{'type':'spaceship'},'action':{'name':'use'},'resource':{'type':'role','id':'SOCIAL_WORKER'}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'planet','id':'Mars'}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'E_BOX_USER'}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'fly'},'resource':{'type':'role','id':'SOCIAL_WORKER'}}",
                RESOURCE
                        + "|{'subject':{'type':'person','id':'nobody'},'action':{'name':'use'},'resource':{'type':'entity'}}",
                RESOURCE
                        + "|{'subject':{'type':'person','id':'nobody'},'action':{'name':'use'},'resource':{'type':'role'}}",
                RESOURCE
                        + "|{'subject':{'type':'person','id':'nobody'},'action':{'name':'use'},'resource':{'type':'planet'}}",
                ACTION + "|{'subject':{'type':'person','id':'nobody'},'resource':{'type':'role','id':'SOCIAL_WORKER'}}"
            })
    void what_nobody_knows_is_an_empty_list(String path, String body) {
        Answer answer = prima.post(path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/results").isArray()).isTrue();
        assertThat(answer.at("/results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SUBJECT + "|{'subject':{'type':'person'},'resource':{'type':'role','id':'X'}}",
                SUBJECT + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role'}}",
                SUBJECT + "|{'subject':{},'action':{'name':'use'},'resource':{'type':'role','id':'X'}}",
                RESOURCE + "|{'action':{'name':'use'},'resource':{'type':'role'}}",
                RESOURCE + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role'}}",
                ACTION + "|{'subject':{'type':'person','id':'x'}}",
                ACTION + "|{'subject':{'type':'person'},'resource':{'type':'role','id':'X'}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'page':[]}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'page':{'limit':-1}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'page':{'limit':1.5}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'page':{'token':7}}",
                SUBJECT
                        + "|{'subject':{'type':'person'},'action':{'name':'use'},'resource':{'type':'role','id':'X'},'page':{'token':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}}"
            })
    void what_is_no_search_answers_400(String path, String body) {
        assertThat(prima.post(path, body.replace('\'', '"')).status()).isEqualTo(400);
    }

    @Test
    void a_token_continues_its_own_search_of_its_own_application_only() {
        for (Person person : List.of(user, world.managed.userOfSubdivision, cpas.candidate)) {
            world.right(person, ROLE);
        }
        String body = people(ROLE, "entity", world.entity());
        Answer first = prima.post(SUBJECT, paged(body, "'limit':2"));
        String token = first.text("/page/next_token");
        assertThat(ids(first)).hasSize(2);
        assertThat(first.at("/page/count").asInt()).isEqualTo(2);
        assertThat(first.body()).startsWith("{\"page\":");

        Answer last = prima.post(SUBJECT, paged(body, "'token':'" + token + "'"));
        assertThat(ids(last)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(last.text("/page/next_token")).isEmpty();
        assertThat(last.at("/page/next_token").isTextual()).isTrue();
        assertThat(ids(prima.post(SUBJECT, paged(body, "'limit':2,'token':'" + token + "'"))))
                .isEqualTo(ids(last));

        List<Answer> refused = List.of(
                prima.post(SUBJECT, paged(body, "'limit':3,'token':'" + token + "'")),
                prima.post(SUBJECT, paged(people("use", "entity", world.entity()), "'token':'" + token + "'")),
                prima.post(SUBJECT, paged(body, "'token':'" + token.substring(1) + "'")),
                prima.post(RESOURCE, paged(resources(user, ROLE, "entity"), "'token':'" + token + "'")),
                world.asker(api, false, ROLE).post(SUBJECT, paged(body, "'token':'" + token + "'")));
        assertThat(refused).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
        Answer nothing = prima.post(SUBJECT, paged(body, "'limit':0"));
        assertThat(ids(nothing)).isEmpty();
        assertThat(nothing.text("/page/next_token")).isNotEmpty();
    }

    /** As many as a country has: whoever keeps the right all the while is listed once, whatever happens to the others. */
    @Test
    void a_hundred_thousand_people_are_listed_while_they_change() {
        UUID quality = cpas.socialAction.id().value();
        List<UUID> crowd = crowd();
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                        select gen_random_uuid(), id, 'HANDIWEB_USER', :quality, '2024-01-01', :basis
                          from unnest(cast(:people as uuid[])) as who (id)""")
                .param("quality", quality)
                .param("basis", UUID.fromString(world.basis()))
                .param("people", crowd.toArray(UUID[]::new))
                .update();
        jdbc.sql("analyze role_assignment").update();
        Collections.shuffle(crowd, new Random(7));
        Set<UUID> revoked = new HashSet<>();
        List<String> found = new ArrayList<>();
        String body = people("HANDIWEB_USER", "entity", world.entity());
        ApiCaller handiweb = world.asker(api, false, "HANDIWEB_USER");
        String page = "'limit':1000";
        do {
            Answer answer = handiweb.post(SUBJECT, paged(body, page));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            found.addAll(ids(answer));
            page = "'token':'" + answer.text("/page/next_token") + "'";
            List<UUID> some = crowd.subList(revoked.size(), revoked.size() + 50);
            jdbc.sql("update role_assignment set valid_until = :now where person_id = any(:some)")
                    .param("now", Timestamp.from(Instant.now()))
                    .param("some", some.toArray(UUID[]::new))
                    .update();
            revoked.addAll(some);
        } while (!page.equals("'token':''"));

        assertThat(found).doesNotHaveDuplicates();
        Set<String> all = Set.copyOf(found);
        assertThat(crowd.stream().filter(one -> !revoked.contains(one)))
                .hasSizeGreaterThan(90_000)
                .allMatch(one -> all.contains(one.toString()));
        remove(crowd, quality);
    }

    /** Without looking for each of them in every table that names people, which takes minutes. */
    private void remove(List<UUID> crowd, UUID quality) {
        var owner = new SingleConnectionDataSource(database.getJdbcUrl(), "postgres", "", true);
        try {
            var direct = new JdbcTemplate(owner);
            direct.execute("set session_replication_role = replica");
            direct.update("delete from role_assignment where quality_id = ?", quality);
            direct.update("delete from person where id = any(?)", (Object) crowd.toArray(UUID[]::new));
        } finally {
            owner.destroy();
        }
    }

    /** Their numbers are none; they go with the test. */
    private List<UUID> crowd() {
        return new ArrayList<>(jdbc.sql("""
                        insert into person (id, niss, last_name, first_name, language)
                        select gen_random_uuid(), 'X' || lpad(n::text, 10, '0'), 'Foule', 'Marie', 'fr'
                          from generate_series(1, 100000) n returning id""").query(UUID.class).list());
    }

    private static String paged(String body, String page) {
        return body.replaceFirst("\\{", "{'page':{" + page + "},");
    }

    private static String people(String action, String type, String id) {
        return "{'subject':{'type':'person'},'action':{'name':'%s'},'resource':{'type':'%s','id':'%s'}}"
                .formatted(action, type, id);
    }

    private static String resources(Person person, String action, String type) {
        return "{'subject':{'type':'person','id':'%s'},'action':{'name':'%s'},'resource':{'type':'%s'}}"
                .formatted(person.id(), action, type);
    }

    /** Of every page: the managers of all other tests are among them. */
    private List<String> all(String body) {
        List<String> found = new ArrayList<>();
        Answer answer = prima.post(SUBJECT, paged(body, "'limit':1000"));
        found.addAll(ids(answer));
        while (!answer.text("/page/next_token").isEmpty()) {
            answer = prima.post(SUBJECT, paged(body, "'token':'" + answer.text("/page/next_token") + "'"));
            found.addAll(ids(answer));
        }
        return found;
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("/results").findValuesAsText("id");
    }

    private static String id(Person person) {
        return person.id().toString();
    }
}
