package be.designations.primaweb;

import be.designations.access.Translated;
import java.util.Set;

/** What somebody makes a profile to be. */
public record ProfileDetails(Translated name, Set<String> functions) {

    public ProfileDetails {
        functions = Set.copyOf(functions);
    }

    /** Its names as they are kept, on one line. */
    ProfileDetails tidy() {
        return new ProfileDetails(name.tidy(), functions);
    }
}
