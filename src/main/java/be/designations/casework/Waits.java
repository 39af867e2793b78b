package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;

/** When dossiers waited for the other side, as it is stored. */
public interface Waits {

    void open(CaseId dossier, WorkKind asking, Actor by, Instant at, String why);

    /** Ends the wait that is open; none is open afterwards. */
    void resolve(CaseId dossier, PersonId by, Instant at, String answer);

    /** Those of that dossier, the first first. */
    List<Wait> of(CaseId dossier);
}
