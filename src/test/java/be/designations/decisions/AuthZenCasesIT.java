package be.designations.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The cases of the public certification scenario of AuthZEN 1.0, and the examples of the specification. The rules of the scenario
 * about properties cannot be had here; those that there are take their place. In the scenario Alice may read and write a record, and Bob may read it: here two roles of an application that needs
 * no level of sign-in, held for an entity.
 */
class AuthZenCasesIT extends WholeApplication {

    private static final String ONE = "/access/v1/evaluation";
    private static final String SEVERAL = "/access/v1/evaluations";

    @Autowired
    Registrations registrations;

    AskingWorld world;
    CpasWorld other;
    Person alice;
    Person bob;
    ApiCaller pep;

    @BeforeEach
    void theFixture() {
        jdbc.sql("""
                        insert into application (code, name_fr, name_nl, name_de, quality_kind, needed_level, domain_code)
                        select 'RECORDS', 'R', 'R', 'R', quality_kind, 0, domain_code from application where code = 'PRIMA_WEB'""").update();
        for (String role : List.of("RECORD_READ", "RECORD_WRITE")) {
            jdbc.sql(
                            "insert into role (code, application_code, name_fr, name_nl, name_de) values (:code, 'RECORDS', 'R', 'R', 'R')")
                    .param("code", role)
                    .update();
        }
        world = new AskingWorld(worlds.managed(), registrations, jdbc);
        other = worlds.cpas();
        alice = world.managed.cpas.user;
        bob = world.managed.userOfSubdivision;
        world.right(alice, "RECORD_READ");
        world.right(alice, "RECORD_WRITE");
        world.right(bob, "RECORD_READ");
        pep = world.asker(api, false, "RECORD_READ", "RECORD_WRITE");
    }

    /** Other tests look at the whole catalogue. */
    @AfterEach
    void theCatalogueAsItWas() {
        for (String table : List.of("role_assignment", "registered_application_role")) {
            jdbc.sql("delete from " + table + " where role_code in ('RECORD_READ', 'RECORD_WRITE')")
                    .update();
        }
        jdbc.sql("delete from role where application_code = 'RECORDS'").update();
        jdbc.sql("delete from application where code = 'RECORDS'").update();
    }

