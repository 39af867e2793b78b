package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnterprisesTest {

    private static final EnterpriseNumber NUMBER = EnterpriseNumber.withCheckDigits(9_990_001);
    private static final EnterpriseNumber OTHER = EnterpriseNumber.withCheckDigits(9_990_002);
    private static final Niss NISS = Niss.withCheckDigits(LocalDate.of(1980, 5, 6), 903);

    private final CountDownLatch never = new CountDownLatch(1);
    private Enterprises enterprises;

    @AfterEach
    void close() {
        never.countDown();
        enterprises.destroy();
    }

    @Test
    void an_answer_is_passed_on() {
        ask(number -> Optional.of(enterprise(number)), Duration.ofSeconds(10));

        assertThat(enterprises.ask(NUMBER, NISS))
                .hasValueSatisfying(
                        entry -> assertThat(entry.enterprise().number()).isEqualTo(NUMBER));
    }

    @Test
    void that_there_is_no_such_enterprise_is_an_answer() {
        ask(number -> Optional.empty(), Duration.ofSeconds(10));

        assertThat(enterprises.ask(NUMBER, NISS)).isEmpty();
    }

    @Test
    void an_answer_about_another_enterprise_is_none() {
        ask(number -> Optional.of(enterprise(OTHER)), Duration.ofSeconds(10));

        assertThatThrownBy(() -> enterprises.ask(NUMBER, NISS)).isInstanceOf(RegisterSilentException.class);
    }

    @Test
    void a_failure_of_whatever_kind_is_silence() {
        ask(
                number -> {
                    throw new IllegalStateException("unreadable answer");
                },
                Duration.ofSeconds(10));

        assertThatThrownBy(() -> enterprises.ask(NUMBER, NISS)).isInstanceOf(RegisterSilentException.class);
    }

    @Test
    void an_answer_that_comes_too_late_is_silence() {
        ask(
                number -> {
                    await();
                    return Optional.of(enterprise(number));
                },
                Duration.ofMillis(20));

        assertThatThrownBy(() -> enterprises.ask(NUMBER, NISS)).isInstanceOf(RegisterSilentException.class);
    }

    @Test
    void more_questions_than_the_register_can_take_at_once_are_not_queued() {
        ask(
                number -> {
                    await();
                    return Optional.empty();
                },
                Duration.ofMillis(1));
        for (int question = 0; question < 20; question++) {
            assertThatThrownBy(() -> enterprises.ask(NUMBER, NISS)).isInstanceOf(RegisterSilentException.class);
        }
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException interrupted) {
            // Goes on like a register that does not notice that nobody waits any more.
        }
    }

    private void ask(Function<EnterpriseNumber, Optional<RegisteredEnterprise>> answer, Duration patience) {
        enterprises = new Enterprises(
                new EnterpriseRegister() {
                    @Override
                    public Optional<RegisteredEnterprise> find(EnterpriseNumber number) {
                        return answer.apply(number);
                    }

                    @Override
                    public List<RegisteredFunction> functions(EnterpriseNumber number, Niss niss) {
                        return List.of();
                    }

                    @Override
                    public List<RegisteredEnterprise> representedBy(Niss niss, Instant at) {
                        return List.of();
                    }
                },
                patience);
    }

    private static RegisteredEnterprise enterprise(EnterpriseNumber number) {
        return new RegisteredEnterprise(number, "Alpha", "Alpha", "Alpha", "Rue Une 1", "1000", "Bruxelles", null);
    }
}
