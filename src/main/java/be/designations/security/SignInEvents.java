package be.designations.security;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Logs who came and who left. */
@Component
class SignInEvents {

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        SignedIn who = event.getAuthentication().getPrincipal() instanceof OidcPeople.Recognised recognised
                ? recognised.signedIn()
                : SignedIn.of(event.getAuthentication()).orElse(null);
        if (who != null) {
            SecurityEvent.SIGN_IN.logOf(who, "level", who.level());
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        SignedIn.of(event.getAuthentication()).ifPresent(SecurityEvent.SIGN_OUT::logOf);
    }
}
