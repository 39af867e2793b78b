package be.designations.dpd;

import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The applications, as they are stored. */
public interface DpdApplications {

    void add(DpdApplication application);

    /** Stores the next version; the one before must be the stored one. */
    void update(DpdApplication application);

    Optional<DpdApplication> find(ApplicationId id);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<DpdApplication> lock(ApplicationId id);

    /** The application of that case, held back from others until this transaction ends. */
    Optional<DpdApplication> lock(CaseId caseId);

    Optional<DpdApplication> find(CaseId caseId);

    /** Lets one at a time begin a draft for that CPAS, until the end of the transaction. */
    void lockDrafts(OrganisationId cpas);

    Optional<DpdApplication> findDraft(OrganisationId cpas);

    /** The application of that CPAS that is on its way to a decision. */
    Optional<DpdApplication> findOpen(OrganisationId cpas);

    /** The last application of that CPAS that was sent. */
    Optional<DpdApplication> findLastSent(OrganisationId cpas);

    /** @param number of its dossier; null for a draft */
    record Standing(DpdApplication application, @Nullable String number) {}

    /** The draft of the CPAS, the one under way and the last that was sent, read at once; the last one last. */
    List<Standing> standing(OrganisationId cpas);

    /** Approved applications of that CPAS whose local manager is still to be changed. */
    List<DpdApplication> findApproved(OrganisationId cpas);

    /** Keeps what came of comparing the candidate of that version of a draft with the register. */
    void noteCandidate(ApplicationId id, int version, @Nullable Boolean known);

    /** Throws away a draft. */
    void deleteDraft(ApplicationId id);

    void addOpinion(ApplicationId id, Opinion opinion);

    Optional<Opinion> findOpinion(ApplicationId id);

    void addDecision(ApplicationId id, Decision decision);

    Optional<Decision> findDecision(ApplicationId id);

    /**
     * What the Crossroads Bank thinks of it.
     *
     * @param inPlaceOf whose deputy gave it, or null
     */
    record Opinion(
            PersonId givenBy, @Nullable PersonId inPlaceOf, Instant givenAt, boolean favourable, String reasons) {}

    /**
     * What SPP IS decided; a refusal has its reason.
     *
     * @param refusalGround for what it was refused, or null for an approval
     * @param inPlaceOf whose deputy decided, or null
     */
    record Decision(
            PersonId decidedBy,
            @Nullable PersonId inPlaceOf,
            Instant decidedAt,
            boolean approved,
            @Nullable RefusalGround refusalGround,
            @Nullable String reason) {}
}
