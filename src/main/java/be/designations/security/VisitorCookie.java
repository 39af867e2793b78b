package be.designations.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Something small that the browser of somebody who is not signed in keeps for them. A session would be a row of the database,
 * which anybody could have made as often as they ask. What comes back may be anybody's invention.
 *
 * @param name behind TLS {@code __Host-} stands in front: no other host of the domain can set it
 */
record VisitorCookie(String name, Duration kept) {

    Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request))).map(Cookie::getValue);
    }

    /** @param value characters that a cookie may have */
    void keep(HttpServletRequest request, HttpServletResponse response, String value) {
        send(request, response, value, kept);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "", Duration.ZERO);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .maxAge(kept)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
