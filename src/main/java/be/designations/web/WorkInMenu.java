package be.designations.web;

import be.designations.casework.Desks;
import be.designations.casework.WorkList;
import be.designations.security.ActingAs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How many tasks wait for the reader, beside “My tasks” in the menu of every page. Counted once a minute for each session, and
 * anew after whatever its reader does: what colleagues do shows a minute late.
 */
@Configuration(proxyBeanMethods = false)
class WorkInMenu implements HandlerInterceptor, WebMvcConfigurer {

    private static final String KEPT = WorkInMenu.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Desks desks;
    private final WorkList workList;
    private final Clock clock;

    WorkInMenu(Desks desks, WorkList workList, Clock clock) {
        this.desks = desks;
        this.workList = workList;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HttpSession session = request.getSession(false);
        if (session != null && !request.getMethod().equals("GET")) {
            session.removeAttribute(KEPT);
        }
        return true;
    }

    /** What is shown asks for the number; what answers without the menu costs nothing. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown != null) {
            Supplier<Integer> waiting = SingletonSupplier.of(() -> waiting(request));
            shown.addObject("tasksWaiting", waiting);
        }
    }

    private int waiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        ActingAs chosen = ActingAs.in(request).orElse(null);
        if (session == null) {
            return 0;
        }
        Instant now = clock.instant();
        if (session.getAttribute(KEPT) instanceof Counted counted
                && Objects.equals(counted.as(), chosen)
                && now.isBefore(counted.at().plus(LONGEST))) {
            return counted.tasks();
        }
        int tasks = ActingAs.actorOf(request)
                .map(desks::workFor)
                .filter(work -> !work.isEmpty())
                .map(work -> workList.count(work).number())
                .orElse(0);
        session.setAttribute(KEPT, new Counted(tasks, now, chosen));
        return tasks;
    }

    /** @param as what the reader had chosen to act as; null while nothing was, when all that they are in their own name counts */
    private record Counted(int tasks, Instant at, @Nullable ActingAs as) implements Serializable {}
}
