package be.designations.security;

import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the reader is signed in, and ending it there. <i>Source: OWASP ASVS 7.5.2.</i> */
@Controller
class SessionsController {

    private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/me/sessions")
    String sessions(HttpSession session, Model model) {
        String present = Sessions.key(session.getId());
        List<Line> lines = sessions.of(reader().person()).stream()
                .map(open -> new Line(
                        open.key(),
                        open.begun().atZone(BELGIUM),
                        open.lastUsed().atZone(BELGIUM),
                        open.key().equals(present)))
                .toList();
        model.addAttribute("section", "me");
        model.addAttribute("sessions", lines);
        return "security/sessions";
    }

    @PostMapping("/me/sessions/{key}/end")
    String end(@PathVariable String key, RedirectAttributes after) {
        sessions.end(reader().person(), key);
        SecurityEvent.SESSION_ENDED.log("code", "by-person");
        after.addFlashAttribute("notice", "security.notice.session-ended");
        return "redirect:/me/sessions";
    }

    private static SignedIn reader() {
        return SignedIn.current()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    /** @param present whether the page is shown in it */
    record Line(String key, ZonedDateTime begun, ZonedDateTime lastUsed, boolean present) {}
}
