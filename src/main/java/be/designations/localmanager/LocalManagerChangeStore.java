package be.designations.localmanager;

import be.designations.casework.CaseId;
import be.designations.directory.Language;
import java.util.List;
import java.util.Optional;

/** The changes, as they are stored. */
public interface LocalManagerChangeStore {

    void add(LocalManagerChange change);

    void update(LocalManagerChange change);

    Optional<LocalManagerChange> find(CaseId caseId);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<LocalManagerChange> lock(CaseId caseId);

    /** The names of roles with those of their applications, for the words of a page; English readers get French ones. */
    List<String> roleNames(List<String> codes, Language language);
}
