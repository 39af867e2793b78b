package be.designations.demo.vouchers;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Issues {@link Ticket}s, by a key that is made anew at each start: the product’s side of a sign-in. */
final class TicketBooth {

    private static final Duration HOLDS = Duration.ofMinutes(1);
    private static final int NONCE = 18;

    private final KeyPair keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TicketBooth(Clock clock) {
        this.clock = clock;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK since 15 has it", absent);
        }
    }

    /** By which a space knows what is ours. */
    PublicKey publicKey() {
        return keys.getPublic();
    }

    String issue(String person, String name, int level, String audience, String state) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return new Ticket(
                        person,
                        name,
                        level,
                        audience,
                        state,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(nonce),
                        clock.instant().plus(HOLDS))
                .signed(keys.getPrivate());
    }
}
