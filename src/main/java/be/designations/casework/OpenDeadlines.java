package be.designations.casework;

import be.designations.directory.OrganisationName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deadlines of the open work of a desk, as they are stored. */
public interface OpenDeadlines {

    /** The ends of days at which open work of that desk is due, from that instant on. */
    Set<Instant> ends(Desk desk, Instant from);

    /** When somebody is still to be reminded of open work of that desk, from that instant on. */
    Set<Instant> reminders(Desk desk, Instant from);

    /** How much is due from that instant on, counted up to that number. */
    int count(Desk desk, Instant from, int most);

    /** The first that is due from that instant on. */
    List<Due> first(Desk desk, Instant from, int most);

    /** Work and by when it is to be done. */
    record Due(DossierNumber number, WorkKind kind, OrganisationName organisation, Instant dueAt) {}

    /**
     * Moves what lies at one of these moments.
     *
     * @return how much has another deadline now
     */
    int move(Desk desk, Map<Instant, Instant> ends, Map<Instant, Instant> reminders);
}
