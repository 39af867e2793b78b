package be.designations.primaweb;

import be.designations.access.Translated;
import be.designations.directory.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions of PrimaWeb in their blocks, in the order of the source, as they are now. <i>Source: A9, D25, D26.</i> */
public final class FunctionTree {

    private final int version;
    private final Map<String, Node> all = new LinkedHashMap<>();
    private final Map<@Nullable String, List<Node>> children;

    /**
     * @param version of the tree, which rises with each change
     * @param nodes   every block and function that there is or was, those of a block in their order
     */
    public FunctionTree(int version, List<Node> nodes) {
        this.version = version;
        nodes.forEach(node -> all.put(node.code(), node));
        all.replaceAll((code, node) -> node.standingIn(namesAround(code)));
        Map<@Nullable String, List<Node>> within = new LinkedHashMap<>();
        all.values().stream().filter(node -> !node.withdrawn()).forEach(node -> within.computeIfAbsent(
                        node.parent(), block -> new ArrayList<>())
                .add(node));
        this.children = within;
    }

    /**
     * A block, or a function with its tick.
     *
     * @param parent    code of the block in which it stands, or null
     * @param closed    whether it is a block that the source leaves closed, for which one function stands
     * @param names     one, or those that share the tick
     * @param needs     codes of the functions without which it cannot be reached
     * @param withdrawn whether it is in the tree no more
     * @param blocks    names of the blocks in which it stands, the outermost first: many functions have the same name
     */
    public record Node(
            String code,
            @Nullable String parent,
            boolean block,
            boolean closed,
            List<Translated> names,
            Set<String> needs,
            boolean withdrawn,
            List<Translated> blocks) {

        public Node {
            names = List.copyOf(names);
            needs = Set.copyOf(needs);
            blocks = List.copyOf(blocks);
        }

        /** One whose place is not known yet. */
        public Node(
                String code,
                @Nullable String parent,
                boolean block,
                boolean closed,
                List<Translated> names,
                Set<String> needs,
                boolean withdrawn) {
            this(code, parent, block, closed, names, needs, withdrawn, List.of());
        }

        private Node standingIn(List<Translated> around) {
            return new Node(code, parent, block, closed, names, needs, withdrawn, around);
        }

        /** Its name after those of its blocks. */
        public String path(Language language) {
            return Stream.concat(blocks.stream().map(name -> name.in(language)), Stream.of(in(language)))
                    .collect(Collectors.joining(" › "));
        }

        /** Its name, or its names one after the other. */
        public String in(Language language) {
            return names.stream().map(name -> name.in(language)).collect(Collectors.joining(" · "));
        }
    }

    private List<Translated> namesAround(String code) {
        List<Translated> around = new ArrayList<>();
        blocksAround(code)
                .forEach(block -> around.add(
                        0, Objects.requireNonNull(all.get(block)).names().get(0)));
        return around;
    }

    public int version() {
        return version;
    }

    /** What stands in a block, or at the top for null. */
    public List<Node> in(@Nullable String block) {
        return children.getOrDefault(block, List.of());
    }

    /** Also one that was withdrawn. */
    public Optional<Node> find(String code) {
        return Optional.ofNullable(all.get(code));
    }

    /** The codes of all functions, in the order of the tree. */
    public Set<String> functions() {
        return functionsIn(null);
    }

    /** The codes of all functions in that block and the blocks in it; none when there is no such block. */
    public Set<String> functionsIn(@Nullable String block) {
        Set<String> found = new LinkedHashSet<>();
        for (Node node : in(block)) {
            if (node.block()) {
                found.addAll(functionsIn(node.code()));
            } else {
                found.add(node.code());
            }
        }
        return found;
    }

    /** The code of that node and of all that stands in it. */
    public Set<String> within(String code) {
        Set<String> found = new LinkedHashSet<>(Set.of(code));
        in(code).forEach(inner -> found.addAll(within(inner.code())));
        return found;
    }

    /** Those of these that are functions of the tree, in its order. */
    public Set<String> known(Collection<String> codes) {
        return functions().stream().filter(codes::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of these that were withdrawn from the tree. */
    public List<Node> withdrawn(Collection<String> codes) {
        return all.values().stream()
                .filter(node -> node.withdrawn() && codes.contains(node.code()))
                .toList();
    }

    /** These functions, as they are in the order of the tree; those that were withdrawn last. */
    public List<Node> nodes(Collection<String> codes) {
        List<Node> found = new ArrayList<>();
        known(codes).forEach(code -> found.add(all.get(code)));
        found.addAll(withdrawn(codes));
        return found;
    }

    /** These functions with all that they need, and that needs in turn. */
    public Set<String> withNeeds(Collection<String> codes) {
        Set<String> reached = new LinkedHashSet<>(codes);
        Deque<String> open = new ArrayDeque<>(codes);
        while (!open.isEmpty()) {
            find(open.pop()).ifPresent(node -> node.needs().stream()
                    .filter(needed ->
                            find(needed).filter(other -> !other.withdrawn()).isPresent())
                    .filter(reached::add)
                    .forEach(open::push));
        }
        return known(reached);
    }

    /** The codes of the blocks in which a function stands, the outermost last. */
    public List<String> blocksAround(String code) {
        List<String> around = new ArrayList<>();
        String block = find(code).map(Node::parent).orElse(null);
        while (block != null) {
            around.add(block);
            block = find(block).map(Node::parent).orElse(null);
        }
        return around;
    }
}
