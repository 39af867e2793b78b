package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rights as they are stored; periods end, rows stay. */
public interface Rights {

    /** The rights of these people in that quality that have not ended at that instant, those to come included. */
    default List<Right> of(QualityId quality, Collection<PersonId> people, Instant at) {
        return of(List.of(quality), people, at);
    }

    /** The same in these qualities. */
    List<Right> of(Collection<QualityId> qualities, Collection<PersonId> people, Instant at);

    /** The rights of that person in the qualities of that entity that have not ended at that instant, those to come included. */
    List<Right> of(PersonId person, OrganisationId organisation, Instant at);

    /** Those of these rights that there are. */
    List<Right> find(Collection<UUID> ids);

    /** Holds back what changes of what these people have, in whatever quality, until this transaction ends. */
    void lock(Collection<PersonId> people);

    /** Who of these people has, or will have, a right of one of these roles in whatever quality, each with one such role. */
    Map<PersonId, String> holders(Collection<PersonId> people, Set<String> roles, Instant at);

    void grant(Collection<Right> rights);

    /** Ends rights at that instant; one that would have begun later never begins, and one that has ended stays as it was. */
    void end(Collection<UUID> rights, Instant at, BasisId basis);

    /**
     * Ends each of these rights earlier, those that have not ended by then: at an instant that may lie before the decision, until
     * which they gave access all the same.
     *
     * @param decidedAt when it was decided
     */
    void shorten(Collection<EarlierEnd> ends, Instant decidedAt, BasisId basis);

    /** Lets each of these rights go on until that instant, when it ends earlier; what it was to be before stays on record. */
    void extend(Collection<UUID> rights, Instant until, BasisId basis);
}
