package be.designations.casework;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The dossiers, as they are stored. What happens in one is decided by the module that owns its kind. */
public interface Cases {

    /** Opens a dossier under the next free number of the year; numbers have no gaps. */
    CaseFile open(CaseKind kind, OrganisationId organisation, PersonId openedBy, Instant at, String status);

    Optional<CaseFile> find(CaseId id);

    Optional<CaseFile> find(DossierNumber number);

    void moveTo(CaseId id, String status, Instant at);

    /** Moves to a last status: nothing more can happen. */
    void close(CaseId id, String status, Instant at);

    void record(CaseId id, TimelineEntry entry);

    /** What happened, the first first. */
    List<TimelineEntry> timeline(CaseId id);
}
