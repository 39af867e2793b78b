package be.designations.management.api;

import static be.designations.testing.DomainWorld.CUSTOMS;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.DomainWorld;
import be.designations.testing.WholeApplication;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Granting by entity as other programs do it. */
class GrantsApiIT extends WholeApplication {

    private DomainWorld world;
    private String entity;
    private Person manager;

    @BeforeEach
    void makeTheWorld() {
        world = worlds.domains();
        entity = "/api/v1/entities/" + world.cpas.cpas.enterpriseNumber().value();
        manager = world.cpas.principalManager;
    }

    @Test
    void a_preview_says_what_granting_would_come_to_and_granting_does_it() {
        String body = "{'people': ['%s', '%s'], 'roles': ['%s'], 'reason': 'Équipe', 'preview': %s}";
        UUID colleague = world.colleague.id().value();
        UUID unknown = UUID.randomUUID();

        Answer preview = api.as(manager).post(entity + "/grants", body.formatted(colleague, unknown, CUSTOMS, true));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.at("/preview").booleanValue()).isTrue();
        assertThat(preview.text("/people/0/outcome")).isEqualTo("DONE");

        Answer done = api.as(manager).post(entity + "/grants", body.formatted(colleague, unknown, CUSTOMS, false));
        assertThat(done.text("/people/0/name")).isEqualTo(world.colleague.displayName());
        assertThat(done.text("/people/1/outcome")).isEqualTo("REFUSED");
        assertThat(done.text("/people/1/why/code")).isEqualTo("management.not-of-the-entity");
        assertThat(done.at("/people/1/name").isMissingNode()).isTrue();

        Answer again = api.as(manager).post(entity + "/grants", body.formatted(colleague, unknown, CUSTOMS, false));
        assertThat(again.text("/people/0/outcome")).isEqualTo("NEEDLESS");

        Answer back = api.as(manager)
                .post(entity + "/revocations", "{'people': ['%s'], 'roles': ['%s']}".formatted(colleague, CUSTOMS));
        assertThat(back.text("/people/0/roles/0")).isEqualTo(CUSTOMS);
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_is_done() {
        Answer wrong = api.as(manager)
                .post(
                        entity + "/grants",
                        "{'people': ['%s'], 'roles': ['MATCH_IT_READER'], 'firstDay': '2020-01-01', 'lastDay': '2019-01-01'}"
                                .formatted(world.colleague.id().value()));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.issues())
                .anySatisfy(issue -> assertThat(issue).contains("context"))
                .anySatisfy(issue -> assertThat(issue).contains("firstDay"));
        assertThat(api.as(manager)
                        .post(entity + "/grants", "{'people': ['x'], 'roles': [], 'colour': 'red'}")
                        .status())
                .isEqualTo(400);
    }

    /** D65: added as on the page, and told; by who grants there, once. */
    @Test
    void somebody_is_added_by_number_once_by_who_grants_there() {
        Person newcomer = world.cpas.person("Noor");
        String body =
                "{'niss': '%s', 'relationship': {'category': '%s', 'email': 'noor@test.example', 'phone': '02 123 45 67'%s}%s}";
        String number = newcomer.niss().value();

        for (Person foreign : List.of(world.colleague, world.cpas.person("Étienne"))) {
            assertThat(api.as(foreign)
                            .post(entity + "/people", body.formatted(number, "PERMANENT", "", ""))
                            .status())
                    .as(foreign.displayName())
                    .isIn(403, 404);
        }
        assertThat(api.as(manager)
                        .post(
                                entity + "/people",
                                body.formatted(
                                        number, "PERMANENT", ", 'lastDay': '2020-01-01'", ", 'firstDay': '2020-01-01'"))
                        .issues())
                .anySatisfy(issue -> assertThat(issue).contains("firstDay"));
        assertThat(api.as(manager)
                        .post(entity + "/people", "{'niss': '%s'}".formatted(number))
                        .issues())
                .anySatisfy(issue -> assertThat(issue).contains("relationship"));

        Answer added = api.as(manager)
                .post(entity + "/people", body.formatted(number, "PERMANENT", "", ", 'reason': 'Renfort'"));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("/tie/code")).isEqualTo("PERMANENT");
        assertThat(added.body()).doesNotContain(number);
        assertThat(api.as(manager)
                        .get(entity + "/people/" + added.text("/id") + "/relationships")
                        .text("/items/0/reason"))
                .isEqualTo("Renfort");
        assertThat(mails.to(newcomer.id())).extracting(mail -> mail.kind()).containsExactly("relationship-added");

        Answer again = api.as(manager).post(entity + "/people", body.formatted(number, "PERMANENT", "", ""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("management.tied-already");
    }

    @Test
    void people_and_roles_are_listed_for_who_grants_there_and_are_unknown_to_others() {
        Answer people = api.as(manager).get(entity + "/people?q=cl%C3%A9ment&size=1&sort=END");
        assertThat(people.status()).as(people.body()).isEqualTo(200);
        assertThat(people.text("/items/0/id"))
                .isEqualTo(world.colleague.id().value().toString());
        assertThat(people.text("/items/0/tie/code")).isEqualTo("OFFICIAL");
        assertThat(people.body()).doesNotContain(world.colleague.niss().value());
        assertThat(api.as(manager)
                        .get(entity + "/people?q=" + world.colleague.niss().value())
                        .status())
                .as("a number stands in no address")
                .isEqualTo(400);
        Answer first = api.as(manager).get(entity + "/people?size=1");
        assertThat(first.text("/next")).endsWith("size=1&after=1");
        assertThat(api.as(manager).get(entity + "/grantable-roles").body()).contains(CUSTOMS);

        for (String path : new String[] {"/people", "/grantable-roles"}) {
            assertThat(api.as(world.cpas.candidate).get(entity + path).status()).isEqualTo(404);
            assertThat(api.as(world.federalUser).get(entity + path).status()).isEqualTo(403);
        }
        assertThat(api.as(worlds.cpas().principalManager)
                        .post(
                                entity + "/grants",
                                "{'people': ['%s'], 'roles': ['%s']}"
                                        .formatted(world.colleague.id().value(), CUSTOMS))
                        .status())
                .isEqualTo(404);
    }
}