    /** C-2.2: rules 1 to 4, a context, additional properties, unknown fields. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}",
                "true|{'subject':{'type':'user','id':'bob'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
                "false|{'subject':{'type':'user','id':'bob'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}",
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'},'context':{'time':'2025-06-27T18:03-07:00','ip':'192.168.1.1'}}",
                "true|{'subject':{'type':'user','id':'alice','properties':{'department':'Sales','role':'manager'}},'action':{'name':'read','properties':{'method':'GET'}},'resource':{'type':'record','id':'record-1','properties':{'status':'active','owner':'bob'}}}",
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'},'foo':'bar','futureField':{'nested':true}}"
            })
    void an_evaluation_of_the_scenario(boolean expected, String request) {
        for (String path : List.of(ONE, SEVERAL)) {
            Answer answer = pep.with("X-Request-ID", "certification").post(path, here(request));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).hasValue("application/json");
            assertThat(answer.header("X-Request-ID")).hasValue("certification");
            assertThat(answer.at("/decision").isBoolean()).isTrue();
            assertThat(answer.at("/decision").asBoolean()).isEqualTo(expected);
            assertThat(answer.at("/context").isObject()).isTrue();
            assertThat(pep.post(path, here(request)).body()).as("again").isEqualTo(answer.body());
        }
    }

    /** C-3.2 and C-3.4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true false|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'evaluations':[{'resource':{'type':'record','id':'record-1'}},{'resource':{'type':'record','id':'record-2'}}]}",
                "true false|{'subject':{'type':'user','id':'bob'},'resource':{'type':'record','id':'record-1'},'evaluations':[{'action':{'name':'read'}},{'action':{'name':'write'}}]}",
                "true false|{'evaluations':[{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}},{'subject':{'type':'user','id':'bob'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}]}",
                "true false|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'context':{'time':'2025-06-27T18:03-07:00'},'evaluations':[{'resource':{'type':'record','id':'record-1'}},{'resource':{'type':'record','id':'record-2'},'context':{'time':'2025-06-27T19:00-07:00','source':'batch-override'}}]}",
                "true false|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'},'evaluations':[{},{'resource':{'type':'record','id':'record-2'}}]}",
                "true false|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'options':{'evaluations_semantic':'execute_all'},'evaluations':[{'resource':{'type':'record','id':'record-1'}},{}]}"
            })
    void a_batch_of_the_scenario(String expected, String request) {
        Answer answer = pep.post(SEVERAL, here(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/evaluations").findValuesAsText("decision")).containsExactly(expected.split(" "));
        answer.at("/evaluations")
                .forEach(one -> assertThat(one.path("decision").isBoolean()).isTrue());
    }

    /** C-4.2 to C-4.6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject|alice bob|{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
                "subject|alice bob|{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'},'context':{'time':'2025-06-27T18:03-07:00','ip':'192.168.1.1'}}",
                "subject|alice bob|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
                "subject|alice|{'subject':{'type':'user'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}",
                "subject||{'subject':{'type':'spaceship'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
                "resource|record-1|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record'}}",
                "resource|record-1|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record'},'context':{'time':'2025-06-27T18:03-07:00','ip':'192.168.1.1'}}",
                "resource|record-1|{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-2'}}",
                "resource||{'subject':{'type':'user','id':'nonexistent-user'},'action':{'name':'read'},'resource':{'type':'record'}}",
                "action|read write use|{'subject':{'type':'user','id':'alice'},'resource':{'type':'record','id':'record-1'}}",
                "action|read use|{'subject':{'type':'user','id':'bob'},'resource':{'type':'record','id':'record-1'},'context':{'time':'2025-06-27T18:03-07:00'}}",
                "action||{'subject':{'type':'user','id':'nonexistent-user'},'resource':{'type':'record','id':'record-1'}}"
            })
    void a_search_of_the_scenario(String what, String expected, String request) {
        Answer answer = pep.post("/access/v1/search/" + what, here(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/page/next_token").isTextual()).isTrue();
        JsonNode results = answer.at("/results");
        assertThat(results.isArray()).isTrue();
        List<String> wanted = expected == null
                ? List.of()
                : List.of(here(expected.replaceAll("(\\w[\\w-]*)", "'$1'"))
                        .replace("'", "")
                        .split(" "));
        assertThat(results.findValuesAsText(what.equals("action") ? "name" : "id"))
                .containsExactlyInAnyOrderElementsOf(wanted);
        if (!what.equals("action")) {
            String type = what.equals("subject") ? "person" : "entity";
            assertThat(results.findValuesAsText("type")).hasSize(wanted.size()).allMatch(type::equals);
        }
    }

    /**
     * C-2.2.4 to C-2.2.7, as the properties are here: of the resource and of the subject a place or a capacity decides, of the
     * action none does.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1','properties':{'quality':'SOCIAL_ACTION'}}}",
                "false|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1','properties':{'quality':'NSSO_EMPLOYER'}}}",
                "false|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1','properties':{'entity':'record-2'}}}",
                "true|{'subject':{'type':'user','id':'alice','properties':{'entity':'record-1','quality':'SOCIAL_ACTION','capacity':'USER'}},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}",
                "false|{'subject':{'type':'user','id':'alice','properties':{'capacity':'LOCAL_MANAGER'}},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}",
                "false|{'subject':{'type':'user','id':'alice','properties':{'entity':'record-2'}},'action':{'name':'write'},'resource':{'type':'record','id':'record-1'}}",
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'write','properties':{'soft':true}},'resource':{'type':'record','id':'record-1'}}",
                "true|{'subject':{'type':'user','id':'alice'},'action':{'name':'write','properties':{'soft':false,'entity':'record-2'}},'resource':{'type':'record','id':'record-1'}}"
            })
    void a_property_decides_where_it_says_a_place_or_a_capacity(boolean expected, String request) {
        for (String path : List.of(ONE, SEVERAL)) {
            Answer answer = pep.post(path, here(request));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.at("/decision").asBoolean()).as(answer.body()).isEqualTo(expected);
        }
    }

    /** C-3.2.3, C-3.2.4, C-3.2.7: what an evaluation brings replaces the default with its properties. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true false|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'evaluations':[{'resource':{'type':'record','id':'record-1','properties':{'quality':'SOCIAL_ACTION'}}},{'resource':{'type':'record','id':'record-1','properties':{'quality':'NSSO_EMPLOYER'}}}]}",
                "false true|{'resource':{'type':'record','id':'record-1'},'action':{'name':'write'},'evaluations':[{'subject':{'type':'user','id':'alice','properties':{'capacity':'LOCAL_MANAGER'}}},{'subject':{'type':'user','id':'alice','properties':{'capacity':'USER'}}}]}",
                "false true|{'subject':{'type':'user','id':'alice'},'action':{'name':'write'},'resource':{'type':'record','id':'record-1','properties':{'quality':'NSSO_EMPLOYER'}},'evaluations':[{},{'resource':{'type':'record','id':'record-1'}}]}"
            })
    void a_batch_with_properties_of_the_scenario(String expected, String request) {
        Answer answer = pep.post(SEVERAL, here(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/evaluations").findValuesAsText("decision")).containsExactly(expected.split(" "));
    }

    /** C-4.2.4, C-4.3.4, C-4.4.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject|2|{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1','properties':{'quality':'SOCIAL_ACTION'}}}",
                "subject|0|{'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1','properties':{'quality':'NSSO_EMPLOYER'}}}",
                "resource|1|{'subject':{'type':'user','id':'alice','properties':{'entity':'record-1'}},'action':{'name':'read'},'resource':{'type':'record'}}",
                "resource|0|{'subject':{'type':'user','id':'alice','properties':{'entity':'record-2'}},'action':{'name':'read'},'resource':{'type':'record'}}",
                "action|3|{'subject':{'type':'user','id':'alice','properties':{'capacity':'USER'}},'resource':{'type':'record','id':'record-1','properties':{'quality':'SOCIAL_ACTION'}}}",
                "action|0|{'subject':{'type':'user','id':'alice','properties':{'capacity':'LOCAL_MANAGER'}},'resource':{'type':'record','id':'record-1'}}"
            })
    void a_search_with_properties_of_the_scenario(String what, int found, String request) {
        Answer answer = pep.post("/access/v1/search/" + what, here(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/results")).as(answer.body()).hasSize(found);
    }

    /** §5: properties are an object, whosever they are; an odd value of one that decides is no place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'subject':{'type':'user','id':'alice','properties':[]},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}",
                "{'subject':{'type':'user','id':'alice'},'action':{'name':'read','properties':'GET'},'resource':{'type':'record','id':'record-1'}}",
                "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1','properties':7}}",
                "{'subject':{'type':'user','id':'alice'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1','properties':{'quality':{'code':'SOCIAL_ACTION'}}}}",
                "{'subject':{'type':'user','id':'alice','properties':{'capacity':true}},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}"
            })
    void odd_properties_are_refused_wherever_they_are_sent(String request) {
        for (String path : List.of(ONE, SEVERAL, "/access/v1/search/subject", "/access/v1/search/resource")) {
            Answer answer = pep.post(path, here(request));
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("properties");
        }
    }

    /** C-4.5. */
    @Test
    void a_search_page_by_page() {
        String request =
                "{'page':{%s},'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record','id':'record-1'}}";
        Answer first = pep.post("/access/v1/search/subject", here(request.formatted("'limit':1")));
        Answer second = pep.post(
                "/access/v1/search/subject",
                here(request.formatted("'token':'" + first.text("/page/next_token") + "'")));

        assertThat(first.at("/results")).hasSize(1);
        assertThat(first.text("/page/next_token")).isNotEmpty();
        assertThat(second.at("/results")).hasSize(1);
        assertThat(second.at("/page/next_token").isTextual()).isTrue();
        assertThat(second.text("/page/next_token")).isEmpty();
        assertThat(second.text("/results/0/id")).isNotEqualTo(first.text("/results/0/id"));
    }

