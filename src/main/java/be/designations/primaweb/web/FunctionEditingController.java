package be.designations.primaweb.web;

import be.designations.access.Translated;
import be.designations.directory.Actor;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.primaweb.FunctionDetails;
import be.designations.primaweb.FunctionEditing;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.PredefinedProfile;
import be.designations.rules.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the support desk keeps PrimaWeb’s functions and the predefined profiles. */
@Controller
@RequestMapping(FunctionEditingController.PATH)
class FunctionEditingController {

    static final String PATH = "/operations/primaweb";

    private static final List<String> LANGUAGES = List.of("fr", "nl", "de");

    private final FunctionEditing editing;

    FunctionEditingController(FunctionEditing editing) {
        this.editing = editing;
    }

    @GetMapping
    String list(Actor actor, Page page) {
        FunctionEditing.Kept kept = editing.kept(actor);
        open(kept, page).with("tree", kept.tree());
        return "primaweb/functions";
    }

    /** @param block whether a block is made */
    @GetMapping("/functions/new")
    String blank(Actor actor, @RequestParam(defaultValue = "false") boolean block, Page page) {
        FunctionEditing.Kept kept = editing.kept(actor);
        return show(kept, null, block, Map.of(), kept.tree().version(), List.of(), page);
    }

    /** @param version of the tree on which the page was made */
    @PostMapping("/functions/new")
    String add(
            Actor actor, @RequestParam(defaultValue = "false") boolean isBlock, @RequestParam int version, Page page) {
        String code = page.parameter("code").orElse("").strip();
        return page.attempt(() -> {
                    editing.add(actor, code, isBlock, version, details(page));
                    return page.done(PATH, "primaweb.function.saved", code);
                })
                .or(wrong -> show(editing.kept(actor), null, isBlock, typed(page), version, wrong, page));
    }

    @GetMapping("/functions/{code}")
    String edit(Actor actor, @PathVariable String code, Page page) {
        FunctionEditing.Kept kept = editing.kept(actor);
        Node node = node(kept, code).orElseThrow(() -> new NotFoundException("function"));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("block", node.parent() == null ? "" : node.parent());
        values.put("names.fr", lines(node.names(), Translated::fr));
        values.put("names.nl", lines(node.names(), Translated::nl));
        values.put("names.de", lines(node.names(), Translated::de));
        values.put("needs", node.needs().stream().sorted().collect(Collectors.joining("\n")));
        return show(kept, node, node.block(), values, kept.tree().version(), List.of(), page);
    }

    @PostMapping("/functions/{code}")
    String change(Actor actor, @PathVariable String code, @RequestParam int version, Page page) {
        return page.attempt(() -> {
                    editing.change(actor, code, version, details(page));
                    return page.done(PATH, "primaweb.function.saved", code);
                })
                .or(wrong -> {
                    FunctionEditing.Kept kept = editing.kept(actor);
                    // Withdrawn by a colleague meanwhile: what was typed makes another one.
                    boolean block = kept.tree().find(code).filter(Node::block).isPresent();
                    Node node = node(kept, code).orElse(null);
                    return show(kept, node, block, typed(page), kept.tree().version(), wrong, page);
                });
    }

    @PostMapping("/functions/{code}/withdrawal")
    String withdraw(Actor actor, @PathVariable String code, @RequestParam int version, Page page) {
        return page.attempt(() -> {
                    editing.withdraw(actor, code, version);
                    return page.done(PATH, "primaweb.function.withdrawn", code);
                })
                .or(wrong -> page.inform(PATH, "primaweb.tree-changed"));
    }

    @GetMapping("/predefined/{code}")
    String predefined(Actor actor, @PathVariable String code, Page page) {
        FunctionEditing.Kept kept = editing.kept(actor);
        PredefinedProfile one = kept.predefined(code);
        return show(kept, one, TreeView.of(kept.tree(), one.functions()), List.of(), page);
    }

    @PostMapping("/predefined/{code}")
    String propose(
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String _action,
            Page page) {
        ProfileSheet typed = ProfileSheet.read(page);
        if (!_action.equals(ProfileSheet.SAVE)) {
            FunctionEditing.Kept kept = editing.kept(actor);
            TreeView view = typed.after(_action, kept.tree(), kept.predefined()).view(kept.tree());
            return show(kept, kept.predefined(code), view, List.of(), page);
        }
        return page.attempt(() -> {
                    editing.propose(actor, code, version, typed.functions());
                    return page.done(PATH, "primaweb.function.saved", code);
                })
                .or(wrong -> {
                    FunctionEditing.Kept kept = editing.kept(actor);
                    return show(kept, kept.predefined(code), typed.view(kept.tree()), wrong, page);
                });
    }

