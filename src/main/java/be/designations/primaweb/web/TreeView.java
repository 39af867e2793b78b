package be.designations.primaweb.web;

import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tree of functions on a page, with its ticks.
 *
 * @param ticked  codes
 * @param opened  codes of the blocks that are shown open
 * @param found   codes of what was looked for
 * @param partial whether only what is ticked is shown
 */
public record TreeView(FunctionTree tree, Set<String> ticked, Set<String> opened, Set<String> found, boolean partial) {

    public TreeView {
        ticked = Set.copyOf(ticked);
        opened = Set.copyOf(opened);
        found = Set.copyOf(found);
    }

    static TreeView of(FunctionTree tree, Collection<String> ticked) {
        return new TreeView(tree, Set.copyOf(ticked), Set.of(), Set.of(), false);
    }

    /** Without what is not ticked. */
    TreeView only() {
        return new TreeView(tree, ticked, opened, found, true);
    }

    TreeView opening(Collection<String> blocks) {
        Set<String> more = new HashSet<>(opened);
        more.addAll(blocks);
        return new TreeView(tree, ticked, more, found, partial);
    }

    /** Opens the blocks that hold what has all these words in one of its names, in whatever language; accents aside. */
    TreeView finding(String typed) {
        List<String> words = Stream.of(plain(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return this;
        }
        Set<String> matching = new HashSet<>();
        Set<String> blocks = new HashSet<>(opened);
        tree.functions().forEach(code -> tree.find(code)
                .filter(node -> matches(node, words))
                .ifPresent(node -> {
                    matching.add(code);
                    blocks.addAll(tree.blocksAround(code));
                }));
        return new TreeView(tree, ticked, blocks, matching, partial);
    }

    private static boolean matches(Node node, List<String> words) {
        return node.names().stream()
                .flatMap(name -> Stream.of(name.fr(), name.nl(), name.de()))
                .map(TreeView::plain)
                .anyMatch(name -> words.stream().allMatch(name::contains));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** What is shown in a block, or at the top for null. */
    public List<Node> in(@Nullable String block) {
        return tree.in(block).stream()
                .filter(node -> node.block()
                        ? (partial ? count(node.code()) : total(node.code())) > 0
                        : !partial || ticked.contains(node.code()))
                .toList();
    }

    /** How many functions of a block, or of all for null, are ticked. */
    public long count(@Nullable String block) {
        return tree.functionsIn(block).stream().filter(ticked::contains).count();
    }

    /** How many functions there are in a block, or at all for null. */
    public int total(@Nullable String block) {
        return tree.functionsIn(block).size();
    }

    public boolean has(String code) {
        return ticked.contains(code);
    }

    public boolean open(String block) {
        return opened.contains(block);
    }

    public boolean matches(String code) {
        return found.contains(code);
    }

    /** What the function needs and brings along. */
    public List<Node> needs(Node node) {
        return tree.nodes(node.needs());
    }
}
