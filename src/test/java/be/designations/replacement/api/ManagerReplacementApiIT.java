package be.designations.replacement.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.RelationshipCategory;
import be.designations.replacement.ReplacementSearch;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ManagerReplacementApiIT extends WholeApplication {

    private static final String TIE = "{'category': 'EXTERNAL', 'email': 'colette@test.example',"
            + " 'phone': '+3281000000', 'reason': 'Contrat prolongé'}";

    @Autowired
    private ReplacementSearch search;

    private ManagedWorld world;
    private String address;

    @BeforeEach
    void aManagerWhoseTieHasEnded() {
        world = worlds.managed();
        world.cpas.tiedUntilYesterday(world.coLocalManager, RelationshipCategory.EXTERNAL);
        search.run();
        address = "/api/v1/dossiers/"
                + jdbc.sql("select c.dossier_number from manager_replacement m join case_file c on c.id = m.case_id"
                                + " where m.responsibility_id = :id")
                        .param("id", world.coLocalManagerId)
                        .query(String.class)
                        .single();
    }

    @Test
    void a_reader_sees_who_is_to_be_replaced_and_why() {
        Answer answer = api.as(world.cpas.principalManager).get(address);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("/manager").asText()).isEqualTo(world.coLocalManager.displayName());
        assertThat(answer.at("/status/code").asText()).isEqualTo("ASKED");
        assertThat(answer.at("/responsibility/kind/code").asText()).isEqualTo("CO_LOCAL_MANAGER");
        assertThat(answer.at("/responsibility/quality/text").asText()).isEqualTo("Action sociale");
        assertThat(answer.at("/tie/code").asText()).isEqualTo("EXTERNAL");
        assertThat(answer.at("/mayDeclareTie").asBoolean()).isTrue();
        assertThat(answer.at("/dueAt").asText()).isNotBlank();
        assertThat(answer.at("/outcome").isMissingNode()).isTrue();
        assertThat(answer.body()).doesNotContain(world.coLocalManager.niss().value());
        assertThat(api.as(world.supportAgent).get(address).at("/mayDeclareTie").asBoolean())
                .isFalse();
    }

    @Test
    void a_tie_is_declared_once_and_only_by_who_decides() {
        assertThat(api.as(world.coLocalManager).post(address + "/tie", TIE).status())
                .isEqualTo(404);
        assertThat(api.as(world.cpas.head).post(address + "/tie", TIE).status()).isEqualTo(403);
        Answer unreadable =
                api.as(world.cpas.principalManager).post(address + "/tie", TIE.replace("EXTERNAL", "COUSIN"));
        assertThat(unreadable.status()).isEqualTo(400);
        Answer over = api.as(world.cpas.principalManager)
                .post(address + "/tie", TIE.replace("}", ", 'lastDay': '2020-01-01'}"));
        assertThat(over.status()).as(over.body()).isEqualTo(400);
        assertThat(over.body()).contains("lastDay");

        Answer declared = api.as(world.cpas.principalManager).post(address + "/tie", TIE);
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        assertThat(declared.at("/outcome").asText()).isEqualTo("TIED_AGAIN");
        assertThat(declared.at("/settledBy").asText()).isEqualTo(world.cpas.principalManager.displayName());
        assertThat(declared.at("/reason").asText()).isEqualTo("Contrat prolongé");

        Answer late = api.as(world.cpas.coPrincipalManager).post(address + "/tie", TIE);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/handledBy").asText()).isEqualTo(world.cpas.principalManager.displayName());
    }
}
