package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The suspensions as they are stored. */
public interface SuspensionStore {

    /** Those that go on. */
    List<Suspension> current();

    /** The one of that process that goes on. */
    default Optional<Suspension> current(String process) {
        return current().stream()
                .filter(suspension -> suspension.process().equals(process))
                .findFirst();
    }

    /** The latest first, those that go on too. */
    List<Suspension> last(int most);

    /** @return whether it was added; not while another one of that process goes on */
    boolean add(Suspension suspension);

    /** @return whether it was ended; not when it had ended already */
    boolean end(Suspension suspension, Instant at, PersonId by);
}
