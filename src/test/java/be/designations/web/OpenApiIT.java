package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.CaseTypes;
import be.designations.forms.Forms;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document that describes the API, and the page about it. */
class OpenApiIT extends WholeApplication {

    private static final Pattern PROBLEM = Pattern.compile("#/components/responses/Problem[45]\\d\\d");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Forms forms;

    @Autowired
    CaseTypes types;

    JsonNode document;

    @BeforeEach
    void read() {
        document = api.get("/v3/api-docs").at("");
    }

    @Test
    void every_operation_of_the_api_is_described_with_its_problems() {
        List<String> described = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (String path : mapping.getPatternValues()) {
                if (!path.startsWith("/api/v1/") || path.startsWith("/api/v1/probe") || path.contains("{step:")) {
                    continue;
                }
                for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                    JsonNode operation =
                            document.path("paths").path(path).path(verb.name().toLowerCase(Locale.ROOT));
                    assertThat(operation.isObject()).as(verb + " " + path).isTrue();
                    assertIsDescribed(verb + " " + path, verb, operation);
                    described.add(verb + " " + path);
                }
            }
        });
        assertThat(described).hasSizeGreaterThan(20);
    }

    @Test
    void every_step_of_a_dossier_is_an_operation() {
        assertThat(types.processes().stream().flatMap(process -> process.steps().stream()))
                .hasSizeGreaterThan(5)
                .allSatisfy(step -> {
                    String path = "/api/v1/dossiers/{number}/" + step.key();
                    assertIsDescribed(
                            path,
                            RequestMethod.POST,
                            document.path("paths").path(path).path("post"));
                });
    }

    private static void assertIsDescribed(String name, RequestMethod verb, JsonNode operation) {
        assertThat(operation.path("summary").asText()).as(name).isNotBlank();
        assertThat(operation.path("description").asText()).as(name).endsWith(".");
        assertThat(operation.path("tags")).as(name).hasSize(1);
        List<String> expected = new ArrayList<>(List.of("400", "401", "403", "406", "500"));
        if (verb != RequestMethod.GET) {
            expected.add("409");
        }
        if (operation.has("requestBody")) {
            expected.add("415");
        }
        JsonNode responses = operation.path("responses");
        assertThat(expected).as(name).allSatisfy(status -> assertThat(
                        responses.path(status).path("$ref").asText())
                .matches(PROBLEM));
        assertThat(responses.fieldNames()).toIterable().as(name).anyMatch(status -> status.startsWith("2"));
    }

    @Test
    void nothing_is_referred_to_that_is_not_there() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void a_body_is_described_by_the_fields_of_its_form() {
        assertDescribes("DpdOpinion", "dpd-opinion");
        assertDescribes("DpdDecision", "dpd-decision");
        assertDescribes("DpdCompletion", "dpd-completion");
        assertDescribes("DpdCompletionRequest", "dpd-completion-request");
        assertDescribes("DpdWithdrawal", "dpd-withdrawal");
        assertDescribes("LocalManagerInstruction", "local-manager-change");
        assertDescribes("ReplacementTie", "replacement-tie");
        assertDescribes("DpdApplicationAnswers", "dpd-application");
        assertThat(document.at("/components/schemas/DpdOpinion/required")).hasSize(2);
        assertThat(document.at("/components/schemas/DpdApplicationAnswers/required")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void steps_of_the_same_address_take_the_body_of_either() {
        JsonNode withdrawal = document.at("/paths/~1api~1v1~1dossiers~1{number}~1withdraw/post");

        assertThat(withdrawal
                        .at("/requestBody/content/application~1json/schema/oneOf")
                        .findValuesAsText("$ref"))
                .containsExactly(
                        "#/components/schemas/DpdWithdrawal",
                        "#/components/schemas/ExtensionWithdrawal",
                        "#/components/schemas/PrincipalManagerWithdrawal",
                        "#/components/schemas/RightRequestEnd");
        assertThat(withdrawal.path("summary").asText()).contains("application", "request");
    }

    @Test
    void examples_of_objects_are_objects_that_have_what_is_required() {
        List<String> shown = new ArrayList<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            JsonNode example = schema.getValue().path("example");
            if (schema.getValue().has("properties") && !example.isMissingNode()) {
                assertThat(example.isObject())
                        .as(schema.getKey() + ": " + example)
                        .isTrue();
                schema.getValue().path("required").forEach(field -> assertThat(example.has(field.asText()))
                        .as(schema.getKey() + " " + field)
                        .isTrue());
                shown.add(schema.getKey());
            }
        });
        assertThat(shown).contains("Designation", "NewPerson", "UserAction");
    }

    private void assertDescribes(String schema, String form) {
        JsonNode properties = document.at("/components/schemas/" + schema + "/properties");
        assertThat(forms.get(form).fields()).allSatisfy(field -> {
            assertThat(properties.path(field.key()).path("type").asText())
                    .as(schema + " " + field)
                    .isNotBlank();
            assertThat(properties.path(field.key()).path("description").asText())
                    .isNotBlank();
        });
    }

    @Test
    void it_says_how_to_sign_in() {
        assertThat(document.at("/components/securitySchemes/signIn/scheme").asText())
                .isEqualTo("basic");
        assertThat(document.path("security")).hasSize(1);
    }

    @Test
    void it_can_be_browsed_under_a_policy_that_takes_scripts_from_here_only() {
        var browser = browsers.fresh();
        var page = browser.follow(browser.get("/swagger-ui.html"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
        assertThat(page.page().select("script:not([src])")).isEmpty();
        assertThat(page.page().select("script[src]").eachAttr("src"))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(browser.get("/swagger-ui/" + script.replace("./", ""))
                                .status())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"fr, Dire qui vous êtes", "nl, Zeggen wie u bent", "de, 'Sagen, wer Sie sind'", "en, Saying who you are"
    })
    void the_page_about_it_is_open_to_everybody_in_four_languages(String language, String heading) {
        var page = browsers.fresh().get("/api?lang=" + language);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h2").eachText()).contains(heading);
        assertThat(page.page().select("a[href=/swagger-ui.html]")).hasSize(1);
    }

    @Test
    void the_example_of_the_page_is_that_of_the_walk_through() throws IOException {
        String walkThrough = Files.readString(Path.of("docs/api-walkthrough.md"));

        assertThat(ApiPageController.steps()).hasSize(7).allSatisfy(step -> assertThat(walkThrough)
                .contains(step));
    }
}
