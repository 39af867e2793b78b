package be.designations.access.web;

import be.designations.access.AccessOverview.UserCursor;
import be.designations.access.AccessPages;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A quality: who manages it and why, who uses it with which rights. */
@Controller
class QualityController {

    private static final int LONGEST_QUERY = 100;

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

    /**
     * @param typed  beginning of a user's first or last name
     * @param after  id of the last user of the page before
     * @param before id of the first user of the page after
     */
    @GetMapping("/qualities/{id}")
    String quality(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        String query =
                typed.strip().substring(0, Math.min(LONGEST_QUERY, typed.strip().length()));
        var shown = pages.quality(actor, new QualityId(id), query, cursor(after, before));
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
        model.addAttribute("query", query);
        var users = shown.users();
        model.addAttribute("users", users);
        if (users != null) {
            model.addAttribute("previous", address(id, query, users.previous()));
            model.addAttribute("next", address(id, query, users.next()));
        }
        return "access/quality";
    }

    private static @Nullable UserCursor cursor(@Nullable UUID after, @Nullable UUID before) {
        UUID person = after == null ? before : after;
        return person == null ? null : new UserCursor(new PersonId(person), after == null);
    }

    private static @Nullable String address(UUID quality, String query, @Nullable UserCursor cursor) {
        if (cursor == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath("/qualities/" + quality).fragment("users");
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        return address.queryParam(
                        cursor.backward() ? "before" : "after",
                        cursor.person().value().toString())
                .encode()
                .buildAndExpand(query)
                .toUriString();
    }
}
