package be.designations.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists what decisions would permit, page by page: each walks an index from where the page before ended. */
public interface SearchStore {

    /**
     * What counts.
     *
     * @param roles        codes of the roles by which it may be done
     * @param applications codes of the applications that a local manager has by being it
     * @param capacity     the only capacity that counts, or null
     * @param function     only who has that one, or null
     */
    record Sought(
            Set<String> roles,
            Set<String> applications,
            @Nullable String capacity,
            @Nullable String function,
            Where where,
            Instant at) {

        public Sought {
            roles = Set.copyOf(roles);
            applications = Set.copyOf(applications);
        }
    }

    /**
     * People who may.
     *
     * @param after whose id comes before; null for the first page
     */
    List<UUID> people(Sought sought, @Nullable UUID after, int most);

    /**
     * Places where somebody may: their numbers, of qualities their ids; or the functions that they have there, by code.
     *
     * @param type  ENTITY, QUALITY, ESTABLISHMENT_UNIT or FUNCTION
     * @param whose person or NISS; the rest of it does not count
     * @param after null for the first page
     */
    List<String> places(ResourceType type, Question whose, Sought sought, @Nullable String after, int most);
}
