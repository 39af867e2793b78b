package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class DossierNumbersIT extends WholeApplication {

    private final TransactionTemplate inItsOwn;

    DossierNumbersIT(@Autowired PlatformTransactionManager transactions) {
        inItsOwn = new TransactionTemplate(transactions);
        inItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void a_number_is_drawn_while_who_drew_the_one_before_has_not_committed() {
        int first = committed();
        inItsOwn.executeWithoutResult(open -> {
            assertThat(draw()).isEqualTo(first + 1);
            assertThat(committed()).isEqualTo(first + 2);
        });
    }

    @Test
    void what_is_rolled_back_leaves_a_gap() {
        int first = committed();
        inItsOwn.executeWithoutResult(open -> {
            draw();
            open.setRollbackOnly();
        });
        assertThat(committed()).isEqualTo(first + 2);
    }

    @Test
    void each_kind_and_year_counts_from_one() {
        assertThat(drawn("NEW", 2031)).isEqualTo(1);
        assertThat(drawn("NEW", 2032)).isEqualTo(1);
        assertThat(drawn("NEW", 2031)).isEqualTo(2);
    }

    @Test
    void the_application_makes_no_sequence_by_another_name() {
        assertThatThrownBy(() -> drawn("x; drop", 2031)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("create sequence another").update()).isInstanceOf(DataAccessException.class);
    }

    private int committed() {
        return inItsOwn.execute(own -> {
            jdbc.sql("set local lock_timeout = '5s'").update();
            return draw();
        });
    }

    private int draw() {
        return drawn("TST", 2030);
    }

    private int drawn(String prefix, int year) {
        return jdbc.sql("select next_dossier_number(:prefix, :year)")
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
