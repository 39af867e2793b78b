package be.designations.insight.web;

import be.designations.access.Authority;
import be.designations.access.Capacity;
import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessPages;
import be.designations.insight.AccessPages.QualityDetail;
import be.designations.insight.Holding;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A quality: who manages it and why, who uses it with which rights. */
@Controller
class QualityController {

    private final AccessPages pages;
    private final Authority authority;

    QualityController(AccessPages pages, Authority authority) {
        this.pages = pages;
        this.authority = authority;
    }

    /** @param asked which users of the quality, see {@link UserListAddress} */
    @GetMapping("/qualities/{id}")
    String quality(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> asked, Page page) {
        try {
            return show(actor, id, UserListAddress.filter(asked), page);
        } catch (RejectedException nissTyped) {
            // To an address without it.
            return page.inform("/qualities/" + id, nissTyped.rejections().get(0).messageKey());
        }
    }

    /**
     * The list as it stood, with who was ticked in it and what was chosen: for the way back from an action, and for one that
     * could not begin.
     *
     * @param problems what is wrong with it, as whoever forwards here says
     */
    @PostMapping("/qualities/{id}/users")
    String again(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestAttribute(required = false) @Nullable List<?> problems,
            Page page) {
        page.with("ticked", Set.copyOf(posted.getOrDefault("person", List.of())))
                .with("chosenAction", posted.getFirst("action"))
                .with("problems", problems)
                .with("hasErrors", problems != null);
        String list = Objects.requireNonNullElse(posted.getFirst("list"), "");
        return show(actor, id, UserListAddress.filter(UserListAddress.read(list)), page);
    }

    private String show(Actor actor, UUID id, UserFilter filter, Page page) {
        var shown = pages.quality(actor, new QualityId(id), filter);
        var organisation = shown.organisation();
        var running =
                shown.managers().stream().filter(held -> held.runs(shown.at())).toList();
        page.inSection("entities")
                .with("shown", shown)
                .with("quality", shown.quality())
                .with("organisation", organisation)
                .with("niss", shown.niss())
                .with("dossiers", shown.sight().seesDossiers(organisation.id()))
                .with("managers", running)
                .with(
                        "hasLocalManager",
                        running.stream().anyMatch(held -> held.kind() == ResponsibilityKind.LOCAL_MANAGER))
                .with(
                        "former",
                        shown.managers().stream()
                                .filter(held -> !held.runs(shown.at()))
                                .toList());
        addTasks(actor, shown, running, page);
        var users = shown.users();
        page.with("users", users);
        if (users != null) {
            var address = new UserListAddress("/qualities/" + id, filter);
            page.with("filter", filter)
                    .with("address", address)
                    .with("previous", address.page(users.previous()))
                    .with("next", address.page(users.next()));
        }
        return "access/quality";
    }

    /** What the reader may do here is offered, and nothing else. */
    private void addTasks(Actor actor, QualityDetail shown, List<Holding> managers, Page page) {
        OrganisationId organisation = shown.organisation().id();
        QualityId quality = shown.quality().id();
        List<Capacity> held = shown.sight().held();
        Set<ManagementTask> tasks = authority.tasks(actor, held, organisation, quality);
        page.with("tasks", tasks)
                .with("self", actor.person())
                .with(
                        "manageable",
                        managers.stream()
                                .filter(manager -> tasks.contains(ManagementTask.of(manager.kind())))
                                .filter(manager -> !ResponsibilityKind.ENTITY_MANAGERS.contains(manager.kind()))
                                .map(Holding::id)
                                .collect(Collectors.toSet()));
        if (tasks.isEmpty()) {
            Actor unhindered = new Actor(actor.person(), organisation, SignInLevel.EID);
            boolean theirs =
                    !authority.tasks(unhindered, held, organisation, quality).isEmpty();
            page.with("actsForAnother", theirs && !actor.speaksFor(organisation))
                    .with("signInTooWeak", theirs && !actor.level().isAtLeast(SignInLevel.ITSME));
        }
    }
}