    private static Optional<Node> node(FunctionEditing.Kept kept, String code) {
        return kept.tree().find(code).filter(node -> !node.withdrawn());
    }

    private static Page open(FunctionEditing.Kept kept, Page page) {
        return page.inSection("operations")
                .with("version", kept.tree().version())
                .with("predefined", kept.predefined());
    }

    private static String show(
            FunctionEditing.Kept kept, PredefinedProfile one, TreeView view, List<ShownError> wrong, Page page) {
        PrimaWebPages.refusing(wrong, open(kept, page), "functions")
                .with("one", one)
                .with("view", view);
        return "primaweb/predefined";
    }

    private static String show(
            FunctionEditing.Kept kept,
            @Nullable Node node,
            boolean block,
            Map<String, String> values,
            int version,
            List<ShownError> wrong,
            Page page) {
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        open(kept, page)
                .with("version", wrong.isEmpty() ? version : kept.tree().version())
                .with("node", node)
                .with("isBlock", block)
                .with(
                        "inside",
                        node == null || !block
                                ? List.of()
                                : kept.tree().nodes(kept.tree().functionsIn(node.code())))
                .with("form", form(kept.tree(), node, block, values, page).withErrors(wrong));
        return "primaweb/function";
    }

    private static FormView form(
            FunctionTree tree, @Nullable Node node, boolean isBlock, Map<String, String> values, Page page) {
        List<Field> fields = new ArrayList<>();
        if (node == null) {
            fields.add(field("code", "code", "textfield", false, values, page));
        }
        LANGUAGES.forEach(language -> fields.add(field(
                "names." + language,
                isBlock ? "name." + language : "names." + language,
                isBlock ? "textfield" : "textarea",
                false,
                values,
                page)));
        Map<String, String> blocks = new LinkedHashMap<>();
        blocks(tree, null, "", blocks, page);
        if (node != null) {
            blocks.keySet().removeAll(tree.within(node.code()));
        }
        fields.add(Field.choosing(
                "block",
                "select",
                page.text("primaweb.function.block"),
                null,
                true,
                Choice.of("block", blocks, Set.of(values.getOrDefault("block", "")))));
        if (!isBlock) {
            fields.add(field("needs", "needs", "textarea", true, values, page));
        }
        return FormView.of(fields, page.locale());
    }

    private static void blocks(
            FunctionTree tree, @Nullable String within, String before, Map<String, String> found, Page page) {
        tree.in(within).stream().filter(Node::block).forEach(block -> {
            String name = before + block.in(page.language());
            found.put(block.code(), name);
            blocks(tree, block.code(), name + " – ", found, page);
        });
    }

    private static Field field(
            String key, String called, String type, boolean optional, Map<String, String> values, Page page) {
        return Field.text(
                key,
                type,
                page.text("primaweb.function." + called),
                page.textIfAny("primaweb.function." + called + ".hint").orElse(null),
                optional,
                values.getOrDefault(key, ""));
    }

    private static Map<String, String> typed(Page page) {
        return Stream.of("code", "names.fr", "names.nl", "names.de", "block", "needs")
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), field -> page.parameter(field).orElse("")));
    }

    /** A name a line; the lines of the languages belong together in their order. */
    private static FunctionDetails details(Page page) {
        Map<String, String> typed = typed(page);
        List<String> fr = lines(typed, "names.fr");
        List<String> nl = lines(typed, "names.nl");
        List<String> de = lines(typed, "names.de");
        List<Translated> names = new ArrayList<>();
        for (int i = 0; i < Math.max(fr.size(), Math.max(nl.size(), de.size())); i++) {
            names.add(new Translated(line(fr, i), line(nl, i), line(de, i)));
        }
        String block = typed.getOrDefault("block", "");
        return new FunctionDetails(block.isEmpty() ? null : block, names, new LinkedHashSet<>(lines(typed, "needs")));
    }

    private static String line(List<String> lines, int place) {
        return place < lines.size() ? lines.get(place) : "";
    }

    private static List<String> lines(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String lines(List<Translated> names, Function<Translated, String> language) {
        return names.stream().map(language).collect(Collectors.joining("\n"));
    }
}
