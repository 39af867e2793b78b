package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.management.UserState;
import be.designations.management.Users;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One user of a quality, and all that a manager does with one. */
@Controller
class UserController {

    private final Users users;
    private final UserPages pages;
    private final RoleNames roleNames;

    UserController(Users users, UserPages pages, RoleNames roleNames) {
        this.users = users;
        this.pages = pages;
        this.roleNames = roleNames;
    }

    @GetMapping("/qualities/{id}/users/{person}")
    String user(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> asked,
            Page page) {
        QualityId quality = new QualityId(id);
        var here = pages.open(actor, quality, ManagementTask.RIGHTS, UserChoice.list(asked), page);
        UserState user =
                users.standings(actor, quality, List.of(new PersonId(person))).get(0);
        Standing standing = user.user();
        if (standing == null) {
            throw new NotFoundException("user");
        }
        Map<String, String> names =
                roleNames.of(user.rights().stream().map(Right::role).collect(Collectors.toSet()), page.language());
        page.with("user", user)
                .with("standing", standing)
                .with(
                        "subdivision",
                        here.subdivisions().get(standing.responsibility().subdivision()))
                .with("mayManage", here.tasks().contains(ManagementTask.USERS))
                .with(
                        "mayMove",
                        here.tasks().contains(ManagementTask.SUBDIVISIONS)
                                && !here.subdivisions().isEmpty())
                .with("roleNames", names)
                .with("at", here.now());
        return "management/user";
    }
}
