package be.designations.client.springsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.client.DecisionClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

class DecisionAuthorizationManagerTest {

    private final AtomicBoolean asked = new AtomicBoolean();
    private final DecisionAuthorizationManager<String> manager = new DecisionAuthorizationManager<>(
            DecisionClient.withKey(URI.create("http://127.0.0.1:1"), "prima-web", "key"), (who, secured) -> {
                asked.set(true);
                throw new ClassCastException("not the principal of somebody who signed in");
            });

    @Test
    void nothing_is_asked_about_who_is_not_signed_in() {
        Authentication anonymous = new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

        assertThat(manager.authorize(() -> anonymous, "files").isGranted()).isFalse();
        assertThat(manager.authorize(() -> null, "files").isGranted()).isFalse();
        assertThat(asked).isFalse();
    }

    /** That is all that version 7 of Spring Security calls; what version 6 brings beside {@code check} would not be there. */
    @Test
    void it_authorizes_by_itself() throws NoSuchMethodException {
        assertThat(DecisionAuthorizationManager.class
                        .getMethod("authorize", Supplier.class, Object.class)
                        .getDeclaringClass())
                .isEqualTo(DecisionAuthorizationManager.class);
    }
}
