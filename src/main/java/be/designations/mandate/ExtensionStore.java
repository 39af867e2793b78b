package be.designations.mandate;

import be.designations.casework.CaseId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests to extend mandates as they are stored. */
public interface ExtensionStore {

    void add(Extension extension);

    void update(Extension extension);

    Optional<Extension> find(CaseId caseId);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<Extension> lock(CaseId caseId);

    /** All of that mandate, the first first. */
    List<Extension> of(UUID mandate);
}
