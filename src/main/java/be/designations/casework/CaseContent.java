package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a module keeps of a dossier, as far as every dossier has it. */
public interface CaseContent {

    /** What the audit log calls it. */
    String subject();

    /** Its id in the audit log. */
    UUID subjectId();

    /** Who brought it where it stands, or null when a deadline or the process did. */
    @Nullable
    PersonId lastChangedBy();

    /** Since when it stands where it stands. */
    Instant lastChangedAt();
}
