package be.designations.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class OneByOneTest {

    private static final List<Integer> LINES = List.of(1, 2, 3, 4, 5);

    private final OneByOne oneByOne = new OneByOne(TransactionOperations.withoutTransaction());
    private final List<Integer> done = new ArrayList<>();

    @Test
    void what_fails_keeps_nothing_that_comes_after_it_from_being_done() {
        OneByOne.<Integer>onAllPages(
                2,
                last -> LINES.stream()
                        .filter(line -> !done.contains(line) && (last == null || line > last))
                        .limit(2)
                        .toList(),
                line -> oneByOne.attempt("line", line, () -> {
                    if (line < 4) {
                        throw new IllegalStateException("broken");
                    }
                    done.add(line);
                }));

        assertThat(done).containsExactly(4, 5);
    }

    @Test
    void the_caller_knows_whether_it_was_done() {
        assertThat(oneByOne.attempt("line", 1, () -> done.add(1))).isTrue();
        assertThat(oneByOne.attempt("line", 2, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isFalse();
    }
}
