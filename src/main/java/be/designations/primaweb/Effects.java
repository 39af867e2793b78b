package be.designations.primaweb;

import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.ProfileStore.Holder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change of a profile would do to whoever has it: who else has a function by another profile neither gains nor loses it.
 *
 * @param added   functions that would come into the profile
 * @param removed functions that would leave it
 * @param groups  its users by what they would gain and lose; those without either last
 */
public record Effects(List<Node> added, List<Node> removed, List<Group> groups) {

    public Effects {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        groups = List.copyOf(groups);
    }

    /** Users alike. */
    public record Group(List<Node> gains, List<Node> losses, List<String> people) {

        public Group {
            gains = List.copyOf(gains);
            losses = List.copyOf(losses);
            people = List.copyOf(people);
        }

        boolean unchanged() {
            return gains.isEmpty() && losses.isEmpty();
        }
    }

    static Effects of(FunctionTree tree, Set<String> before, Set<String> after, Collection<Holder> holders) {
        Set<String> added = without(after, before);
        Set<String> removed = without(before, after);
        Map<List<Set<String>>, List<String>> alike = holders.stream()
                .collect(Collectors.groupingBy(
                        holder -> List.of(gains(holder, added), gains(holder, removed)),
                        LinkedHashMap::new,
                        Collectors.mapping(Holder::name, Collectors.toList())));
        List<Group> groups = new ArrayList<>();
        alike.forEach((change, people) ->
                groups.add(new Group(tree.nodes(change.get(0)), tree.nodes(change.get(1)), people)));
        groups.sort((one, other) -> Boolean.compare(one.unchanged(), other.unchanged()));
        return new Effects(tree.nodes(added), tree.nodes(removed), groups);
    }

    private static Set<String> gains(Holder holder, Set<String> changed) {
        return holder.everything() ? Set.of() : without(changed, holder.others());
    }

    static <T> Set<T> without(Set<T> some, Set<T> others) {
        Set<T> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** Whether anybody has the profile to whom the change means anything. */
    public boolean anybody() {
        return groups.stream().anyMatch(group -> !group.unchanged());
    }
}
