package be.designations.mandate;

import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.RefusalGround;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adjunct and interim officers as they are stored. */
public interface AssistanceStore {

    /** Keeps others from naming somebody for that CPAS until this transaction ends. */
    void hold(OrganisationId cpas);

    void add(Assistance assistance);

    /** Its end, why it ends and when that was noted. */
    void update(Assistance assistance);

    Optional<Assistance> find(CaseId dossier);

    /** As {@link #find}, held back from others until this transaction ends. */
    Optional<Assistance> lock(CaseId dossier);

    /** Of that CPAS, those that were not given up and hold at some time of that period; null for no end. */
    List<Assistance> within(OrganisationId cpas, Instant from, @Nullable Instant until);

    /**
     * Those that are over at that instant and not noted so. An interim also once a mandate has begun: after it did; or, when that mandate was
     * given after they were named, before or with it. An officer who only goes on does not begin (D108).
     *
     * @param endedAt when it ended
     */
    record Over(CaseId dossier, Instant endedAt, boolean byMandate) {}

    List<Over> over(Instant at);

    /** Interim officers whose last day comes until then, nobody having ended it earlier, and whose CPAS was not told. */
    List<CaseId> endingUntold(Instant after, Instant until);

    void noteTold(CaseId dossier, Instant at);

    /**
     * That SPP IS does not want somebody as officer of a CPAS.
     *
     * @param withdrawn whether it withdrew its approval; else it refused
     * @param at        when
     */
    record Denial(boolean withdrawn, Instant at) {}

    /**
     * What SPP IS said last of that person as officer of that CPAS, if it was no: empty when it said nothing, or approved them or let their
     * mandate go on since.
     *
     * @param silent refusals for these say nothing
     */
    Optional<Denial> lastDenial(OrganisationId cpas, PersonId person, Set<RefusalGround> silent);

    /** Who stands in for an officer whom two CPAS share, at the other one. */
    record Neighbour(CaseId dossier, PersonId person, String name, int cpas, Instant from, Instant until) {}

    /**
     * Whom other CPAS have named interim, now or for later, that have the officer of that CPAS too, or had until so recently; the one of most CPAS
     * first.
     */
    List<Neighbour> neighbours(OrganisationId cpas, Instant now, Instant recent);
}
