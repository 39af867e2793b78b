package be.designations.access.web;

import be.designations.access.AccessOverview.UserFilter;
import be.designations.access.AccessPages;
import be.designations.access.AccessPages.QualityDetail;
import be.designations.access.Authority;
import be.designations.access.Holding;
import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import be.designations.rules.RejectedException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A quality: who manages it and why, who uses it with which rights. */
@Controller
class QualityController {

    private final AccessPages pages;
    private final Authority authority;

    QualityController(AccessPages pages, Authority authority) {
        this.pages = pages;
        this.authority = authority;
    }

    @ModelAttribute("section")
    String section() {
        return "entities";
    }

    @ModelAttribute("language")
    Language language(Locale locale) {
        return Language.of(locale.getLanguage());
    }

    /** @param asked which users of the quality, see {@link UserListAddress} */
    @GetMapping("/qualities/{id}")
    String quality(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> asked,
            Model model,
            RedirectAttributes redirect) {
        try {
            return show(actor, id, UserListAddress.filter(asked), model);
        } catch (RejectedException nissTyped) {
            // To an address without it.
            redirect.addFlashAttribute("notice", nissTyped.rejections().get(0).messageKey());
            redirect.addFlashAttribute("noticeKind", "info");
            return "redirect:/qualities/" + id;
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
            Model model) {
        model.addAttribute("ticked", Set.copyOf(posted.getOrDefault("person", List.of())));
        model.addAttribute("chosenAction", posted.getFirst("action"));
        model.addAttribute("problems", problems);
        model.addAttribute("hasErrors", problems != null);
        model.addAttribute("languageSwitchPath", "/qualities/" + id);
        String list = Objects.requireNonNullElse(posted.getFirst("list"), "");
        return show(actor, id, UserListAddress.filter(UserListAddress.read(list)), model);
    }

    private String show(Actor actor, UUID id, UserFilter filter, Model model) {
        var shown = pages.quality(actor, new QualityId(id), filter);
        var organisation = shown.organisation();
        var running =
                shown.managers().stream().filter(held -> held.runs(shown.at())).toList();
        model.addAttribute("shown", shown);
        model.addAttribute("quality", shown.quality());
        model.addAttribute("organisation", organisation);
        model.addAttribute("niss", shown.niss());
        model.addAttribute("dossiers", shown.sight().seesDossiers(organisation.id()));
        model.addAttribute("managers", running);
        model.addAttribute(
                "hasLocalManager", running.stream().anyMatch(held -> held.kind() == ResponsibilityKind.LOCAL_MANAGER));
        model.addAttribute(
                "former",
                shown.managers().stream().filter(held -> !held.runs(shown.at())).toList());
        addTasks(actor, shown, running, model);
        var users = shown.users();
        model.addAttribute("users", users);
        if (users != null) {
            var address = new UserListAddress("/qualities/" + id, filter);
            model.addAttribute("filter", filter);
            model.addAttribute("address", address);
            model.addAttribute("previous", address.page(users.previous()));
            model.addAttribute("next", address.page(users.next()));
        }
        return "access/quality";
    }

    /** What the reader may do here is offered, and nothing else. */
    private void addTasks(Actor actor, QualityDetail shown, List<Holding> managers, Model model) {
        OrganisationId organisation = shown.organisation().id();
        QualityId quality = shown.quality().id();
        Set<ManagementTask> tasks = authority.tasks(actor, organisation, quality);
        model.addAttribute("tasks", tasks);
        model.addAttribute("self", actor.person());
        model.addAttribute(
                "manageable",
                managers.stream()
                        .filter(held -> tasks.contains(ManagementTask.of(held.kind())))
                        .filter(held -> !ResponsibilityKind.ENTITY_MANAGERS.contains(held.kind()))
                        .map(Holding::id)
                        .collect(Collectors.toSet()));
        if (tasks.isEmpty()) {
            Actor unhindered = new Actor(actor.person(), organisation, SignInLevel.EID);
            boolean theirs = !authority.tasks(unhindered, organisation, quality).isEmpty();
            model.addAttribute("actsForAnother", theirs && !actor.speaksFor(organisation));
            model.addAttribute("signInTooWeak", theirs && !actor.level().isAtLeast(SignInLevel.ITSME));
        }
    }
}
