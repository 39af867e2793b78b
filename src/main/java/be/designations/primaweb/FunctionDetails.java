package be.designations.primaweb;

import be.designations.access.Translated;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the support desk makes a function, or a block of them, to be.
 *
 * @param block code of the block in which it stands, or null for the top
 * @param names one, or those that share the tick of a function
 * @param needs codes of the functions that come along with it; none of a block
 */
public record FunctionDetails(@Nullable String block, List<Translated> names, Set<String> needs) {

    public FunctionDetails {
        names = names.stream().map(Translated::tidy).toList();
        needs = Set.copyOf(needs);
    }
}
