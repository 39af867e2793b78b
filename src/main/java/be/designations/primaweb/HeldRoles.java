package be.designations.primaweb;

import be.designations.access.QualityId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which roles of PrimaWeb run for somebody, as they are stored. */
public interface HeldRoles {

    /** The codes of the roles of PrimaWeb that the person may use in that quality at that instant: none while blocked there. */
    Set<String> of(QualityId quality, PersonId person, Instant at);

    /** How surely somebody must be recognised to open PrimaWeb. */
    int neededLevel();

    /** The names of who looks after the profiles at that instant, local manager first. */
    List<String> managers(QualityId quality, Instant at);
}
