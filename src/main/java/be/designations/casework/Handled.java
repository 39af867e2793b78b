package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a dossier where it stands, and when: what whoever comes too late is told.
 *
 * @param by null when a deadline or the process did
 */
public record Handled(@Nullable PersonId by, Instant at) {

    public static Handled of(CaseContent content) {
        return new Handled(content.lastChangedBy(), content.lastChangedAt());
    }
}
