package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dossiers, as they are stored. What happens in one is decided by the module that owns its kind. */
public interface Cases {

    /**
     * Opens a dossier under a number of the year that nobody else has; what is rolled back leaves a gap.
     *
     * @param about the person whom it is about, or null
     */
    default CaseFile open(
            CaseKind kind,
            OrganisationId organisation,
            PersonId openedBy,
            @Nullable PersonId about,
            Instant at,
            CaseStatus status) {
        return open(kind, organisation, null, openedBy, about, at, status);
    }

    /**
     * The same, about one quality of the organisation.
     *
     * @param quality null for all of the organisation
     */
    CaseFile open(
            CaseKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            PersonId openedBy,
            @Nullable PersonId about,
            Instant at,
            CaseStatus status);

    /** Notes that the dossier is about that person and nobody else. */
    void about(CaseId id, PersonId person);

    /**
     * Notes the company that supplies whom that dossier is about (D10): dossiers are found by it.
     *
     * @param company null when none does
     */
    void suppliedBy(CaseId id, @Nullable EnterpriseNumber company);

    Optional<CaseFile> find(CaseId id);

    Optional<CaseFile> find(DossierNumber number);

    /** Those of these that there are, in one statement. */
    List<CaseFile> all(Collection<DossierNumber> numbers);

    /** Moves to another status; whoever decided on what was there before is told. After a last one nothing more happens. */
    void moveTo(CaseId id, CaseStatus status, Instant at);

    /** What the open dossiers of that kind about that organisation rest on has changed: whoever read them reads them anew. */
    void outdate(CaseKind kind, OrganisationId organisation);

    /** What that dossier rests on has changed: whoever read it reads it anew. */
    void outdate(CaseId id);

    void record(CaseId id, TimelineEntry entry);

    /** What happened, the first first; what happened at once, as it was written down. */
    List<TimelineEntry> timeline(CaseId id);

    /** Notes that a step was taken. */
    void remember(CaseId id, TakenStep step, Instant at);

    /** The step that person took last in that dossier. */
    Optional<TakenStep> lastStep(CaseId id, PersonId person);

    /** Notes that a person does none of that work in the dossier, having had a hand in it otherwise (D13, D20). */
    void bar(CaseId id, PersonId person, WorkKind... work);

    /** Whether that was noted of that work. */
    boolean isBarred(CaseId id, PersonId person, WorkKind work);
}
