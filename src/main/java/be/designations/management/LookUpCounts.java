package be.designations.management;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Optional;

/** How often somebody looked numbers of the National Register up; the numbers are not kept. */
public interface LookUpCounts {

    /** Holds further tries of that person back until the transaction ends. */
    void lock(PersonId by);

    /**
     * When the oldest of that person’s last so many tries was made, or of their last so many misses, whichever is later: what has
     * to be past before they try again.
     *
     * @param from   older ones do not count
     * @param missed those that were nobody’s, or not of the person named
     * @return nothing where there were fewer
     */
    Optional<Instant> exhausted(PersonId by, Instant from, int all, int missed);

    /**
     * Counts a try as a miss: until it is known to be none, it is one.
     *
     * @return the number of the try
     */
    long add(PersonId by, Instant at);

    /** It was no miss. */
    void found(long number);

    /** It does not count. */
    void remove(long number);
}
