package be.designations.access;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rights as they are stored; periods end, rows stay. */
public interface Rights {

    /** The rights of these people in that quality that have not ended at that instant, those to come included. */
    List<Right> of(QualityId quality, Collection<PersonId> people, Instant at);

    void grant(Collection<Right> rights);

    /** Ends rights at that instant; one that would have begun later never begins. */
    void end(Collection<UUID> rights, Instant at, BasisId basis);
}
