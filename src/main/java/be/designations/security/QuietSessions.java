package be.designations.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sessions that are written when something in them has changed, or a minute after they were last: that each request says when it
 * came would make each of them write. What a page asks for by itself, nobody having touched it, is no use.
 */
final class QuietSessions<S extends Session> implements FindByIndexNameSessionRepository<QuietSessions.Quiet<S>> {

    /** So much sooner a session may end that is not used: a small part of the hour. */
    private static final Duration UNWRITTEN = Duration.ofMinutes(1);

    /** What this thread has just saved: the library then asks for it once more, to know that it is there. */
    private static final ThreadLocal<@Nullable Quiet<?>> SAVED = new ThreadLocal<>();

    /** Sent with what a page asks for by itself. */
    private static final String BY_ITSELF = "X-By-Itself";

    private static final ThreadLocal<@Nullable Boolean> ASKED_BY_ITSELF = new ThreadLocal<>();

    /** Says of a request that its session could not be read: the page that tells so does not wait for it again. */
    private static final String UNREAD = QuietSessions.class.getName() + ".unread";

    private final FindByIndexNameSessionRepository<S> kept;

    QuietSessions(FindByIndexNameSessionRepository<S> kept) {
        this.kept = kept;
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(kept.createSession());
    }

    @Override
    public void save(Quiet<S> session) {
        kept.save(session.kept);
        SAVED.set(session);
    }

    @Override
    @SuppressWarnings("unchecked") // There is one kind of sessions.
    public @Nullable Quiet<S> findById(String id) {
        Quiet<?> saved = SAVED.get();
        if (saved != null && saved.getId().equals(id)) {
            return (Quiet<S>) saved;
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(UNREAD, RequestAttributes.SCOPE_REQUEST) != null) {
            return null;
        }
        try {
            S found = kept.findById(id);
            return found == null ? null : new Quiet<>(found);
        } catch (RuntimeException e) {
            if (request != null) {
                request.setAttribute(UNREAD, true, RequestAttributes.SCOPE_REQUEST);
            }
            throw e;
        }
    }

    @Override
    public void deleteById(String id) {
        SAVED.remove();
        kept.deleteById(id);
    }

    @Override
    public Map<String, Quiet<S>> findByIndexNameAndIndexValue(String name, String value) {
        return kept.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Quiet<>(found.getValue())));
    }

    /**
     * Around each request, and around the page of its error: what was saved in one is read anew in the next. The library saves the session
     * with the page of an error too, and whoever comes to that thread next may have been signed out meanwhile.
     */
    static final class EachRequest extends OncePerRequestFilter implements Ordered {

        @Override
        public int getOrder() {
            return SessionRepositoryFilter.DEFAULT_ORDER - 1;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getHeader(BY_ITSELF) != null) {
                ASKED_BY_ITSELF.set(true);
            }
            try {
                chain.doFilter(request, response);
            } finally {
                SAVED.remove();
                ASKED_BY_ITSELF.remove();
            }
        }
    }

    /** One whose last use is kept to the minute. */
    static final class Quiet<S extends Session> implements Session {

        private final S kept;

        private Quiet(S kept) {
            this.kept = kept;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (ASKED_BY_ITSELF.get() == null
                    && !now.isBefore(kept.getLastAccessedTime().plus(UNWRITTEN))) {
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // The library says it so.
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
