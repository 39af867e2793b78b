package be.designations.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionMemoryTest {

    private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());
    private final TransactionMemory<String, Optional<String>> memory = new TransactionMemory<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void a_transaction_reads_a_value_once() {
        transaction.executeWithoutResult(status -> {
            assertThat(recall("a")).contains("A");
            assertThat(recall("a")).contains("A");
            assertThat(recall("b")).contains("B");
        });

        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void that_there_is_none_is_remembered_too() {
        transaction.executeWithoutResult(status -> {
            assertThat(recall("")).isEmpty();
            assertThat(recall("")).isEmpty();
        });

        assertThat(read).containsExactly("");
    }

    @Test
    void the_next_transaction_reads_it_anew() {
        transaction.executeWithoutResult(status -> recall("a"));
        transaction.executeWithoutResult(status -> recall("a"));

        assertThat(read).containsExactly("a", "a");
    }

    @Test
    void one_that_was_rolled_back_leaves_nothing() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    recall("a");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        transaction.executeWithoutResult(status -> recall("a"));

        assertThat(read).containsExactly("a", "a");
    }

    @Test
    void outside_a_transaction_nothing_is_kept() {
        recall("a");
        recall("a");

        assertThat(read).containsExactly("a", "a");
    }

    @Test
    void a_transaction_inside_another_has_a_memory_of_its_own() {
        TransactionTemplate inner = new TransactionTemplate(transaction.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            recall("a");
            inner.executeWithoutResult(other -> recall("a"));
            recall("a");
        });

        assertThat(read).containsExactly("a", "a");
    }

    @Test
    void what_was_let_go_of_is_read_anew() {
        var other = new TransactionMemory<String, String>();

        transaction.executeWithoutResult(status -> {
            recall("a");
            other.recall("x", key -> "before");
            memory.forget();
            recall("a");
            assertThat(other.recall("x", key -> "after")).isEqualTo("before");
            TransactionMemory.forgetAll();
            recall("a");
            assertThat(other.recall("x", key -> "after")).isEqualTo("after");
        });

        assertThat(read).containsExactly("a", "a", "a");
    }

    @Test
    void of_many_only_those_are_read_that_are_not_known() {
        var names = new TransactionMemory<Integer, String>();
        List<Collection<Integer>> asked = new ArrayList<>();

        transaction.executeWithoutResult(status -> {
            assertThat(names.recallAll(List.of(1, 2), keys -> names(keys, asked), String::length))
                    .containsExactly("x", "xx");
            assertThat(names.recallAll(List.of(3, 2, 3, 9), keys -> names(keys, asked), String::length))
                    .containsExactly("xxx", "xx");
            assertThat(names.recallAll(List.of(), keys -> names(keys, asked), String::length))
                    .isEmpty();
        });

        assertThat(asked).containsExactly(List.of(1, 2), List.of(3, 9));
    }

    private Optional<String> recall(String key) {
        return memory.recall(key, asked -> {
            read.add(asked);
            return asked.isEmpty() ? Optional.empty() : Optional.of(asked.toUpperCase(Locale.ROOT));
        });
    }

    /** Nobody is known by nine. */
    private static List<String> names(Collection<Integer> keys, List<Collection<Integer>> asked) {
        asked.add(List.copyOf(keys));
        return keys.stream().filter(key -> key < 9).map("x"::repeat).toList();
    }

    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        private boolean running;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return running;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            running = true;
        }

        @Override
        protected Object doSuspend(Object transaction) {
            running = false;
            return this;
        }

        @Override
        protected void doResume(Object transaction, Object suspended) {
            running = true;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // There is nothing to write.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // There is nothing to undo.
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            running = false;
        }
    }
}
