package be.designations.directory;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the register of enterprises. A register that is down, slow or answers with another enterprise than the one asked
 * for is silent: nobody waits for it longer than a moment, and nobody is told "no" on its account.
 */
@Component
public class Enterprises implements DisposableBean {

    private static final int QUESTIONS_AT_ONCE = 8;

    private final EnterpriseRegister register;
    private final Duration patience;
    private final ThreadPoolExecutor questions;

    /** @param patience how long an answer may take */
    Enterprises(
            EnterpriseRegister register,
            @Value("${designations.enterprise-register.patience:PT3S}") Duration patience) {
        this.register = register;
        this.patience = patience;
        this.questions = new ThreadPoolExecutor(
                0, QUESTIONS_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Enterprises::thread);
    }

    /** What the register says of an enterprise and of one person in it. */
    public record Entry(RegisteredEnterprise enterprise, List<RegisteredFunction> functions) {

        public Entry {
            functions = List.copyOf(functions);
        }
    }

    /**
     * @return empty when the register knows no enterprise with that number
     * @throws RegisterSilentException when there is no usable answer in time
     */
    public Optional<Entry> ask(EnterpriseNumber number, Niss person) {
        return inTime(() -> register.find(number).map(found -> {
            if (!found.number().equals(number)) {
                throw new RegisterSilentException("answer about another enterprise");
            }
            return new Entry(found, register.functions(number, person));
        }));
    }

    /**
     * The enterprises that the person represents at that instant, by number; at the most 100.
     *
     * @throws RegisterSilentException when there is no usable answer in time
     */
    public List<RegisteredEnterprise> representedBy(Niss person, Instant at) {
        return inTime(() -> List.copyOf(register.representedBy(person, at)));
    }

    /**
     * Whether the register is there.
     *
     * @throws RegisterSilentException when it does not answer in time
     */
    public void greet() {
        inTime(() -> {
            register.greet();
            return true;
        });
    }

    private <T> T inTime(Callable<T> question) {
        Future<T> answer;
        try {
            answer = questions.submit(question);
        } catch (RejectedExecutionException busy) {
            throw new RegisterSilentException("too many questions wait for an answer", busy);
        }
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new RegisterSilentException("no answer in " + patience, late);
        } catch (ExecutionException failed) {
            throw new RegisterSilentException("no usable answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegisterSilentException("interrupted", interrupted);
        }
    }

    private static Thread thread(Runnable question) {
        var thread = new Thread(question, "enterprise-register");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        questions.shutdownNow();
    }
}
