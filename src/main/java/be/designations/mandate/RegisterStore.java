package be.designations.mandate;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the register of mandates. */
public interface RegisterStore {

    /**
     * Which mandates somebody sees.
     *
     * @param cpas   of these, or null for all
     * @param person and those of that person
     */
    record Seen(@Nullable Set<OrganisationId> cpas, PersonId person) {}

    /**
     * Where a page begins or ends.
     *
     * @param mandate  one beside it, which is not on it
     * @param backward whether the page ends before that one; else it begins after it
     */
    record Place(UUID mandate, boolean backward) {}

    /**
     * @param language in which CPAS are ordered by name
     * @param place    null for the first page
     * @param size     at most so many; those next to the place, in the order of the list
     */
    List<RegisterLine> lines(
            RegisterQuery query, Seen seen, Language language, Instant now, @Nullable Place place, int size);

    /** Who is or was officer of that CPAS, assists or assisted one, or stands or stood in for one; the newest first. */
    List<RegisterLine> ofCpas(OrganisationId cpas);

    /**
     * Those that end after one instant, and at another one at the latest, the soonest first, at most so many. What the same person goes on
     * with in the same CPAS without a gap does not end.
     */
    List<RegisterLine> ending(Seen seen, Instant after, Instant until, int size);

    /** As what that person stands in the register at that instant or later, the newest first, at most so many. */
    List<RegisterLine> heldBy(PersonId person, Instant at, int size);
}
