package be.designations.casework;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.rules.NotAllowedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what is asked again behind the lock of a dossier: what was remembered before may be true no longer. */
class RevokedWhileWaitingIT extends WholeApplication {

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_role_that_ended_while_somebody_waited_for_the_dossier_gives_nothing() {
        CpasWorld world = worlds.cpas();
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        var opinion = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select a.id from dpd_application a join case_file c on c.id = a.case_id"
                            + " where c.dossier_number = :number for update of a")
                    .param("number", number.value())
                    .query()
                    .singleRow();
            var waiting = CompletableFuture.runAsync(
                    () -> acts.giveOpinion(as(world.reviewer), number, null, true, "Qualified"));
            await().until(this::somebodyWaitsForADossier);
            int ended = jdbc.sql("update role_assignment set valid_until = now() where person_id = :reviewer")
                    .param("reviewer", world.reviewer.id().value())
                    .update();
            assertThat(ended).isPositive();
            return waiting;
        });

        assertThat(opinion).isNotNull();
        assertThat(opinion.handle((done, failure) -> failure).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NotAllowedException.class);
        assertThat(acts.view(as(world.approver), number).status().code()).isEqualTo("dpd.awaiting-opinion");
    }

    private boolean somebodyWaitsForADossier() {
        return jdbc.sql("select exists (select from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%dpd_application%for update')")
                .query(Boolean.class)
                .single();
    }
}
