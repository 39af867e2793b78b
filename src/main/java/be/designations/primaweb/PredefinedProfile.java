package be.designations.primaweb;

import be.designations.access.Translated;
import java.util.Set;

/**
 * A set of functions to begin a profile with. What it ticks is the product’s own proposal. <i>Source: A9, D25.</i>
 *
 * @param name as it is called in the region of the CPAS
 */
public record PredefinedProfile(String code, Translated name, Set<String> functions) {

    public PredefinedProfile {
        functions = Set.copyOf(functions);
    }
}
