package be.designations.casework;

import be.designations.directory.PersonId;
import java.util.Optional;

/** Who answers for the work of a desk (D78). */
public interface DeskHeads {

    /** Whoever is head of that desk now; nobody when no one was designated or when that person no longer works there. */
    Optional<PersonId> of(Desk desk);
}
