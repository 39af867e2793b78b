package be.designations.expiry;

import be.designations.access.QualityId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ends soon, who was told, and what is let go. */
public interface ExpiryStore {

    /**
     * The two times at which it is told.
     *
     * @param seven  the end of the last day that is at most seven days away
     * @param thirty the end of the last day that is at most thirty days away
     */
    record Times(Instant now, Instant seven, Instant thirty) {}

    /** Entities in which something ends soon of which nobody was told; at most so many. */
    List<OrganisationId> withUntold(Times times, int most);

    /** What ends soon there and was not told of. */
    List<Ending> untold(OrganisationId entity, Times times);

    /** Writes down that these are told of; answers with those of which nobody else did. */
    Set<UUID> note(Collection<Ending> told, Times times);

    /** @param first the first instant at which one of them no longer holds */
    record InEntity(OrganisationId entity, int count, Instant first) {}

    /**
     * How much ends within thirty days in each of these entities; those where nothing does are left out.
     *
     * @param qualities as in {@link #ending}
     */
    List<InEntity> counts(Set<OrganisationId> entities, @Nullable Set<QualityId> qualities, Times times);

    /**
     * The rights of that person that end within thirty days, the first to end first.
     *
     * @param entity only in that one; null for anywhere
     */
    List<Ending> ownRights(PersonId person, @Nullable OrganisationId entity, Times times, int size);

    /**
     * What ends within thirty days, the first to end first.
     *
     * @param qualities only rights in these, and relationships of their users; null for all
     * @param after     the last one of the page before, or null
     */
    List<Ending> ending(
            OrganisationId entity, @Nullable Set<QualityId> qualities, Times times, @Nullable UUID after, int size);

    /**
     * Those of these that have not ended and are of that entity.
     *
     * @param qualities as in {@link #ending}
     */
    List<Ending> find(OrganisationId entity, @Nullable Set<QualityId> qualities, Collection<UUID> ids, Instant now);

    /** Writes down that these are let go; twice is once. */
    void letGo(Collection<Ending> endings, PersonId by, Instant at);
}
