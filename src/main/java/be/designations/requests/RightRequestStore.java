package be.designations.requests;

import be.designations.access.QualityId;
import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The requests, as they are stored. */
public interface RightRequestStore {

    void add(RightRequest request);

    void update(RightRequest request);

    Optional<RightRequest> find(CaseId caseId);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<RightRequest> lock(CaseId caseId);

    /** The dossier in which that person asks for that role in that quality, if one is open. */
    Optional<DossierNumber> findOpen(PersonId person, QualityId quality, String role);

    /** Whether the person has a right of that role in that quality at that instant, or will have one. */
    boolean has(PersonId person, QualityId quality, String role, Instant at);

    /** When the last right of that role in that quality ends that the person has at that instant or will have; empty when none has an end. */
    Optional<Instant> heldUntil(PersonId person, QualityId quality, String role, Instant at);

    /** What that person has asked for, the latest first. */
    List<OwnRequest> of(PersonId person, int most);
}
