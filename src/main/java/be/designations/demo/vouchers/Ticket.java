package be.designations.demo.vouchers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who somebody is, as the product hands it to the space: signed, for this space, for a minute, to be used once. It stands for what an
 * identity provider says at the end of a sign-in.
 *
 * @param person opaque
 * @param level  how surely they signed in, 0 to 500
 * @param state  what the space sent along: that the browser which comes back is the one that left
 */
record Ticket(String person, String name, int level, String audience, String state, String nonce, Instant until) {

    private static final String ALGORITHM = "Ed25519";
    private static final ObjectMapper JSON = new ObjectMapper();

    String signed(PrivateKey key) {
        try {
            byte[] body = JSON.writeValueAsBytes(Map.of(
                    "person", person,
                    "name", name,
                    "level", level,
                    "audience", audience,
                    "state", state,
                    "nonce", nonce,
                    "until", until.toString()));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(body);
            return encode(body) + "." + encode(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing for what that key did not sign, or what is not readable. */
    static Optional<Ticket> read(String text, PublicKey key) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != 2) {
            return Optional.empty();
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(parts.get(0));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(body);
            if (!signature.verify(Base64.getUrlDecoder().decode(parts.get(1)))) {
                return Optional.empty();
            }
            JsonNode said = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return Optional.of(new Ticket(
                    said.path("person").asText(),
                    said.path("name").asText(),
                    said.path("level").asInt(),
                    said.path("audience").asText(),
                    said.path("state").asText(),
                    said.path("nonce").asText(),
                    Instant.parse(said.path("until").asText())));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
