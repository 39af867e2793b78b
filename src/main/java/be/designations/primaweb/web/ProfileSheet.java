package be.designations.primaweb.web;

import be.designations.access.Translated;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.PredefinedProfile;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileDetails;
import be.designations.primaweb.Profiles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands on the page of a profile: descriptions, ticks, what was looked for.
 *
 * @param functions codes; those that there are not are refused when it is saved
 * @param search    what was looked for in the tree
 * @param opened    codes of the blocks that the last button was about
 */
public record ProfileSheet(Translated name, Set<String> functions, String search, Set<String> opened) {

    /** The button that saves; all others show the page again. */
    static final String SAVE = "save";

    private static final String FUNCTIONS = "functions";
    private static final int LONGEST_SEARCH = 100;

    public ProfileSheet {
        functions = Set.copyOf(functions);
        opened = Set.copyOf(opened);
    }

    static ProfileSheet blank() {
        return new ProfileSheet(new Translated("", "", ""), Set.of(), "", Set.of());
    }

    static ProfileSheet of(Profile profile, FunctionTree tree) {
        return new ProfileSheet(profile.name(), profile.functionsOf(tree), "", Set.of());
    }

    /** The same ticks under no name yet. */
    static ProfileSheet copy(Profile profile, FunctionTree tree) {
        return new ProfileSheet(new Translated("", "", ""), profile.functionsOf(tree), "", Set.of());
    }

    static ProfileSheet read(Page page) {
        String search = text(page, "search");
        return new ProfileSheet(
                new Translated(text(page, "name.fr"), text(page, "name.nl"), text(page, "name.de")),
                new LinkedHashSet<>(page.posted().getOrDefault(FUNCTIONS, List.of())),
                search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                Set.of());
    }

    private static String text(Page page, String field) {
        return page.parameter(field).orElse("");
    }

    ProfileDetails details() {
        return new ProfileDetails(name, functions);
    }

    /** What a button of the tree makes of the ticks: all or none, of a block or of all; or a predefined profile. */
    ProfileSheet after(String action, Profiles.Sheet sheet) {
        return after(action, sheet.tree(), sheet.predefined());
    }

    ProfileSheet after(String action, FunctionTree tree, List<PredefinedProfile> predefined) {
        String[] parts = action.split(":", 2);
        String what = parts.length > 1 ? parts[1] : "";
        Set<String> ticked = new LinkedHashSet<>(functions);
        switch (parts[0]) {
            case "all" -> ticked.addAll(tree.withNeeds(functionsIn(tree, what)));
            case "none" -> ticked.removeAll(functionsIn(tree, what));
            case "predefined" -> {
                Optional<PredefinedProfile> chosen = predefined.stream()
                        .filter(profile -> profile.code().equals(what))
                        .findFirst();
                chosen.ifPresent(profile -> {
                    ticked.clear();
                    ticked.addAll(tree.withNeeds(profile.functions()));
                });
            }
            default -> {}
        }
        Set<String> open = new LinkedHashSet<>();
        if (tree.find(what).isPresent()) {
            open.add(what);
            open.addAll(tree.blocksAround(what));
        }
        return new ProfileSheet(name, ticked, search, open);
    }

    private static Set<String> functionsIn(FunctionTree tree, String block) {
        return block.isEmpty() ? tree.functions() : tree.functionsIn(block);
    }

    TreeView view(FunctionTree tree) {
        return TreeView.of(tree, functions).opening(opened).finding(search);
    }

    /** The descriptions, Dutch first as in the source, and what is wrong. */
    FormView form(Profiles.Sheet sheet, List<ShownError> errors, Page page) {
        boolean german = sheet.cpas().germanSpeaking();
        return FormView.of(
                        List.of(
                                field("nl", name.nl(), false, page),
                                field("fr", name.fr(), false, page),
                                field("de", name.de(), !german, page),
                                Field.choosing(
                                        FUNCTIONS, "tree", page.text("primaweb.functions"), null, false, List.of())),
                        page.locale())
                .withErrors(errors);
    }

    private static Field field(String language, String value, boolean optional, Page page) {
        String label = page.text("primaweb.description." + language);
        return Field.text("name." + language, "textfield", label, null, optional, value);
    }
}
