package be.designations.replacement;

import be.designations.access.DomainCode;
import be.designations.access.Responsibility;
import be.designations.access.Translated;
import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replacements, as they are stored, and the ties that they follow. */
public interface ReplacementStore {

    /** A responsibility without the tie that it rested on; the instant is the first without. */
    record LostTie(UUID responsibility, Instant endedAt) {}

    /**
     * The responsibilities other than of users that run at that instant, of people who had a tie that allows them while they
     * ran, and have none now; those left out whose replacement is asked for, or was for the end of that tie. The longest
     * without a tie first.
     *
     * @param after the last of the page before, or null; as with the other lists
     */
    List<LostTie> lost(Instant at, @Nullable LostTie after, int size);

    /** As {@link #lost} for what one person is in one entity. */
    List<LostTie> lostBy(PersonId person, OrganisationId organisation, Instant at);

    /**
     * As {@link #lost} for one responsibility, held back from others until this transaction ends; nothing either while
     * another transaction holds it.
     */
    Optional<LostTie> lockLost(UUID responsibility, Instant at);

    /** The open replacements for which nothing is left to do: the responsibility does not run, or a tie runs again. */
    List<CaseId> settled(Instant at, @Nullable CaseId after, int size);

    /** Whether the person of that responsibility has a tie that allows it at that instant. */
    boolean isTied(Responsibility responsibility, Instant at);

    /**
     * Whether somebody who manages that entity is to be replaced: a replacement of them there is open, or is yet to be
     * opened because their tie has ended.
     */
    boolean isToBeReplaced(PersonId person, OrganisationId organisation, Instant at);

    /** The dossiers that are settled and whose process has not come to its end, the last settled first. */
    List<DossierNumber> leftRunning(@Nullable DossierNumber after, int size);

    void add(Replacement replacement);

    void update(Replacement replacement);

    Optional<Replacement> find(CaseId caseId);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<Replacement> lock(CaseId caseId);

    /** The open replacements of these responsibilities, held back from others until this transaction ends. */
    List<Replacement> lockOpen(Collection<UUID> responsibilities);

    /** What ended for that person in that entity at that instant. */
    EndedTie tieEnded(Responsibility responsibility, Instant at);

    Translated nameOf(DomainCode domain);
}
