package be.designations.letters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose letter it is: a dossier's, or that of a decision which no dossier asked for. A dossier has any number of letters, such a
 * decision one at most (D116).
 *
 * @param id     of the dossier or of the decision
 * @param dossier its number, or null for a decision
 */
public record LetterOrigin(UUID id, @Nullable String dossier) {

    public boolean isDossier() {
        return dossier != null;
    }
}
