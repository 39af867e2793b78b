package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationName;
import be.designations.identifier.EnterpriseNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What ends on a day and is nobody’s work: it stands in the calendar beside deadlines, for those whom it concerns (D119). The module that knows
 * such ends answers.
 */
public interface DatedEnds {

    /**
     * An end.
     *
     * @param id           the same wherever it moves
     * @param kind         what ends; its words are under {@code ends.<kind>}
     * @param number       of the organisation
     * @param lastDay      the last one before it has ended
     * @param address      of the page that tells more
     */
    record End(
            UUID id,
            String kind,
            EnterpriseNumber number,
            OrganisationName organisation,
            LocalDate lastDay,
            String address) {}

    /** Whether the actor, as they act now, has a calendar for the sake of such ends, be there none for the moment. */
    boolean concern(Actor actor);

    /** Those with their last day on one of that many days from the first on, the soonest first; nothing for whom they do not concern. */
    List<End> read(Actor actor, LocalDate first, int days);
}
