package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class QuietSessionsTest {

    private final QuietSessions<MapSession> sessions = new QuietSessions<>(new InMemory());
    private final QuietSessions.EachRequest filter = new QuietSessions.EachRequest();

    @ParameterizedTest
    @EnumSource(
            value = DispatcherType.class,
            names = {"REQUEST", "ERROR", "ASYNC"})
    void a_session_that_has_ended_is_not_there_for_the_next_request_of_the_thread(DispatcherType type)
            throws Exception {
        QuietSessions.Quiet<MapSession> session = sessions.createSession();
        dispatch(type, (request, response) -> sessions.save(session));

        endElsewhere(session.getId());

        dispatch(DispatcherType.REQUEST, (request, response) -> assertThat(sessions.findById(session.getId()))
                .isNull());
    }

    @Test
    void a_session_that_the_request_itself_ends_is_not_there_for_the_rest_of_it() throws Exception {
        QuietSessions.Quiet<MapSession> session = sessions.createSession();

        dispatch(DispatcherType.REQUEST, (request, response) -> {
            sessions.save(session);
            sessions.deleteById(session.getId());
            assertThat(sessions.findById(session.getId())).isNull();
        });
    }

    private void dispatch(DispatcherType type, FilterChain chain) throws Exception {
        var request = new MockHttpServletRequest();
        request.setDispatcherType(type);
        filter.doFilter(request, new MockHttpServletResponse(), chain);
    }

    private void endElsewhere(String id) throws InterruptedException {
        Thread other = new Thread(() -> sessions.deleteById(id));
        other.start();
        other.join();
    }

    private static final class InMemory extends MapSessionRepository
            implements FindByIndexNameSessionRepository<MapSession> {

        InMemory() {
            super(new ConcurrentHashMap<>());
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, @Nullable String value) {
            return Map.of();
        }
    }
}
