package be.designations.catalogue.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Person;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue over HTTP: everybody reads, agents of the support desk write. */
class CatalogueApiIT extends WholeApplication {

    private static final String APPLICATIONS = "/api/v1/catalogue/applications";
    private static final String ROLES = "/api/v1/catalogue/roles";
    private static final String NAME = "'name': {'fr': 'Essai', 'nl': 'Proef', 'de': 'Versuch'}";

    CpasWorld world;
    Person agent;
    String code;

    @BeforeEach
    void newWorld() {
        world = worlds.cpas();
        agent = world.supportAgent("Suzanne");
        code = ("A_" + Long.toString(System.nanoTime(), 36)).toUpperCase(Locale.ROOT);
    }

    @Test
    void whoever_is_signed_in_reads_it() {
        assertThat(api.as(world.user).get(APPLICATIONS).at("/items").findValuesAsText("code"))
                .contains("PRIMA_WEB", "IRIS");
        assertThat(api.as(world.user)
                        .get(APPLICATIONS + "?quality=SOCIAL_SECURITY")
                        .at("/items")
                        .findValuesAsText("code"))
                .contains("DESIGNATIONS")
                .doesNotContain("PRIMA_WEB");
        Answer iris = api.as(world.user).get(APPLICATIONS + "/IRIS");
        assertThat(iris.at("/neededLevel").intValue()).isEqualTo(500);
        assertThat(iris.text("/quality/code")).isEqualTo("SOCIAL_ACTION");

        Answer role = api.as(world.user).with("Accept-Language", "nl-BE").get(ROLES + "/PRIMA_WEB_CONFIGURATION");
        assertThat(role.text("/name/nl")).isEqualTo("Beheer Primaweb (Configuratie OCMW)");
        assertThat(role.text("/alsoOpens/0")).isEqualTo("MUTATION_TYPES");
        assertThat(role.at("/longestMonths").intValue()).isEqualTo(48);
        assertThat(role.text("/onlyFor/text")).isEqualTo("De OCMW’s");
        assertThat(api.as(world.user).get(ROLES + "?quality=SOCIAL_ACTION").at("/items"))
                .hasSizeGreaterThanOrEqualTo(18);

        assertThat(api.get(APPLICATIONS).status()).isEqualTo(401);
        assertThat(api.as(world.user).get(ROLES + "/NOWHERE").status()).isEqualTo(404);
        assertThat(api.as(world.user).get(ROLES + "?quality=NONE").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /applications",
        "PUT, /applications/PRIMA_WEB",
        "POST, /applications/PRIMA_WEB/retirement",
        "POST, /applications/PRIMA_WEB/return",
        "POST, /domains",
        "PUT, /domains/FINANCE",
        "POST, /domains/FINANCE/retirement",
        "POST, /domains/FINANCE/return",
        "POST, /roles",
        "PUT, /roles/SOCIAL_WORKER",
        "POST, /roles/SOCIAL_WORKER/retirement",
        "POST, /roles/SOCIAL_WORKER/return"
    })
    void nobody_but_agents_writes(String method, String path) {
        String json = path.contains("/ret")
                ? "{'version': 1}"
                : path.startsWith("/domains")
                        ? "{" + (method.equals("PUT") ? "'version': 1" : "'code': '" + code + "'") + ", " + NAME + "}"
                        : path.startsWith("/roles")
                                ? "{" + (method.equals("PUT") ? "'version': 1" : "'code': '" + code + "'")
                                        + ", 'application': 'PRIMA_WEB', " + NAME + "}"
                                : "{" + (method.equals("PUT") ? "'version': 1" : "'code': '" + code + "'") + ", " + NAME
                                        + ", 'quality': 'SOCIAL_ACTION', 'domain': 'FINANCE', 'neededLevel': 400}";
        for (Person other : List.of(world.principalManager, world.localManager, world.reviewer, world.approver)) {
            Answer answer = api.as(other).call(method, "/api/v1/catalogue" + path, json);
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.text("/code")).isEqualTo("catalogue.not-a-support-agent");
        }
        assertThat(api.as(agent).get(ROLES + "/SOCIAL_WORKER").at("/version").intValue())
                .isEqualTo(1);
        assertThat(api.as(agent).get(ROLES + "/" + code).status()).isEqualTo(404);
    }

    /** D20 */
    @Test
    void an_agent_makes_roles_exclude_each_other_and_hears_who_has_both() {
        String reads = code + "_A";
        String writes = code + "_B";
        api.as(agent).post(APPLICATIONS, application("'code': '" + code + "'", 450));
        String role = "'application': '" + code + "', " + NAME;
        for (String one : List.of(reads, writes)) {
            assertThat(api.as(agent)
                            .post(ROLES, "{'code': '" + one + "', " + role + "}")
                            .status())
                    .isEqualTo(201);
            world.giveRight(world.user, one, world.socialAction.id());
        }
        assertThat(conflicts(reads)).isEmpty();

        Answer changed =
                api.as(agent).put(ROLES + "/" + reads, "{'version': 1, 'excludes': ['" + writes + "'], " + role + "}");

        assertThat(changed.text("/excludes/0")).as(changed.body()).isEqualTo(writes);
        Answer other = api.as(agent).get(ROLES + "/" + writes);
        assertThat(other.text("/excludes/0")).isEqualTo(reads);
        assertThat(other.at("/version").intValue()).isEqualTo(2);
        assertThat(conflicts(reads)).containsExactly(world.user.displayName());
        assertThat(conflicts(writes)).containsExactly(world.user.displayName());
        String quality = "/api/v1/qualities/" + world.socialAction.id().value();
        assertThat(api.as(world.localManager).get(quality + "/grantable-roles").body())
                .contains("\"excludes\":[\"" + writes + "\"]");
        Person reader = world.person("Lise");
        world.give(reader, ResponsibilityKind.USER, world.socialAction.id());
        world.giveRight(reader, reads, world.socialAction.id());
        assertThat(api.as(world.localManager)
                        .post(
                                quality + "/user-actions",
                                "{'action': 'ADD_APPLICATIONS', 'roles': ['" + writes + "'], 'people': ['" + reader.id()
                                        + "']}")
                        .text("/people/0/why/code"))
                .isEqualTo("management.role-excluded");

        Answer kept = api.as(agent).put(ROLES + "/" + reads, "{'version': 2, 'takesContext': true, " + role + "}");
        assertThat(kept.text("/excludes/0"))
                .as("who knows nothing of it takes nothing away")
                .isEqualTo(writes);
        assertThat(api.as(agent)
                        .put(ROLES + "/" + reads, "{'version': 3, 'excludes': ['" + reads + "'], " + role + "}")
                        .issues())
                .containsExactly("excludes: catalogue.excludes-itself");
        api.as(agent).put(ROLES + "/" + writes, "{'version': 2, 'excludes': [], " + role + "}");
        assertThat(api.as(agent).get(ROLES + "/" + reads).at("/excludes")).isEmpty();
        assertThat(conflicts(reads)).isEmpty();
    }

    @Test
    void only_agents_read_who_has_both() {
        for (Person other : List.of(world.principalManager, world.localManager, world.reviewer, world.approver)) {
            assertThat(api.as(other).get("/api/v1/support/duty-conflicts").status())
                    .isEqualTo(403);
        }
        assertThat(api.as(agent).get("/api/v1/support/duty-conflicts?role=x'--").status())
                .isEqualTo(400);
        assertThat(api.as(agent).get("/api/v1/support/duty-conflicts?after=x").status())
                .isEqualTo(400);
    }

    private List<String> conflicts(String role) {
        Answer answer = api.as(agent).get("/api/v1/support/duty-conflicts?role=" + role);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        answer.at("/items").forEach(line -> names.add(line.path("name").asText()));
        return names;
    }

    @Test
    void an_agent_adds_changes_retires_and_brings_back() {
        Answer added = api.as(agent).post(APPLICATIONS, application("'code': '" + code + "'", 450));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location").orElseThrow()).endsWith(APPLICATIONS + "/" + code);
        assertThat(api.as(agent)
                        .post(APPLICATIONS, application("'code': '" + code + "'", 450))
                        .status())
                .isEqualTo(200);

        String role = "'application': '" + code + "', 'alsoOpens': ['MATCH_IT'], 'onlyFor': 'CPAS', " + NAME;
        assertThat(api.as(agent)
                        .post(ROLES, "{'code': '" + code + "', 'longestMonths': 6, " + role + "}")
                        .status())
                .isEqualTo(201);
        Answer changed = api.as(agent).put(ROLES + "/" + code, "{'version': 1, 'takesContext': true, " + role + "}");
        assertThat(changed.at("/version").intValue()).isEqualTo(2);
        assertThat(changed.at("/longestMonths").isMissingNode()).isTrue();
        assertThat(changed.at("/takesContext").booleanValue()).isTrue();
        assertThat(changed.text("/alsoOpens/0")).isEqualTo("MATCH_IT");

        assertThat(api.as(agent)
                        .post(ROLES + "/" + code + "/retirement", "{'version': 2}")
                        .at("/retired")
                        .booleanValue())
                .isTrue();
        assertThat(api.as(agent)
                        .post(ROLES + "/" + code + "/return", "{'version': 3}")
                        .at("/retired")
                        .booleanValue())
                .isFalse();
        assertThat(api.as(agent)
                        .post(APPLICATIONS + "/" + code + "/retirement", "{'version': 1}")
                        .at("/version")
                        .intValue())
                .isEqualTo(2);
        assertThat(api.as(agent)
                        .post(APPLICATIONS + "/" + code + "/return", "{'version': 2}")
                        .at("/version")
                        .intValue())
                .isEqualTo(3);
        assertThat(api.as(agent)
                        .put(APPLICATIONS + "/" + code, application("'version': 3", 500))
                        .at("/neededLevel")
                        .intValue())
                .isEqualTo(500);
    }

    @Test
    void an_agent_keeps_the_domains() {
        String domains = "/api/v1/catalogue/domains";
        assertThat(api.as(world.user).get(domains).at("/items").findValuesAsText("code"))
                .containsSubsequence("SOCIAL_SECURITY", "FINANCE", "MOBILITY", "ECONOMY", "EMPLOYMENT");

        Answer added = api.as(agent).post(domains, "{'code': '" + code + "', " + NAME + "}");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location").orElseThrow()).endsWith(domains + "/" + code);
        assertThat(api.as(agent)
                        .post(domains, "{'code': '" + code + "', " + NAME + "}")
                        .status())
                .isEqualTo(200);
        assertThat(api.as(agent)
                        .put(domains + "/" + code, "{'version': 1, 'name': {'fr': 'A', 'nl': 'B', 'de': 'C'}}")
                        .text("/name/nl"))
                .isEqualTo("B");
        assertThat(api.as(agent)
                        .post(domains + "/" + code + "/retirement", "{'version': 2}")
                        .at("/retired")
                        .booleanValue())
                .isTrue();
        assertThat(api.as(agent)
                        .post(domains + "/" + code + "/return", "{'version': 3}")
                        .at("/version")
                        .intValue())
                .isEqualTo(4);
        api.as(agent).post(domains + "/" + code + "/retirement", "{'version': 4}");
        Answer full = api.as(agent).post(domains + "/FINANCE/retirement", "{'version': 1}");
        assertThat(full.status()).isEqualTo(400);
        assertThat(full.issues()).containsExactly(": catalogue.domain-has-applications");
        assertThat(api.as(agent).get(domains + "/NO_SUCH").status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_told_field_by_field() {
        Answer answer = api.as(agent)
                .post(
                        APPLICATIONS,
                        "{'code': 'x', 'name': {'fr': 'Essai', 'de': ''}, 'description': {'fr': 'Texte'}, 'neededLevel': 42}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.issues())
                .containsExactlyInAnyOrder(
                        "code: catalogue.code",
                        "name.nl: catalogue.name-required",
                        "name.de: catalogue.name-required",
                        "description.nl: catalogue.description-incomplete",
                        "description.de: catalogue.description-incomplete",
                        "quality: catalogue.quality-required",
                        "domain: catalogue.domain-required",
                        "neededLevel: catalogue.level");
    }

    @Test
    void what_cannot_be_read_is_told_too() {
        for (String wrong : List.of(
                "'neededLevel': '400'",
                "'quality': 'NONE'",
                "'name': 'Essai'",
                "'name': {'fr': 1}",
                "'name': {'en': 'Trial'}",
                "'unknown': 1")) {
            Answer answer = api.as(agent).post(APPLICATIONS, "{'code': '" + code + "', " + wrong + "}");
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.issues()).as(wrong).hasSize(1);
            assertThat(answer.text("/issues/0/code")).startsWith("api.");
        }
        assertThat(api.as(agent)
                        .post(ROLES, "{'code': 'XX', 'application': 'IRIS', 'alsoOpens': 'MATCH_IT'}")
                        .issues())
                .containsExactly("alsoOpens: api.unreadable");
    }

    @Test
    void a_version_that_is_past_is_a_conflict() {
        api.as(agent).post(APPLICATIONS, application("'code': '" + code + "'", 450));
        api.as(agent).put(APPLICATIONS + "/" + code, application("'version': 1", 400));

        Answer late = api.as(agent).put(APPLICATIONS + "/" + code, application("'version': 1", 500));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/code")).isEqualTo("catalogue.changed-meanwhile");
    }

    private static String application(String first, int level) {
        return "{" + first + ", " + NAME + ", 'quality': 'SOCIAL_ACTION', 'domain': 'FINANCE', 'neededLevel': " + level
                + "}";
    }
}
