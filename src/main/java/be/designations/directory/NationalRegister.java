package be.designations.directory;

import be.designations.identifier.Niss;
import java.util.Optional;

/** The authentic register of people; the local implementation answers from our own directory. */
public interface NationalRegister {

    Optional<RegisteredPerson> find(Niss niss);
}