    /** The requests of the specification itself: their types and actions are none of ours, and each is a request all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'subject':{'type':'user','id':'alice@example.com'},'resource':{'type':'account','id':'123'},'action':{'name':'can_read','properties':{'method':'GET'}},'context':{'time':'1985-10-26T01:22-07:00'}}",
                "{'subject':{'type':'user','id':'alice@example.com','properties':{'department':'Sales','ip_address':'172.217.22.14','device_id':'8:65:ee:17:7e:0b'}},'resource':{'type':'book','id':'123','properties':{'library_record':{'title':'AuthZEN in Action','isbn':'978-0593383322'}}},'action':{'name':'extend-loan','properties':{'period':'2W'}},'context':{'time':'1985-10-26T01:22-07:00','schema':'https://schema.example.com/access-request.schema.json'}}",
                "{'subject':{'type':'user','id':'alice@example.com'},'resource':{'type':'todo','id':'1'},'action':{'name':'can_read'},'context':{'time':'1985-10-26T01:22-07:00'}}"
            })
    void an_example_of_the_specification_is_refused_in_its_form(String request) {
        Answer answer = pep.post(ONE, request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/decision").isBoolean()).isTrue();
        assertThat(answer.at("/decision").asBoolean(true)).isFalse();
        assertThat(answer.text("/context/code")).isEqualTo("unknown-subject-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|{'evaluations':[{'subject':{'type':'user','id':'alice@example.com'},'action':{'name':'can_read'},'resource':{'type':'document','id':'boxcarring.md'},'context':{'time':'2024-05-31T15:22-07:00'}},{'subject':{'type':'user','id':'alice@example.com'},'action':{'name':'can_read'},'resource':{'type':'document','id':'subject-search.md'},'context':{'time':'2024-05-31T15:22-07:00'}},{'subject':{'type':'user','id':'alice@example.com'},'action':{'name':'can_read'},'resource':{'type':'document','id':'resource-search.md'},'context':{'time':'2024-05-31T15:22-07:00'}}]}",
                "3|{'subject':{'type':'user','id':'alice@example.com'},'context':{'time':'2024-05-31T15:22-07:00'},'action':{'name':'can_read'},'evaluations':[{'resource':{'type':'document','id':'boxcarring.md'}},{'resource':{'type':'document','id':'subject-search.md'}},{'action':{'name':'can_edit'},'resource':{'type':'document','id':'resource-search.md'}}]}",
                "1|{'evaluations':[{'resource':{'type':'doc','id':'1'},'subject':{'type':'doc','id':'2'}}],'options':{'evaluations_semantic':'execute_all','another_option':'value'}}",
                "1|{'subject':{'type':'user','id':'alice@example.com'},'action':{'name':'read'},'options':{'evaluations_semantic':'deny_on_first_deny'},'evaluations':[{'resource':{'type':'document','id':'1'}},{'resource':{'type':'document','id':'2'}},{'resource':{'type':'document','id':'3'}}]}",
                "3|{'subject':{'type':'user','id':'alice@example.com'},'action':{'name':'read'},'options':{'evaluations_semantic':'permit_on_first_permit'},'evaluations':[{'resource':{'type':'document','id':'1'}},{'resource':{'type':'document','id':'2'}},{'resource':{'type':'document','id':'3'}}]}"
            })
    void a_batch_of_the_specification_is_answered_in_its_form(int answers, String request) {
        Answer answer = pep.post(SEVERAL, request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/decision").isMissingNode()).isTrue();
        assertThat(answer.at("/evaluations").findValuesAsText("decision"))
                .hasSize(answers)
                .containsOnly("false");
    }

    /** C-2.4.3. */
    @Test
    void a_form_is_no_request() {
        assertThat(pep.with("Content-Type", "application/x-www-form-urlencoded")
                        .send("POST", ONE, BodyPublishers.ofString("subject=alice"))
                        .status())
                .isEqualTo(400);
    }

    /** The scenario's names as they are here. */
    private String here(String request) {
        return request.replace("'user'", "'person'")
                .replace("'alice'", "'" + alice.id() + "'")
                .replace("'bob'", "'" + bob.id() + "'")
                .replace("'record'", "'entity'")
                .replace("'record-1'", "'" + world.entity() + "'")
                .replace("'record-2'", "'" + other.cpas.enterpriseNumber().value() + "'")
                .replace("'read'", "'RECORD_READ'")
                .replace("'write'", "'RECORD_WRITE'");
    }
}
