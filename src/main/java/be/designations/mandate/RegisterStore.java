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
     * @param language in which CPAS are ordered by name
     * @param after    the mandate with which the page before ended, or null for the first page
     * @param size     at most so many
     */
    List<RegisterLine> lines(
            RegisterQuery query, Seen seen, Language language, Instant now, @Nullable UUID after, int size);
}
