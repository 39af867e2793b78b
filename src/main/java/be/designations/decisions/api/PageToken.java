package be.designations.decisions.api;

import be.designations.decisions.Asker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a page of a search ended, sealed with a secret of the application that asks: nobody makes one up, and it continues the
 * search that it comes from and no other. It names no page of a kept list: what changed meanwhile shows as it is now.
 *
 * @param after the last id that was given; empty when none was
 * @param limit the lines of a page
 */
record PageToken(String after, int limit) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 16;

    String sealed(Asker asker, String search) {
        byte[] text = after.getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(limit)
                .put(text)
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(content.length + SEAL)
                        .put(content)
                        .put(seal(content, asker, search))
                        .array());
    }

    /** Empty for what was made up, and for the token of another search. */
    static Optional<PageToken> open(String token, Asker asker, String search) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
        if (bytes.length < Integer.BYTES + SEAL) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - SEAL);
        if (!MessageDigest.isEqual(
                seal(content, asker, search), Arrays.copyOfRange(bytes, content.length, bytes.length))) {
            return Optional.empty();
        }
        return Optional.of(new PageToken(
                new String(content, Integer.BYTES, content.length - Integer.BYTES, StandardCharsets.UTF_8),
                ByteBuffer.wrap(content).getInt()));
    }

    private static byte[] seal(byte[] content, Asker asker, String search) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(asker.pageSecret().bytes(), ALGORITHM));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
            mac.update(content);
            mac.update(search.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has to stay the same from page to page, whatever the order of the fields. */
    static String searchOf(String what, ObjectNode body) {
        StringBuilder search = new StringBuilder(what);
        Asked.defaults().forEach(name -> write(body.path(name), search));
        write(body.path("page").path("properties"), search);
        return search.toString();
    }

    private static void write(JsonNode node, StringBuilder to) {
        if (node instanceof ObjectNode object) {
            to.append('{');
            TreeSet<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                to.append('"').append(name.replace("\"", "\\\"")).append("\":");
                write(object.path(name), to);
                to.append(',');
            }
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            node.forEach(one -> {
                write(one, to);
                to.append(',');
            });
            to.append(']');
        } else {
            to.append(node.isMissingNode() ? "-" : node.toString());
        }
    }
}
