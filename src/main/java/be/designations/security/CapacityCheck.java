package be.designations.security;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Lets go of a chosen capacity that the person does not hold any more, and says so. */
@Component
class CapacityCheck implements HandlerInterceptor {

    private static final Set<String> CHOICES = Set.of("/capacity", "/me/language");

    private final Capacities capacities;

    CapacityCheck(Capacities capacities) {
        this.capacities = capacities;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var chosen = ActingAs.in(request);
        var signedIn = SignedIn.current();
        if (chosen.isEmpty()
                || signedIn.isEmpty()
                || chosen.get().isAmong(capacities, signedIn.get().person())) {
            return true;
        }
        ActingAs.forget(request);
        if (hasTyped(request)) {
            // What was typed would be lost on the way home: the page of the refusal shows it.
            throw new NotAllowedException(Rejection.of(
                    CapacityKind.DESKS.contains(chosen.get().kind())
                            ? "security.desk-capacity-ended"
                            : "security.capacity-ended"));
        }
        var flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put(
                "notice",
                chosen.get().principalId() == null
                        ? "security.notice.capacity-ended"
                        : "security.notice.deputation-ended");
        flash.put("noticeKind", "info");
        RequestContextUtils.saveOutputFlashMap(request.getContextPath() + "/", request, response);
        SignInPage.redirect(request, response, "/");
        return false;
    }

    /** Who only chooses as what they go on, or in which language, has typed nothing. */
    private static boolean hasTyped(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && !CHOICES.contains(request.getServletPath())
                && request.getParameterMap().entrySet().stream()
                        .filter(field -> !field.getKey().startsWith("_"))
                        .flatMap(field -> Arrays.stream(field.getValue()))
                        .anyMatch(typed -> !typed.isBlank());
    }
}
