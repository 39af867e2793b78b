package be.designations.management.api;

import static be.designations.testing.DomainWorld.CUSTOMS;
import static be.designations.testing.DomainWorld.ONEGATE;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.DomainWorld;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The access managers of domains over the API. */
class DomainsApiIT extends WholeApplication {

    DomainWorld world;
    DomainWorld foreign;
    String entity;
    String federal;

    @BeforeEach
    void newWorlds() {
        world = world();
        foreign = world();
        entity = "/api/v1/entities/" + world.cpas.cpas.enterpriseNumber().value();
        federal = "/api/v1/qualities/" + world.federal.id().value();
    }

    private DomainWorld world() {
        return worlds.domains();
    }

    @Test
    void whoever_is_something_in_the_entity_reads_its_domains() {
        Answer answer = api.as(world.cpas.user).get(entity + "/domains");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode finance = domain(answer, "FINANCE");
        assertThat(finance.at("/accessManager/name").asText()).startsWith("Fanny");
        assertThat(finance.at("/coAccessManagers")).hasSize(2);
        assertThat(finance.at("/applications/0").asText()).isEqualTo("CUSTOMS_REGISTRATION");
        assertThat(finance.at("/qualities/0").asText())
                .isEqualTo(world.federal.id().value().toString());
        JsonNode mobility = domain(answer, "MOBILITY");
        assertThat(mobility.has("accessManager")).isFalse();
        assertThat(mobility.at("/applications")).isEmpty();
        assertThat(api.as(foreign.accessManager).get(entity + "/domains").status())
                .isEqualTo(404);
    }

    @Test
    void the_principal_manager_puts_an_access_manager_in_the_place_of_another() {
        String address = entity + "/domains/FINANCE/access-manager";
        Answer candidate = api.as(world.cpas.principalManager).post(address + "/candidates", number(world.colleague));
        assertThat(candidate.text("/replaces")).isEqualTo(world.accessManagerId.toString());

        Answer put = api.as(world.cpas.principalManager).put(address, number(world.colleague));

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.text("/kind/code")).isEqualTo("ACCESS_MANAGER");
        assertThat(put.text("/domain/code")).isEqualTo("FINANCE");
        assertThat(api.as(world.accessManager).get(federal).status()).isEqualTo(404);
        Answer me = api.as(world.colleague).get("/api/v1/me");
        assertThat(me.text("/capacities/0/domain/code")).isEqualTo("FINANCE");
    }

    @Test
    void who_rises_confirms_that_the_lower_place_is_left() {
        String address = entity + "/domains/FINANCE/access-manager";
        String relationship =
                "'relationship': {'category': 'EXTERNAL', 'email': 'x@test.example', 'phone': '+3281000000'}";
        String niss = "'niss': '" + world.coAccessManager.niss().value() + "', " + relationship;

        assertThat(api.as(world.cpas.principalManager)
                        .put(address, "{" + niss + "}")
                        .issues())
                .containsExactly("confirmRemoval: management.removal-not-confirmed");
        assertThat(api.as(world.cpas.principalManager)
                        .put(address, "{" + niss + ", 'confirmRemoval': true}")
                        .status())
                .isEqualTo(200);
        assertThat(domain(api.as(world.cpas.user).get(entity + "/domains"), "FINANCE")
                        .at("/coAccessManagers"))
                .hasSize(1);
    }

    @Test
    void an_access_manager_names_co_managers_of_the_own_domain_only() {
        Answer added = api.as(world.accessManager)
                .post(entity + "/domains/FINANCE/co-access-managers", number(world.colleague));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String responsibility = added.header("Location").orElseThrow().replaceFirst(".*/api", "/api");
        assertThat(api.as(world.accessManager)
                        .post(responsibility + "/block", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(api.as(world.coAccessManager)
                        .post(responsibility + "/removal", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(api.as(foreign.accessManager).get(responsibility).status()).isEqualTo(404);
        for (Person other : new Person[] {world.coAccessManager, world.otherAccessManager, world.cpas.localManager}) {
            assertThat(api.as(other)
                            .post(entity + "/domains/FINANCE/co-access-managers", number(world.cpas.candidate))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api.as(foreign.accessManager)
                        .post(entity + "/domains/FINANCE/co-access-managers", number(world.colleague))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_domain_that_there_is_not_is_refused_at_its_field() {
        assertThat(api.as(world.cpas.principalManager)
                        .put(entity + "/domains/WEATHER/access-manager", number(world.colleague))
                        .issues())
                .containsExactly("domain: management.domain-unknown");
    }

    @Test
    void an_access_manager_adds_a_user_with_a_role_of_the_domain_and_none_without() {
        String person = "'niss': '" + world.colleague.niss().value() + "'";

        assertThat(api.as(world.accessManager)
                        .post(federal + "/users", "{" + person + "}")
                        .issues())
                .containsExactly("roles: management.no-application-ticked");
        assertThat(api.as(world.accessManager)
                        .post(federal + "/users", "{" + person + ", 'roles': ['" + ONEGATE + "']}")
                        .issues())
                .containsExactly("roles: management.role-outside-domain");
        Answer added =
                api.as(world.accessManager).post(federal + "/users", "{" + person + ", 'roles': ['" + CUSTOMS + "']}");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(access.rights(world.federal.id(), world.colleague.id(), Instant.now()))
                .containsExactly(CUSTOMS);
        assertThat(api.as(world.accessManager)
                        .get(federal + "/grantable-roles")
                        .at("/items")
                        .findValuesAsText("code"))
                .containsExactly(CUSTOMS);
        assertThat(api.as(world.cpas.principalManager)
                        .get(federal + "/grantable-roles")
                        .at("/items")
                        .findValuesAsText("code"))
                .contains(CUSTOMS, ONEGATE);
    }

    @Test
    void a_role_outside_the_domain_is_refused_by_name() {
        Answer answer = api.as(world.accessManager)
                .post(
                        federal + "/user-actions",
                        "{'action': 'REMOVE_APPLICATIONS', 'people': ['" + world.federalUser.id() + "'], 'roles': ['"
                                + ONEGATE + "']}");

        assertThat(answer.issues()).containsExactly("roles: management.role-outside-domain");
        assertThat(answer.body()).contains("Onegate Admin");
        assertThat(access.rights(world.federal.id(), world.federalUser.id(), Instant.now()))
                .contains(ONEGATE);
    }

    private static JsonNode domain(Answer answer, String code) {
        return StreamSupport.stream(answer.at("/items").spliterator(), false)
                .filter(item -> item.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String number(Person person) {
        return "{'niss': '" + person.niss().value() + "'}";
    }
}
