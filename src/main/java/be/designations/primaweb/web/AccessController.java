package be.designations.primaweb.web;

import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.NumberedPages;
import be.designations.pages.Page;
import be.designations.primaweb.AdminLogs;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileStore;
import be.designations.primaweb.ProfileUsers;
import be.designations.primaweb.UserStore;
import be.designations.primaweb.UserStore.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Gérer les accès des utilisateurs du C.P.A.S.”: the profiles, the users, and who is missing among these; and what was decided about them. <i>Source: A9.</i> */
@Controller
@RequestMapping("/primaweb/{number}")
class AccessController {

    private static final int USERS_A_PAGE = 25;
    private static final int DECISIONS_A_PAGE = 50;
    private static final int LONGEST_NAME = 100;

    private final ProfileUsers users;
    private final AdminLogs logs;

    AccessController(ProfileUsers users, AdminLogs logs) {
        this.users = users;
        this.logs = logs;
    }

    /**
     * @param profile  only who has that one
     * @param function only who has a profile with that one
     * @param users    which page of the users
     * @param inactive which page of the inactive users; left out while these are closed
     */
    @GetMapping("/access")
    String page(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID profile,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "1") int users,
            @RequestParam(required = false) @Nullable Integer inactive,
            Page page) {
        String typed = Inputs.line(q, LONGEST_NAME);
        ProfileId only = profile == null ? null : new ProfileId(profile);
        ProfileUsers.Overview found = this.users.overview(
                actor,
                number,
                asked(typed, only, function.isEmpty() ? null : function, false, users, page),
                asked(typed, null, null, true, inactive == null ? 1 : inactive, page));
        String here = found.cpas().path() + "/access";
        PrimaWebPages.of(found.cpas(), page)
                .with("profiles", found.profiles())
                .with("active", found.active())
                .with("former", found.inactive())
                .with("inactive", inactive != null)
                .with("query", typed)
                .with("self", actor.person())
                .with("only", named(only, found.profiles()))
                .with("candidates", found.candidates())
                .with("function", function)
                .with("functions", byBlock(found.tree(), page.language()))
                .with("here", here)
                .with("pages", numbered(found.active(), other -> Address.of(here)
                        .with("q", typed)
                        .with("profile", profile)
                        .with("function", function)
                        .with("users", other)
                        .at("users")))
                .with("formerPages", numbered(found.inactive(), other -> Address.of(here)
                        .with("q", typed)
                        .with("inactive", other)
                        .at("inactive")));
        return "primaweb/access";
    }

    /** By the names of the blocks in which they stand: several blocks have functions of the same name. */
    private static Map<String, List<Node>> byBlock(FunctionTree tree, Language language) {
        return tree.nodes(tree.functions()).stream()
                .collect(Collectors.groupingBy(
                        node -> tree.blocksAround(node.code()).stream()
                                .map(block -> tree.find(block).orElseThrow().in(language))
                                .reduce("", (inner, outer) -> inner.isEmpty() ? outer : outer + " › " + inner),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** @param after the last decision of the page before */
    @GetMapping("/logs")
    String logs(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable Long after,
            Page page) {
        AdminLogs.Listed listed = logs.page(actor, number, after, DECISIONS_A_PAGE, page.language());
        Long next = listed.next();
        PrimaWebPages.of(listed.cpas(), page)
                .with("entries", listed.entries())
                .with(
                        "next",
                        next == null
                                ? null
                                : Address.of(listed.cpas().path() + "/logs")
                                        .from(next, false)
                                        .toString());
        return "primaweb/logs";
    }

    private static Asked asked(
            String typed,
            @Nullable ProfileId profile,
            @Nullable String function,
            boolean inactive,
            int number,
            Page page) {
        return new Asked(typed, profile, function, inactive, null, number, USERS_A_PAGE, page.language());
    }

    private static NumberedPages numbered(UserStore.Page shown, IntFunction<Address> address) {
        return NumberedPages.of(shown.number(), shown.total(), USERS_A_PAGE, number -> address.apply(number)
                .toString());
    }

    private static @Nullable Profile named(@Nullable ProfileId only, List<ProfileStore.Line> lines) {
        return lines.stream()
                .map(ProfileStore.Line::profile)
                .filter(profile -> profile.id().equals(only))
                .findFirst()
                .orElse(null);
    }
}
