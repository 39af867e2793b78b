package be.designations.management.web;

import be.designations.access.QualityId;
import be.designations.access.Right;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.management.UserState;
import be.designations.management.UserTask;
import be.designations.management.UserTask.Asked;
import be.designations.management.Users;
import be.designations.management.web.UserPages.Here;
import be.designations.pages.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an action asks and no form file knows: the roles, the places and the subdivisions that there are. */
@Component
class UserActionFields {

    private final Users users;
    private final UserPages pages;
    private final RoleNames roleNames;

    UserActionFields(Users users, UserPages pages, RoleNames roleNames) {
        this.users = users;
        this.pages = pages;
        this.roleNames = roleNames;
    }

    /** @param states of those who were ticked */
    List<Field> of(Actor actor, Here here, UserActionDetails details, List<UserState> states, Page page) {
        QualityId quality = here.quality().id();
        return Arrays.stream(Asked.values())
                .filter(details.task()::asks)
                .flatMap(asked -> switch (asked) {
                    case ROLES_TO_GRANT ->
                        Stream.concat(
                                toGrant(users.grantableRoles(actor, quality), here, details, page),
                                althoughBlocked(states, details, page));
                    case ROLES_HELD -> Stream.of(held(actor, quality, details, states, page));
                    case SUBDIVISION -> Stream.of(whereTo(here, details, page));
                    // The form has it.
                    case PERIOD -> Stream.empty();
                })
                .toList();
    }

    /** How many months every role that may be given there can be given; empty where the task gives none, or none has a limit. */
    Optional<Integer> longest(Actor actor, Here here, UserTask task) {
        return task.asks(Asked.ROLES_TO_GRANT)
                ? users.grantableRoles(actor, here.quality().id()).stream()
                        .map(Role::longestMonths)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Stream<Field> toGrant(List<Role> roles, Here here, UserActionDetails details, Page page) {
        Map<String, String> named = roleNames.named(roles, page.language());
        Map<String, String> offered = new LinkedHashMap<>();
        named.entrySet().stream()
                // What is ticked comes first, where it is seen when the page comes back.
                .sorted(Comparator.comparing(role -> !details.roles().contains(role.getKey())))
                .forEach(role -> offered.put(role.getKey(), role.getValue()));
        List<Role> withContext = roles.stream().filter(Role::takesContext).toList();
        Map<String, String> excluded = roleNames.of(
                roles.stream().flatMap(role -> role.excludes().stream()).collect(Collectors.toSet()), page.language());
        page.with("roleHints", roles.stream().collect(Collectors.toMap(Role::code, role -> hint(role, excluded, page))))
                .with("rolesWithContext", withContext.stream().map(Role::code).toList());
        Field field = roles("users.roles", offered, details, page);
        return Stream.concat(Stream.of(field), pages.places(here, roles, named, details.places(), page).stream());
    }

    /** Asked only when one of those ticked is blocked: they are named. */
    private static Stream<Field> althoughBlocked(List<UserState> states, UserActionDetails details, Page page) {
        String blocked = states.stream()
                .filter(state -> state.user() != null && state.user().isBlocked())
                .map(UserState::name)
                .collect(Collectors.joining(", "));
        return blocked.isEmpty()
                ? Stream.empty()
                : Stream.of(Field.choosing(
                        UserActionDetails.ALTHOUGH_BLOCKED,
                        "checklist",
                        page.text("users.blocked"),
                        page.text("users.blocked.hint", blocked),
                        true,
                        Choice.of(
                                UserActionDetails.ALTHOUGH_BLOCKED,
                                Map.of("true", page.text("users.blocked.grant")),
                                details.althoughBlocked() ? Set.of("true") : Set.of())));
    }

    /** @param excluded names of the roles that some of those offered exclude */
    private static String hint(Role role, Map<String, String> excluded, Page page) {
        String not = role.excludes().stream().map(excluded::get).sorted().collect(Collectors.joining(", "));
        String longest = role.longestMonths() == null
                ? page.text("users.roles.any-period")
                : page.text("users.roles.longest", role.longestMonths());
        String description = role.description().in(page.language());
        return Stream.of(description, longest, not.isEmpty() ? "" : page.text("users.roles.excludes", not))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Field held(Actor actor, QualityId quality, UserActionDetails details, List<UserState> states, Page page) {
        Map<String, Long> held = states.stream()
                .flatMap(state -> state.rights().stream().map(Right::role).distinct())
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        held.keySet()
                .retainAll(users.withinReach(actor, quality, held.keySet()).stream()
                        .map(Role::code)
                        .toList());
        Map<String, String> hints = new HashMap<>();
        held.forEach((code, count) -> hints.put(code, page.text("users.roles.held", count, states.size())));
        page.with("roleHints", hints).with("rolesWithContext", List.of());
        return roles("users.roles.to-remove", roleNames.of(held.keySet(), page.language()), details, page);
    }

    private static Field roles(String label, Map<String, String> offered, UserActionDetails details, Page page) {
        return Field.choosing(
                "roles", "checklist", page.text(label), null, false, Choice.of("roles", offered, details.roles()));
    }

    private static Field whereTo(Here here, UserActionDetails details, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        here.subdivisions().forEach((id, name) -> offered.put(id.value().toString(), name));
        offered.put(UserActionDetails.NONE, page.text("users.subdivision.none"));
        return Field.choosing(
                "subdivision",
                "select",
                page.text("users.subdivision.to"),
                null,
                false,
                Choice.of("subdivision", offered, Set.of(details.chosen())));
    }
}
