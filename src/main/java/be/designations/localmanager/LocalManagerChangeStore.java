package be.designations.localmanager;

import be.designations.casework.CaseId;
import java.util.Optional;

/** The changes, as they are stored. */
public interface LocalManagerChangeStore {

    void add(LocalManagerChange change);

    void update(LocalManagerChange change);

    Optional<LocalManagerChange> find(CaseId caseId);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<LocalManagerChange> lock(CaseId caseId);
}
