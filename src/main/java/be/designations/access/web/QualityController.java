package be.designations.access.web;

import be.designations.access.AccessOverview.UserFilter;
import be.designations.access.AccessPages;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A quality: who manages it and why, who uses it with which rights. */
@Controller
class QualityController {

    private final AccessPages pages;

    QualityController(AccessPages pages) {
        this.pages = pages;
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
    String quality(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> asked, Model model) {
        UserFilter filter = UserListAddress.filter(asked);
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
}
