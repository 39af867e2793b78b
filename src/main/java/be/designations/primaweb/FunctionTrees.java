package be.designations.primaweb;

import be.designations.directory.OrganisationId;
import java.util.List;

/** The tree of functions and the predefined profiles, as they are stored. */
public interface FunctionTrees {

    FunctionTree current();

    /** The predefined profiles, called as in the region of that CPAS. */
    List<PredefinedProfile> predefined(OrganisationId cpas);
}
