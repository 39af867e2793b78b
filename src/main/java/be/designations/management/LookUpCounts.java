package be.designations.management;

import be.designations.directory.PersonId;
import java.time.Instant;

/** How often somebody looked numbers of the National Register up; the numbers are not kept. */
public interface LookUpCounts {

    /** @param missed those that were nobody’s, or not of the person named */
    record Tries(int all, int missed) {}

    /** Holds further tries of that person back until the transaction ends. */
    void lock(PersonId by);

    Tries since(PersonId by, Instant from);

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
