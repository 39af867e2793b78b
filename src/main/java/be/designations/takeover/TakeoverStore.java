package be.designations.takeover;

import be.designations.access.BasisId;
import be.designations.casework.Desk;
import be.designations.directory.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The takeovers as they are stored. */
public interface TakeoverStore {

    /** The latest first, the withdrawn ones among them. */
    List<Takeover> all(int most);

    Optional<Takeover> find(UUID id);

    /** The one of that desk that begins last, or began last, and was not withdrawn. */
    Optional<Takeover> last(Desk desk);

    void add(Takeover takeover, BasisId basis);

    void withdraw(Takeover takeover, Instant at, BasisId basis);

    /** Those that have begun and were not carried out, the first first. */
    List<Takeover> toCarryOut(Instant now);

    /** @return false when another node was faster */
    boolean markCarriedOut(UUID id, Instant at);

    /**
     * What a takeover finds.
     *
     * @param running open dossiers in which the desk has or will have something to do
     * @param open    pieces of work that wait at it
     * @param taken   of these, how many somebody has taken
     * @param deputies who would still be deputy of somebody there on the first day
     */
    record Found(int running, int open, int taken, int deputies) {}

    /** @param kinds the kinds of dossiers that the desk works on */
    Found found(Desk desk, Collection<String> kinds, OrganisationId former, Instant from);

    /** Writes in the history of each open dossier of these kinds that the desk is another organisation’s; in one statement. */
    int tellDossiers(Takeover takeover, Collection<String> kinds, Instant at);
}
