package be.designations.letters;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter as it was made; its file is asked for apart.
 *
 * @param origin   the dossier or the decision whose letter it is, see {@link LetterOrigin}
 * @param number   which one of its dossier, from 1
 * @param about    what it tells of: its dossier, a mandate, a responsibility
 * @param reference number of the dossier and of the letter; that of a decision has a number of its own
 * @param entity   whose dossier or decision it is
 * @param digest   SHA-256 of its file, in hexadecimal
 * @param size     of its file, in bytes
 */
public record Letter(
        UUID id,
        UUID origin,
        int number,
        LetterKind kind,
        int templateVersion,
        UUID about,
        String reference,
        OrganisationId entity,
        Language language,
        CheckCode code,
        String digest,
        int size,
        Instant madeAt) {

    /** As a computer calls it. */
    public String fileName() {
        return reference.replace('/', '-') + ".pdf";
    }
}
