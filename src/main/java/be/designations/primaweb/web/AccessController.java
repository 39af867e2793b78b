package be.designations.primaweb.web;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileStore;
import be.designations.primaweb.ProfileUsers;
import be.designations.primaweb.ProfileUsers.Asked;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Gérer les accès des utilisateurs du C.P.A.S.”: the profiles, the users, and who is missing among these. <i>Source: A9.</i> */
@Controller
@RequestMapping("/primaweb/{number}/access")
class AccessController {

    private static final int USERS_A_PAGE = 25;
    private static final int LONGEST_NAME = 100;

    private final ProfileUsers users;

    AccessController(ProfileUsers users) {
        this.users = users;
    }

    /**
     * @param profile  only who has that one
     * @param function only who has a profile with that one
     * @param inactive whether the inactive users are shown, whose list the person of {@code after} or {@code before} is of then
     */
    @GetMapping
    String page(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID profile,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "false") boolean inactive,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Page page) {
        String typed = Inputs.line(q, LONGEST_NAME);
        UUID there = after == null ? before : after;
        PersonId from = there == null ? null : new PersonId(there);
        boolean backward = after == null && before != null;
        ProfileId only = profile == null ? null : new ProfileId(profile);
        ProfileUsers.Overview found = users.overview(
                actor,
                PrimaWebPages.number(number),
                new Asked(
                        typed,
                        only,
                        function.isEmpty() ? null : function,
                        false,
                        inactive ? null : from,
                        !inactive && backward,
                        USERS_A_PAGE,
                        page.language()),
                new Asked(
                        typed,
                        null,
                        null,
                        true,
                        inactive ? from : null,
                        inactive && backward,
                        USERS_A_PAGE,
                        page.language()));
        String here = found.cpas().path() + "/access";
        PrimaWebPages.of(found.cpas(), page)
                .with("profiles", found.profiles())
                .with("active", found.active())
                .with("former", found.inactive())
                .with("inactive", inactive)
                .with("query", typed)
                .with("self", actor.person())
                .with("only", named(only, found.profiles()))
                .with("candidates", found.candidates())
                .with("function", function)
                .with("functions", found.tree().nodes(found.tree().functions()))
                .with("here", here)
                .with(
                        "previous",
                        following(
                                here,
                                typed,
                                profile,
                                function,
                                false,
                                found.active().previous(),
                                true))
                .with(
                        "next",
                        following(
                                here,
                                typed,
                                profile,
                                function,
                                false,
                                found.active().next(),
                                false))
                .with(
                        "formerPrevious",
                        following(here, typed, null, "", true, found.inactive().previous(), true))
                .with(
                        "formerNext",
                        following(here, typed, null, "", true, found.inactive().next(), false));
        return "primaweb/access";
    }

    private static @Nullable Profile named(@Nullable ProfileId only, List<ProfileStore.Line> lines) {
        return lines.stream()
                .map(ProfileStore.Line::profile)
                .filter(profile -> profile.id().equals(only))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String following(
            String here,
            String typed,
            @Nullable UUID profile,
            String function,
            boolean inactive,
            @Nullable PersonId from,
            boolean backward) {
        return from == null
                ? null
                : Address.of(here)
                        .with("q", typed)
                        .with("profile", profile)
                        .with("function", function)
                        .with("inactive", inactive ? "true" : null)
                        .from(from.value(), backward)
                        .at(inactive ? "inactive" : "users")
                        .toString();
    }
}
