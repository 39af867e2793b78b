package be.designations.principalmanager;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Person;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.SampleFiles;
import be.designations.testing.TestRegister;
import be.designations.testing.TestRegister.Mood;
import be.designations.testing.WholeApplication;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The designation over HTTP: what is answered to whom, in which language, and what changes nothing. */
class PrincipalManagerApiIT extends WholeApplication {

    private static final String SELF =
            "{'manager': {'who': 'SELF', 'email': 'direction@alpha.example', 'phone': '02 123 45 67'}}";

    @Autowired
    private TestRegister register;

    private EnterpriseWorld world;
    private String address;

    @BeforeEach
    void anEnterprise() {
        world = worlds.enterprise();
        address = "/api/v1/enterprises/" + world.enterprise.enterpriseNumber().value() + "/principal-manager";
    }

    @Test
    void a_representative_designates_in_three_calls() {
        ApiCaller director = api.as(world.director);
        Answer situation = director.get(address);
        assertThat(situation.status()).isEqualTo(200);
        assertThat(situation.text("/recognition/code")).isEqualTo("RECOGNISED");
        assertThat(situation.text("/enterprise/name/fr")).isEqualTo("Alpha");
        assertThat(situation.at("/principalManager").isMissingNode()).isTrue();
        assertThat(director.put(address + "/draft", SELF).status()).isEqualTo(200);

        Answer sent = director.post(address, "{'confirmed': true, 'replaces': null}");

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("/status/code")).isEqualTo("DESIGNATED");
        assertThat(sent.text("/dossier")).matches("GAP-\\d{4}-\\d{5}");
        assertThat(sent.header("Location").orElseThrow()).endsWith(sent.text("/dossier"));
        assertThat(director.get(address).text("/principalManager/name")).isEqualTo(world.director.displayName());
    }

    @Test
    void what_is_not_confirmed_is_not_sent() {
        ApiCaller director = api.as(world.director);
        director.put(address + "/draft", SELF);

        assertThat(director.post(address, "{'confirmed': false}").status()).isEqualTo(400);
        assertThat(director.post(address, "{}").status()).isEqualTo(400);
        assertThat(world.count("case_file")).isZero();
    }

    @Test
    void wrong_answers_are_told_at_their_field_in_the_language_asked_for() {
        ApiCaller director = api.as(world.director).with("Accept-Language", "nl");
        Answer refused = director.put(
                address + "/draft", "{'manager': {'who': 'OTHER', 'niss': '81050103521', 'email': 'x', 'phone': '1'}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.issues()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(refused.header("Content-Language").orElseThrow()).startsWith("nl");
        assertThat(director.get(address).at("/draft").booleanValue()).isFalse();
    }

    @Test
    void numbers_that_are_none_are_named_for_what_they_are() {
        String unit = EstablishmentUnitNumber.withCheckDigits(29_999_997).value();

        assertThat(api.as(world.director).get(path(unit)).issues())
                .containsExactly("enterpriseNumber: principalmanager.number-of-establishment-unit");
        assertThat(api.as(world.director).get(path("0999000031")).issues())
                .containsExactly("enterpriseNumber: principalmanager.number-unreadable");
        world.stop(LocalDate.of(2025, 12, 31));
        assertThat(api.as(world.director).get(address))
                .satisfies(stopped -> assertThat(stopped.issues())
                        .containsExactly("enterpriseNumber: principalmanager.enterprise-stopped"))
                .satisfies(stopped -> assertThat(stopped.body()).contains("31/12/2025"));
    }

    @Test
    void who_comes_second_is_answered_with_a_conflict_that_names_the_first() {
        api.as(world.director).put(address + "/draft", SELF);
        api.as(world.otherDirector).put(address + "/draft", SELF);
        api.as(world.director).post(address, "{'confirmed': true, 'replaces': null}");

        Answer second = api.as(world.otherDirector).post(address, "{'confirmed': true, 'replaces': null}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/handledBy")).isEqualTo(world.director.displayName());
    }

    @Test
    void whoever_is_not_recognised_sends_documents_and_support_decides() {
        Person support = support();
        ApiCaller stranger = api.as(world.stranger);
        assertThat(stranger.get(address).text("/recognition/code")).isEqualTo("NO_FUNCTION");
        stranger.put(
                address + "/draft",
                SELF.substring(0, SELF.length() - 1)
                        + ", 'mandate': {'ground': 'FOREIGN_COMPANY', 'explanation': 'Succursale'}}");
        assertThat(stranger.post(address, "{'confirmed': true}").issues())
                .containsExactly("files: principalmanager.no-document");
        Answer document = stranger.upload(address + "/draft/documents", "statuts.pdf", SampleFiles.pdf());
        assertThat(document.status()).isEqualTo(201);

        Answer sent = stranger.post(address, "{'confirmed': true}");

        assertThat(sent.text("/status/code")).isEqualTo("AWAITING_VERIFICATION");
        String dossier = "/api/v1/dossiers/" + sent.text("/dossier");
        String file = "/api/v1/documents/" + document.text("/id");
        assertThat(stranger.post(dossier + "/verification", "{'decision': 'ACCEPT'}")
                        .status())
                .isEqualTo(403);
        assertThat(api.as(worlds.enterprise().director).get(dossier).status()).isEqualTo(404);
        assertThat(api.as(world.director).get(file).status()).isEqualTo(404);
        assertThat(api.as(support).get(file).status()).isEqualTo(200);
        assertThat(api.as(support)
                        .post(dossier + "/verification", "{'decision': 'REFUSE'}")
                        .issues())
                .containsExactly("reason: required");

        assertThat(api.as(support)
                        .post(dossier + "/verification", "{'decision': 'ACCEPT'}")
                        .issues())
                .containsExactly("version: casework.version-needed");
        int version = api.as(support).get(dossier).at("/version").asInt();
        Answer verified =
                api.as(support).post(dossier + "/verification", "{'decision': 'ACCEPT', 'version': " + version + "}");

        assertThat(verified.text("/status/code")).isEqualTo("DESIGNATED");
        assertThat(api.as(support)
                        .post(dossier + "/verification", "{'decision': 'ACCEPT'}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_silent_register_makes_the_request_wait_until_it_is_taken_back() {
        register.is(Mood.DOWN, world.enterprise.enterpriseNumber());
        ApiCaller director = api.as(world.director);
        assertThat(director.get(address).text("/recognition/code")).isEqualTo("REGISTER_SILENT");
        director.put(address + "/draft", SELF);
        Answer waiting = director.post(address, "{'confirmed': true}");
        register.answers(world.enterprise.enterpriseNumber());
        assertThat(waiting.text("/status/code")).isEqualTo("AWAITING_REGISTER");
        String dossier = "/api/v1/dossiers/" + waiting.text("/dossier");

        assertThat(api.as(world.otherDirector).post(dossier + "/withdraw", "{}").status())
                .isEqualTo(403);
        Answer withdrawn = director.post(dossier + "/withdraw", "{'reason': 'Erreur'}");

        assertThat(withdrawn.text("/status/code")).isEqualTo("WITHDRAWN");
    }

    @Test
    void the_enterprises_of_a_representative_are_listed() {
        assertThat(api.as(world.director).get("/api/v1/enterprises/represented").text("/items/0/enterpriseNumber"))
                .isEqualTo(world.enterprise.enterpriseNumber().value());
        assertThat(api.as(world.stranger).get("/api/v1/enterprises/represented").at("/items"))
                .isEmpty();
    }

    @Test
    void support_asks_who_manages_an_entity_now_and_before() {
        CpasWorld cpas = worlds.cpas();
        String enquiry =
                "/api/v1/support/entities/" + cpas.cpas.enterpriseNumber().value() + "/managers";
        String cpasAddress = path(cpas.cpas.enterpriseNumber().value());
        api.as(cpas.head).put(cpasAddress + "/draft", SELF);
        String replaced = api.as(cpas.head).get(cpasAddress).text("/principalManager/responsibility");
        api.as(cpas.head).post(cpasAddress, "{'confirmed': true, 'replaces': '" + replaced + "'}");
        Person support = support();

        Answer now = api.as(support).get(enquiry);
        Answer before = api.as(support).get(enquiry + "?before=true");

        assertThat(now.at("/items").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        cpas.head.displayName(),
                        cpas.coPrincipalManager.displayName(),
                        cpas.localManager.displayName());
        assertThat(now.text("/items/0/responsibility/code")).isEqualTo("PRINCIPAL_ACCESS_MANAGER");
        assertThat(now.text("/items/0/dossier")).startsWith("GAP-");
        assertThat(before.at("/items").findValuesAsText("name")).contains(cpas.principalManager.displayName());
        assertThat(api.as(support).get(enquiry + "?size=1").at("/items")).hasSize(1);
        assertThat(api.as(cpas.head).get(enquiry).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from audit_event where operation = 'access.managers-enquired'"
                                + " and subject_id = :id")
                        .param("id", cpas.cpas.id().value().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void nobody_reads_anything_without_signing_in() {
        assertThat(api.get(address).status()).isEqualTo(401);
        assertThat(api.get("/api/v1/enterprises/represented").status()).isEqualTo(401);
    }

    private static String path(String number) {
        return "/api/v1/enterprises/" + number + "/principal-manager";
    }

    private Person support() {
        return worlds.cpas().supportAgent("Sophie");
    }
}
