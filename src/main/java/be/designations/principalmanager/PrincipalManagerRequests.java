package be.designations.principalmanager;

import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The requests and drafts, as they are stored. */
public interface PrincipalManagerRequests {

    Optional<Draft> findDraft(PersonId person, EnterpriseNumber enterprise);

    /** Held back from others until this transaction ends. */
    Optional<Draft> lockDraft(PersonId person, EnterpriseNumber enterprise);

    Optional<Draft> findDraft(RequestId id);

    int countDrafts(PersonId person);

    /** Adds the draft, or puts it in the place of the one with its id. */
    void save(Draft draft);

    void remove(Draft draft);

    void add(PrincipalManagerRequest request);

    void update(PrincipalManagerRequest request);

    Optional<PrincipalManagerRequest> find(RequestId id);

    Optional<PrincipalManagerRequest> find(CaseId caseId);

    /** Held back from others until this transaction ends. */
    Optional<PrincipalManagerRequest> lock(CaseId caseId);

    /** The request of that person for that organisation that was filed last. */
    Optional<PrincipalManagerRequest> latest(PersonId requestedBy, OrganisationId organisation);

    /** The organisations for which a request of that person is under way. */
    Set<OrganisationId> openOf(PersonId requestedBy);

    /** How many requests that person has made since that instant. */
    int countSince(PersonId requestedBy, Instant since);
}
