package be.designations.management.web;

import be.designations.access.AccessModel;
import be.designations.access.AccessReaders;
import be.designations.access.DpdMandates;
import be.designations.access.OpenLocalManagerChanges;
import be.designations.access.Quality;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview;
import be.designations.management.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the local manager of Social action, who is the data protection officer, can be changed now (S002). */
@Component
class OfficerSituations {

    private final OpenLocalManagerChanges changes;
    private final DpdMandates mandates;
    private final AccessModel access;
    private final AccessOverview overview;
    private final AccessReaders readers;
    private final Directory directory;
    private final Clock clock;

    OfficerSituations(
            OpenLocalManagerChanges changes,
            DpdMandates mandates,
            AccessModel access,
            AccessOverview overview,
            AccessReaders readers,
            Directory directory,
            Clock clock) {
        this.changes = changes;
        this.mandates = mandates;
        this.access = access;
        this.overview = overview;
        this.readers = readers;
        this.directory = directory;
        this.clock = clock;
    }

    /** What there is to know, or nothing where any person may be local manager. */
    Optional<OfficerSituation> of(Actor actor, ResponsibilityKind kind, Place place) {
        Quality quality = place.quality();
        if (kind != ResponsibilityKind.LOCAL_MANAGER
                || quality == null
                || quality.kind() != QualityKind.SOCIAL_ACTION) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<PersonId> officer = mandates.dataProtectionOfficer(quality.organisation(), now);
        return Optional.of(new OfficerSituation(
                changes.dossierFor(quality.id()).orElse(null),
                overview.openDossier(quality.organisation()).orElse(null),
                officer.map(person -> directory.person(person).displayName()).orElse(null),
                officer.isPresent()
                        && access.localManager(quality.id(), now)
                                .filter(held -> held.person().equals(officer.get()))
                                .isPresent(),
                readers.mayProposeOfficer(actor, quality.organisation())));
    }

    /**
     * @param waiting     the dossier in which the change waits to be made, or null
     * @param application the open dossier by which an officer is asked for, or null
     * @param officer     the name of the officer in office, or null
     * @param inPost      whether the officer is local manager already
     * @param mayPropose  whether the reader may put an officer forward
     */
    public record OfficerSituation(
            @Nullable String waiting,
            @Nullable String application,
            @Nullable String officer,
            boolean inPost,
            boolean mayPropose) {

        /** Whether giving a number can lead to anything. */
        public boolean open() {
            return waiting == null && officer != null && !inPost;
        }
    }
}
