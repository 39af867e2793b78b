package be.designations.directory;

import be.designations.identifier.Niss;
import java.util.Optional;

/** The authentic register of people; the local implementation answers from our own directory. */
public interface NationalRegister {

    /** The person with that number; nobody when the number was withdrawn. */
    Optional<RegisteredPerson> find(Niss niss);

    /** What became of that number, when it is not used any more. */
    Optional<WithdrawnNiss> withdrawal(Niss niss);

    /**
     * Whether it is there; asks about nobody. The local one is where our own directory is.
     *
     * @throws RegisterSilentException when it does not answer
     */
    default void greet() {}
}
