package be.designations.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Signs anchors as JSON Web Signatures (RFC 7515, ES256), with a key that it makes once. */
final class AnchorKey {

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);

    private final ECKey key;

    private AnchorKey(ECKey key) {
        this.key = key;
    }

    /** The key in that file, made now when there is none. */
    static AnchorKey in(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                write(file, new ECKeyGenerator(Curve.P_256).generate().toJSONString());
            }
            return new AnchorKey(ECKey.parse(Files.readString(file)));
        } catch (JOSEException | ParseException unusable) {
            throw new IOException("no key to sign anchors with in " + file, unusable);
        }
    }

    /** For its owner only; another node may have been faster. */
    private static void write(Path file, String text) throws IOException {
        Path whole = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(whole, text);
            place(whole, file);
        } catch (FileAlreadyExistsException faster) {
            // Its key is the one.
        } finally {
            Files.delete(whole);
        }
    }

    /** Never over a key that is there, as a move does when another node puts its own there at the same moment. */
    private static void place(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            // Refused as well when there is one.
            Files.copy(whole, file);
        }
    }

    String sign(AuditAnchor anchor) {
        JWSObject signed = new JWSObject(
                HEADER,
                new Payload(Map.of(
                        "events", anchor.events(),
                        "lanes", anchor.places(),
                        "head", anchor.head(),
                        "at", anchor.at().toString())));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK signs with ES256", impossible);
        }
        return signed.serialize();
    }

    /** Nothing for what this key has not signed. */
    Optional<AuditAnchor> read(String text) {
        try {
            JWSObject signed = JWSObject.parse(text.strip());
            if (!signed.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
                    || !signed.verify(new ECDSAVerifier(key.toECPublicKey()))) {
                return Optional.empty();
            }
            Map<String, Object> content = signed.getPayload().toJSONObject();
            return Optional.of(new AuditAnchor(
                    places(content), (String) Objects.requireNonNull(content.get("head")), Instant.parse((String)
                            content.get("at"))));
        } catch (ParseException | JOSEException | DateTimeParseException notSigned) {
            return Optional.empty();
        }
    }

    /** Before there were lanes, an anchor told of none: all its rows are in lane 0. */
    private static SortedMap<Integer, Long> places(Map<String, Object> content) throws ParseException {
        SortedMap<Integer, Long> places = new TreeMap<>();
        Map<String, Object> lanes = JSONObjectUtils.getJSONObject(content, "lanes");
        if (lanes == null) {
            places.put(0, JSONObjectUtils.getLong(content, "events"));
        } else {
            for (String lane : lanes.keySet()) {
                places.put(Integer.valueOf(lane), JSONObjectUtils.getLong(lanes, lane));
            }
        }
        return places;
    }
}
