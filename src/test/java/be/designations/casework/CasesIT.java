package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class CasesIT extends WholeApplication {

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void who_a_dossier_is_about_is_read_as_it_was_changed_in_the_same_transaction() {
        CpasWorld world = worlds.cpas();
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());

        transaction.executeWithoutResult(status -> {
            CaseFile before = cases.find(number).orElseThrow();
            cases.about(before.id(), world.user.id());

            assertThat(cases.find(number).orElseThrow().about())
                    .isEqualTo(world.user.id())
                    .isNotEqualTo(before.about());
        });
    }
}
