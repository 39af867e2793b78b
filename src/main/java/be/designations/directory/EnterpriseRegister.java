package be.designations.directory;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The authentic register of enterprises (BCE / KBO); the local implementation answers from our own directory. The
 * application asks it through {@link Enterprises}, which does not wait for ever and does not believe everything.
 */
public interface EnterpriseRegister {

    /** @throws RegisterSilentException when it does not answer */
    Optional<RegisteredEnterprise> find(EnterpriseNumber number);

    /**
     * The legal functions that the person has, had or will have there.
     *
     * @throws RegisterSilentException when it does not answer
     */
    List<RegisteredFunction> functions(EnterpriseNumber number, Niss niss);

    /**
     * The enterprises in which the person holds a legal function at that instant, by number; at the most 100.
     *
     * @throws RegisterSilentException when it does not answer
     */
    List<RegisteredEnterprise> representedBy(Niss niss, Instant at);

    /**
     * Whether it is there; asks about nobody. The local one is where our own directory is.
     *
     * @throws RegisterSilentException when it does not answer
     */
    default void greet() {}
}
