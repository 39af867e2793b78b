package be.designations.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Where people are sent to sign in, and what they are told there. */
final class SignInPage {

    static final String PATH = "/sign-in";

    /** Leads from a page that needs a surer sign-in to the sign-in service and back. */
    static final String AGAIN = PATH + "/again";

    private SignInPage() {}

    /** Why somebody is on the page; the message key is {@code security.notice.<code>}. */
    enum Notice {
        /** The session ended, or the form was older than the session. */
        EXPIRED,
        SIGNED_OUT,
        DISABLED,
        /** No such persona. */
        UNKNOWN,
        /** The sign-in service did not answer, or the person broke off. */
        FAILED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Shows the notice of that query parameter; one that is none of ours is not shown. */
        static void addTo(Model model, @Nullable String code) {
            Stream.of(values()).filter(notice -> notice.code().equals(code)).forEach(notice -> {
                model.addAttribute("notice", "security.notice." + notice.code());
                model.addAttribute("noticeKind", "info");
            });
        }
    }

    static String with(Notice notice) {
        return PATH + "?notice=" + notice.code();
    }

    /** Sends the browser to the page; a part of a page that a script asked for takes the whole page along. */
    static void redirect(HttpServletRequest request, HttpServletResponse response, Notice notice) throws IOException {
        redirect(request, response, with(notice));
    }

    static void redirect(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String target = request.getContextPath() + path;
        if (isPart(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", target);
        } else {
            response.sendRedirect(target);
        }
    }

    /** Whether htmx asks for a part of a page. */
    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
