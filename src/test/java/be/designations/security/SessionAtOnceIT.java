package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.WholeApplication;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Two windows of one reader. */
class SessionAtOnceIT extends WholeApplication {

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void two_requests_may_put_the_same_into_their_session() {
        assertThat(laterOf(sessions)).isEqualTo("the later");
    }

    private static <S extends Session> String laterOf(FindByIndexNameSessionRepository<S> sessions) {
        S begun = sessions.createSession();
        inARequest(() -> {
            sessions.save(begun);
            return begun;
        });
        S one = inARequest(() -> sessions.findById(begun.getId()));
        S other = inARequest(() -> sessions.findById(begun.getId()));
        one.setAttribute("notice", "the earlier");
        other.setAttribute("notice", "the later");
        inARequest(() -> {
            sessions.save(one);
            return one;
        });
        inARequest(() -> {
            sessions.save(other);
            return other;
        });
        S after = inARequest(() -> sessions.findById(begun.getId()));
        sessions.deleteById(begun.getId());
        return after.getRequiredAttribute("notice");
    }

    /** A thread of its own, as each request has while it lasts. */
    private static <T> T inARequest(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, command -> new Thread(command).start())
                .join();
    }
}
