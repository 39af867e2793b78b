package be.designations.primaweb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The menu of PrimaWeb’s home, as the source shows it, with what each entry asks for. <i>Source: A9, D63.</i> */
public final class HomeMenu {

    /** What an entry is lit by. */
    private enum By {
        /** For everybody who enters. */
        EVERYBODY,
        /** For whoever looks after the profiles. */
        MANAGERS,
        /** The source names no function for it: for whoever has one at all. */
        ANY_FUNCTION,
        FUNCTIONS
    }

    /** @param functions codes of functions or blocks, any of which will do */
    private record Line(String code, By by, List<String> functions) {

        static Line of(String code, String... functions) {
            return new Line(code, By.FUNCTIONS, List.of(functions));
        }

        static Line of(String code, By by) {
            return new Line(code, by, List.of());
        }
    }

    private record Part(String code, List<Line> lines) {}

    private static final List<Part> ALL = List.of(
            new Part(
                    "INFORMATION",
                    List.of(Line.of("CPAS_SHEET", By.ANY_FUNCTION), Line.of("CPAS_SOCIAL_WORKERS", By.ANY_FUNCTION))),
            new Part("ACCESS", List.of(Line.of("MY_ACCESS", By.EVERYBODY), Line.of("MANAGE_ACCESS", By.MANAGERS))),
            new Part("ADMIN_LOGS", List.of(Line.of("ADMIN_LOGS", By.MANAGERS))),
            new Part(
                    "CASES",
                    List.of(
                            Line.of("CASES_LIST", "CASES_FIND"),
                            Line.of("CASE_NEW", "CASE_CREATE"),
                            Line.of("CASE_FIND", "CASES_FIND"),
                            Line.of("FORMS_TO_SEND", "FORMS_TO_SEND"),
                            Line.of("FORMS_LIST", "FORMS_LIST"),
                            Line.of("HEATING_EXPORT", "HEATING_EXPORT"),
                            Line.of("SOCIAL_REPORTS", "SOCIAL_REPORTS"),
                            Line.of("SCHEDULE", By.ANY_FUNCTION))),
            new Part(
                    "DOCUMENTS",
                    List.of(Line.of("DOCUMENT_ADD", "DOCUMENTS"), Line.of("DOCUMENTS_MANAGE", "DOCUMENTS"))),
            new Part(
                    "NOTIFICATIONS",
                    List.of(
                            Line.of("ALERTS", "ALERTS"),
                            Line.of("FORM_BLOCKS", "FORM_BLOCKS"),
                            Line.of("STATUS_CHANGES", By.ANY_FUNCTION))),
            new Part(
                    "MUTATIONS",
                    List.of(Line.of("MUTATIONS_READ", "MUTATIONS"), Line.of("CPAS_ONLINE", By.ANY_FUNCTION))),
            new Part("STATISTICS", List.of(Line.of("INTEGRATION_PROJECTS", "INTEGRATION_PROJECTS"))));

    private HomeMenu() {}

    /** A part of the menu. */
    public record Block(String code, List<Entry> entries) {

        public Block {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry.
     *
     * @param lit   whether it is open to the reader
     * @param needs the functions any of which would open it; empty where the source names none
     */
    public record Entry(String code, boolean lit, List<FunctionTree.Node> needs) {

        public Entry {
            needs = List.copyOf(needs);
        }
    }

    /**
     * @param role in which the reader has entered, or null when they have not chosen
     * @param held the codes of the functions that the reader has
     */
    static List<Block> of(FunctionTree tree, @Nullable PrimaWebRole role, Set<String> held) {
        boolean manages = role != null && role.manages();
        List<Block> blocks = new ArrayList<>();
        for (Part part : ALL) {
            List<Entry> entries = new ArrayList<>();
            for (Line line : part.lines()) {
                Set<String> codes = codes(tree, line);
                switch (line.by()) {
                    case EVERYBODY -> entries.add(new Entry(line.code(), true, List.of()));
                    case MANAGERS -> {
                        if (manages) {
                            entries.add(new Entry(line.code(), true, List.of()));
                        }
                    }
                    case ANY_FUNCTION -> entries.add(new Entry(line.code(), !held.isEmpty(), List.of()));
                    case FUNCTIONS ->
                        entries.add(new Entry(line.code(), !Collections.disjoint(codes, held), tree.nodes(codes)));
                }
            }
            blocks.add(new Block(part.code(), entries));
        }
        return blocks;
    }

    private static Set<String> codes(FunctionTree tree, Line line) {
        List<String> codes = new ArrayList<>(line.functions());
        line.functions().forEach(code -> codes.addAll(tree.functionsIn(code)));
        return tree.known(codes);
    }
}
