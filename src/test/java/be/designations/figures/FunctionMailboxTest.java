package be.designations.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionMailboxTest {

    private static final List<String> PLACE = List.of("Fontaine-l’Évêque", "Fontaine-l’Évêque");
    private static final List<String> OFFICER = List.of("Maes", "Éloïse");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@cpas.example",
                "DPO@cpas.example",
                "dpd.cpas-ocmw@cpas.example",
                "action.sociale@cpas.example",
                "maatschappelijk.welzijn@ocmw.example",
                "delegue-a-la-protection-des-donnees@cpas.example",
                "info.fontaine@cpas.example",
                "cpas-52022@cpas.example"
            })
    void a_mailbox_of_a_function_is_published(String address) {
        assertThat(FunctionMailbox.isSurely(address, PLACE, OFFICER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jan.peeters@cpas.example",
                "j.peeters@cpas.example",
                "jpeeters@cpas.example",
                "dpo.peeters@cpas.example",
                "info+jan@cpas.example",
                "maes@cpas.example",
                "info@maes.example",
                "info@eloise-conseil.example",
                "fontaine@cpas.example",
                "12345678901@cpas.example",
                "85073000160@cpas.example",
                "info",
                "@cpas.example",
                "info@",
                "info@a@b.example",
                ""
            })
    void an_address_that_might_be_somebody_s_is_not(String address) {
        assertThat(FunctionMailbox.isSurely(address, PLACE, OFFICER)).isFalse();
    }
}
