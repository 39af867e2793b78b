package be.designations.casework;

import be.designations.directory.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who took which step with which answers: a second click is known by it.
 *
 * @param event  what became of it
 * @param digest of the answers, SHA-256 in hexadecimal digits; what was answered is not kept by it
 */
public record TakenStep(PersonId by, String key, String event, String digest) {

    /** Whether that is the same click again. */
    boolean is(PersonId person, String step, String answers) {
        return by.equals(person) && key.equals(step) && digest.equals(answers);
    }

    /** @param dossier makes the same answers in two dossiers look different */
    static String digest(CaseId dossier, String answers) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest((dossier.value() + answers).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has it", absent);
        }
    }
}
