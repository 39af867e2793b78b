package be.designations.dpd;

import be.designations.access.BasisId;
import be.designations.access.DpdMandates;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of data protection officers: who was put forward, with what opinion, and whose mandate runs. */
public interface DpdRegister extends DpdMandates {

    /** Notes the candidate once the opinion is given; noting twice notes once. */
    void recordOpinion(
            ApplicationId application, OrganisationId cpas, PersonId candidate, boolean favourable, Instant at);

    /** The CPAS whose data protection officer that person is at that instant, for whom they stand in, or whose officer they assist. */
    Set<OrganisationId> officerOf(PersonId person, Instant at);

    Optional<Mandate> runningMandate(OrganisationId cpas, Instant at);

    /** Mandates of that CPAS that run at that instant or begin later. */
    List<Mandate> mandatesFrom(OrganisationId cpas, Instant at);

    /** Who is officer in such a mandate, by name, and from when until when. */
    record Officer(String name, Instant from, @Nullable Instant until) {}

    /** The officers of these mandates, in their order. */
    List<Officer> officersFrom(OrganisationId cpas, Instant at);

    Optional<Mandate> findMandate(ApplicationId application);

    /** The mandate that came of that dossier, unless it was struck out before it began. */
    Optional<Mandate> findMandateOfCase(UUID dossier);

    /** Hours a week of that person’s mandates for other CPAS that run at that instant, and as adjunct or interim officer there. */
    BigDecimal hoursElsewhere(PersonId person, OrganisationId cpas, Instant at);

    void begin(Mandate mandate);

    /** Ends a mandate that has begun before that instant, because another one follows. */
    void endByReplacement(Mandate mandate, Instant at, BasisId basis);

    /** Strikes out a mandate that was to begin at that instant or later. */
    void revoke(Mandate mandate, Instant at, BasisId basis);

    Optional<Mandate> find(UUID mandate);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<Mandate> lock(UUID mandate);

    /** Says when that mandate ends, and why; null for no end, and for an end that nobody decided. */
    void changeEnd(UUID mandate, @Nullable Instant until, @Nullable MandateEndReason reason, @Nullable BasisId basis);

    /**
     * Strikes out a mandate that has not begun: the one that was to give way to it goes on as it would have, to the next that is to begin
     * at the latest.
     */
    void strikeOut(Mandate mandate, Instant at, BasisId basis);

    /** When that mandate would have ended before it was decided to replace it; empty for no end. */
    Optional<Instant> endUnreplaced(UUID mandate);

    /** Lets a mandate that was to be replaced go on as it would have before that was decided. */
    void undoReplacement(UUID mandate);

    /** The mandates that ended by their own end date until that instant and are not marked so, the first to end first. */
    List<UUID> expired(Instant until);

    /** Marks that mandate if it is one of these; nothing when it is not any more: another node may have been faster. */
    Optional<Mandate> noteExpired(UUID mandate, Instant until);
}
