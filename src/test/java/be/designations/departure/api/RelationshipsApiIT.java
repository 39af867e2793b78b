package be.designations.departure.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.directory.Person;
import be.designations.directory.WorkingRelationship;
import be.designations.testing.ApiCaller;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationshipsApiIT extends WholeApplication {

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);

    private ManagedWorld world;
    private Person user;
    private WorkingRelationship tie;
    private String ofPerson;
    private String address;

    @BeforeEach
    void aUserWithARelationship() {
        world = worlds.managed();
        user = world.userOfSubdivision;
        tie = directory.relationships(List.of(user.id()), world.cpas.cpas.id()).get(0);
        ofPerson = "/api/v1/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/people/" + user.id()
                + "/relationships";
        address = "/api/v1/relationships/" + tie.id();
    }

    @Test
    void relationships_are_listed_and_one_more_is_added() {
        ApiCaller manager = api.as(world.cpas.principalManager);
        assertThat(manager.get(ofPerson).at("/items")).hasSize(1);
        assertThat(manager.get(ofPerson).text("/items/0/category/code")).isEqualTo("OFFICIAL");

        ApiCaller.Answer added = manager.post(
                ofPerson,
                "{'category': 'EXTERNAL', 'email': 'x@test.example', 'phone': '081 12 34 56', 'firstDay': '" + today
                        + "', 'lastDay': '" + today.plusYears(1) + "'}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(manager.get("/api/v1/relationships/" + added.text("/id")).text("/category/code"))
                .isEqualTo("EXTERNAL");
        assertThat(manager.post(ofPerson, "{'category': 'NONE'}").status()).isEqualTo(400);
    }

    @Test
    void a_preview_changes_nothing_and_the_end_says_what_ended() {
        ApiCaller manager = api.as(world.cpas.localManager);
        String body = "{'lastDay': '" + today.plusDays(4) + "', 'reason': 'Démission'";

        ApiCaller.Answer preview = manager.post(address + "/end", body + ", 'preview': true}");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.at("/ending")).hasSize(1);
        assertThat(preview.at("/users")).hasSize(1);
        assertThat(preview.at("/dossier").isMissingNode()).isTrue();
        assertThat(directory.findRelationship(tie.id()).orElseThrow().until()).isNull();

        ApiCaller.Answer ended = manager.post(address + "/end", body + "}");
        assertThat(ended.text("/dossier")).startsWith("DEP-");
        assertThat(directory.findRelationship(tie.id()).orElseThrow().until()).isEqualTo(Days.endOf(today.plusDays(4)));
        ApiCaller.Answer dossier =
                api.as(world.cpas.principalManager).get("/api/v1/dossiers/" + ended.text("/dossier"));
        assertThat(dossier.status()).isEqualTo(200);

        assertThat(manager.post(address + "/extension", "{'lastDay': '" + today.plusDays(40) + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(directory.findRelationship(tie.id()).orElseThrow().until())
                .isEqualTo(Days.endOf(today.plusDays(40)));
    }

    @Test
    void what_is_refused_says_why_and_strangers_find_nothing() {
        String end = "{'lastDay': '" + today + "', 'reason': 'x'}";
        assertThat(api.as(world.cpas.principalManager)
                        .post(address + "/end", "{'lastDay': '2019-01-01', 'reason': 'x'}")
                        .body())
                .contains("before-it-began");
        assertThat(api.as(world.userOfOtherSubdivision)
                        .post(address + "/end", end)
                        .status())
                .isEqualTo(403);
        Person foreign = worlds.cpas().principalManager;
        assertThat(api.as(foreign).post(address + "/end", end).status()).isEqualTo(404);
        assertThat(api.as(foreign).get(address).status()).isEqualTo(404);
        assertThat(api.as(foreign).get(ofPerson).status()).isEqualTo(404);
    }

    @Test
    void what_ends_soon_is_listed_extended_and_let_go() {
        UUID right = jdbc.sql("update role_assignment set valid_until = :end where person_id = :person returning id")
                .param("end", Timestamp.from(Days.endOf(today.plusDays(9))))
                .param("person", user.id().value())
                .query(UUID.class)
                .single();
        String ending = "/api/v1/entities/" + world.cpas.cpas.enterpriseNumber().value() + "/ending";
        ApiCaller manager = api.as(world.cpas.localManager);

        assertThat(manager.get(ending).text("/items/0/id")).isEqualTo(right.toString());
        assertThat(manager.get(ending).text("/items/0/lastDay"))
                .isEqualTo(today.plusDays(9).toString());
        assertThat(manager.post(ending + "/let-go", "{'ids': ['" + right + "']}")
                        .at("/0/done")
                        .asBoolean())
                .isTrue();
        assertThat(manager.post(
                                ending + "/extension",
                                "{'ids': ['" + right + "'], 'lastDay': '" + today.plusDays(60) + "'}")
                        .at("/0/done")
                        .asBoolean())
                .isTrue();
        assertThat(manager.get(ending).at("/items")).isEmpty();
        assertThat(api.as(worlds.cpas().localManager).get(ending).status()).isEqualTo(404);
    }
}
