package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** One session in two requests at once, as of two windows. */
class SessionAtOnceIT extends WholeApplication {

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void both_may_put_the_same_into_it() {
        AtOnce<?> atOnce = new AtOnce<>(sessions);
        atOnce.one.setAttribute("notice", "the earlier");
        atOnce.other.setAttribute("notice", "the later");

        atOnce.save();

        assertThat(atOnce.find(atOnce.other.getId()).<String>getAttribute("notice"))
                .isEqualTo("the later");
    }

    /** Else whoever knew the session before would be signed in, and whoever signed in would not. */
    @Test
    void one_that_began_before_the_other_signed_in_does_not_take_it_back() {
        AtOnce<?> atOnce = new AtOnce<>(sessions);
        String before = atOnce.one.getId();
        String signedIn = atOnce.one.changeSessionId();
        atOnce.one.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "somebody");
        atOnce.other.setLastAccessedTime(Instant.now().plus(Duration.ofMinutes(2)));

        atOnce.save();

        assertThat(atOnce.find(before)).isNull();
        assertThat(sessions.findByPrincipalName("somebody")).containsOnlyKeys(signedIn);
    }

    /** Each request has a thread of its own while it lasts. */
    private static final class AtOnce<S extends Session> {

        private final FindByIndexNameSessionRepository<S> sessions;
        final S one;
        final S other;

        AtOnce(FindByIndexNameSessionRepository<S> sessions) {
            this.sessions = sessions;
            S begun = sessions.createSession();
            save(begun);
            this.one = find(begun.getId());
            this.other = find(begun.getId());
        }

        void save() {
            save(one);
            save(other);
        }

        private void save(S session) {
            inARequest(() -> {
                sessions.save(session);
                return true;
            });
        }

        S find(String id) {
            return inARequest(() -> sessions.findById(id));
        }

        private static <T> T inARequest(Supplier<T> work) {
            return CompletableFuture.supplyAsync(work, command -> new Thread(command).start())
                    .join();
        }
    }
}
