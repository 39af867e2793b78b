package be.designations.primaweb;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.HomeMenu.Entry;
import be.designations.primaweb.ProfileStore.Holder;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules on functions and profiles that need no database. */
class FunctionTreeTest {

    private static final FunctionTree TREE = new FunctionTree(
            3,
            List.of(
                    function("FORMS_LIST", null),
                    block("CASES", null),
                    function("CASES_FIND", "CASES"),
                    block("AID", "CASES"),
                    function("AID_LIST", "AID", "CASES_FIND"),
                    function("AID_PRINT", "AID", "AID_LIST"),
                    gone("OLD", "AID")));

    private static Node function(String code, String parent, String... needs) {
        return new Node(code, parent, false, false, List.of(name(code)), Set.of(needs), false);
    }

    private static Node block(String code, String parent) {
        return new Node(code, parent, true, false, List.of(name(code)), Set.of(), false);
    }

    private static Node gone(String code, String parent) {
        return new Node(code, parent, false, false, List.of(name(code)), Set.of("FORMS_LIST"), true);
    }

    private static Translated name(String code) {
        return new Translated(code + " fr", code + " nl", code + " de");
    }

    @Test
    void functions_are_counted_through_the_blocks_without_those_withdrawn() {
        assertThat(TREE.functions()).containsExactly("FORMS_LIST", "CASES_FIND", "AID_LIST", "AID_PRINT");
        assertThat(TREE.functionsIn("CASES")).containsExactly("CASES_FIND", "AID_LIST", "AID_PRINT");
        assertThat(TREE.functionsIn("NOWHERE")).isEmpty();
        assertThat(TREE.blocksAround("AID_LIST")).containsExactly("AID", "CASES");
    }

    @Test
    void what_a_function_needs_comes_along_and_what_that_needs_in_turn() {
        assertThat(TREE.withNeeds(Set.of("AID_PRINT"))).containsExactly("CASES_FIND", "AID_LIST", "AID_PRINT");
    }

    @Test
    void a_function_that_was_withdrawn_brings_nothing_along_and_is_none_any_more() {
        assertThat(TREE.withNeeds(Set.of("FORMS_LIST", "OLD"))).doesNotContain("OLD");
        assertThat(TREE.withdrawn(Set.of("OLD", "FORMS_LIST")))
                .extracting(Node::code)
                .containsExactly("OLD");
        assertThat(TREE.nodes(Set.of("OLD", "AID_LIST"))).extracting(Node::code).containsExactly("AID_LIST", "OLD");
    }

    @Test
    void a_function_is_told_from_another_of_its_name_by_its_blocks() {
        assertThat(TREE.nodes(Set.of("FORMS_LIST", "AID_LIST", "OLD")))
                .extracting(node -> node.path(Language.FR))
                .containsExactly("FORMS_LIST fr", "CASES fr › AID fr › AID_LIST fr", "CASES fr › AID fr › OLD fr");
    }

    @Test
    void names_that_share_a_tick_are_read_together() {
        Node shared = new Node("CASES_FIND", null, false, false, List.of(name("ONE"), name("TWO")), Set.of(), false);
        assertThat(shared.in(Language.NL)).isEqualTo("ONE nl · TWO nl");
    }

    @Test
    void whoever_has_a_function_by_another_profile_neither_gains_nor_loses_it() {
        Effects effects = Effects.of(
                TREE,
                Set.of("FORMS_LIST", "CASES_FIND"),
                Set.of("CASES_FIND", "AID_LIST"),
                List.of(
                        holder("Anna", false),
                        holder("Bea", false, "FORMS_LIST", "AID_LIST"),
                        holder("Cleo", true),
                        holder("Dora", false)));

        assertThat(effects.added()).extracting(Node::code).containsExactly("AID_LIST");
        assertThat(effects.removed()).extracting(Node::code).containsExactly("FORMS_LIST");
        assertThat(effects.groups()).hasSize(2);
        assertThat(effects.groups().get(0).people()).containsExactly("Anna", "Dora");
        assertThat(effects.groups().get(0).gains()).extracting(Node::code).containsExactly("AID_LIST");
        assertThat(effects.groups().get(0).losses()).extracting(Node::code).containsExactly("FORMS_LIST");
        assertThat(effects.groups().get(1).people()).containsExactly("Bea", "Cleo");
        assertThat(effects.anybody()).isTrue();
        assertThat(Effects.of(TREE, Set.of(), Set.of("FORMS_LIST"), List.of(holder("Cleo", true)))
                        .anybody())
                .isFalse();
    }

    private static Holder holder(String name, boolean everything, String... others) {
        return new Holder(new PersonId(UUID.randomUUID()), name, Set.of(others), everything);
    }

    @Test
    void a_profile_has_a_dutch_and_a_french_description_and_a_function() {
        assertThat(check("", "", "", false))
                .containsExactlyInAnyOrder("name.nl: primaweb.name-required", "name.fr: primaweb.name-required");
        assertThat(check("nl", "fr", "", false)).isEmpty();
        assertThat(check("nl", "x".repeat(101), "", false)).containsExactly("name.fr: primaweb.name-too-long");
        assertThat(check("nl", "fr", "", false, "OLD")).containsExactly("functions: primaweb.no-function");
        assertThat(check("nl", "fr", "", false, "NOWHERE")).containsExactly("functions: primaweb.unknown-function");
    }

    @Test
    void a_profile_of_a_german_speaking_cpas_has_a_german_description() {
        assertThat(check("nl", "fr", "", true)).containsExactly("name.de: primaweb.name-required");
        assertThat(check("nl", "fr", "de", true)).isEmpty();
    }

    @Test
    void no_two_profiles_are_called_the_same_in_any_language() {
        assertThat(ProfilePolicy.check(
                        new ProfileDetails(new Translated("fr", "nl", ""), Set.of("FORMS_LIST")),
                        TREE,
                        false,
                        Set.of("nl")))
                .extracting(FunctionTreeTest::shown)
                .containsExactly("name.nl: primaweb.name-taken");
    }

    private static List<String> check(String nl, String fr, String de, boolean german, String... functions) {
        Set<String> ticked = functions.length == 0 ? Set.of("FORMS_LIST") : Set.of(functions);
        return ProfilePolicy.check(new ProfileDetails(new Translated(fr, nl, de), ticked), TREE, german, Set.of())
                .stream()
                .map(FunctionTreeTest::shown)
                .toList();
    }

    private static String shown(Rejection rejection) {
        return rejection.field() + ": " + rejection.code();
    }

    @Test
    void an_entry_of_the_menu_is_lit_by_any_of_its_functions() {
        assertThat(lit(PrimaWebRole.SOCIAL_WORKER, Set.of())).containsExactly("MY_ACCESS");
        assertThat(lit(PrimaWebRole.LOCAL_MANAGER, Set.of()))
                .containsExactly("MY_ACCESS", "MANAGE_ACCESS", "ADMIN_LOGS");
        assertThat(lit(PrimaWebRole.SOCIAL_WORKER, Set.of("CASES_FIND")))
                .contains("CASES_LIST", "CASE_FIND", "CPAS_SHEET", "SCHEDULE")
                .doesNotContain("FORMS_LIST", "MANAGE_ACCESS");
    }

    private static List<String> lit(PrimaWebRole role, Set<String> held) {
        return HomeMenu.of(TREE, role, held).stream()
                .flatMap(block -> block.entries().stream())
                .filter(Entry::lit)
                .map(Entry::code)
                .toList();
    }
}
