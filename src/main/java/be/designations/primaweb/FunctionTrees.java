package be.designations.primaweb;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of functions and the predefined profiles, as they are stored. */
public interface FunctionTrees {

    FunctionTree current();

    /**
     * The predefined profiles.
     *
     * @param cpas as in whose region they are called, or null for no region in particular
     */
    List<PredefinedProfile> predefined(@Nullable OrganisationId cpas);

    /** Holds other changes of the tree back until this transaction ends. */
    void lock();

    /** Notes that there is a new version. */
    void begin(int version, PersonId by, Instant at);

    /** Adds a function, or a block, as the last one of its block. */
    void add(String code, boolean block, FunctionDetails details, int version);

    /** Another block has it last. */
    void change(String code, FunctionDetails details);

    /** @param version the first without them */
    void withdraw(Set<String> codes, int version);

    void propose(String predefined, Set<String> functions);
}
