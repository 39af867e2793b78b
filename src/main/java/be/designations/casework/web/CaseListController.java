package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseId;
import be.designations.casework.CaseList;
import be.designations.casework.CaseTypes;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** “Dossiers”: those that the reader sees, the newest first. */
@Controller
class CaseListController {

    private static final int LONGEST_TEXT = 100;

    private final CaseTypes types;
    private final CaseList caseList;

    CaseListController(CaseTypes types, CaseList caseList) {
        this.types = types;
        this.caseList = caseList;
    }

    @ModelAttribute("section")
    String section() {
        return "cases";
    }

    @ModelAttribute("dates")
    BelgianDates dates() {
        return new BelgianDates();
    }

    /**
     * @param status one of {@link CaseTypes#statuses}; another one counts as none
     * @param text   part of the dossier number or of a name of the organisation
     */
    @GetMapping("/cases")
    String cases(
            Actor actor,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Locale locale,
            Model model) {
        String known = types.status(status).isPresent() ? status : "";
        String wanted = text.strip();
        wanted = wanted.length() > LONGEST_TEXT ? wanted.substring(0, LONGEST_TEXT) : wanted;
        List<CaseList.Seen> seen = types.seenBy(actor);
        var query =
                new CaseList.Query(seen, known.isEmpty() ? Set.of() : Set.of(known), wanted.isEmpty() ? null : wanted);
        var address = UriComponentsBuilder.fromPath("/cases");
        if (!known.isEmpty()) {
            address.queryParam("status", known);
        }
        if (!wanted.isEmpty()) {
            address.queryParam("q", wanted);
        }
        model.addAttribute("status", known);
        model.addAttribute("text", wanted);
        model.addAttribute("filtered", !known.isEmpty() || !wanted.isEmpty());
        model.addAttribute("statuses", types);
        model.addAttribute("language", Language.of(locale.getLanguage()));
        model.addAttribute(
                "page",
                ListPage.read(
                        after,
                        before,
                        (place, size) -> caseList.page(query, place == null ? null : cursor(place), size),
                        (place, size) -> caseList.pageBefore(query, cursor(place), size),
                        line -> new Place(line.openedAt(), line.id().value()),
                        address));
        return "cases/list";
    }

    private static CaseList.Cursor cursor(Place place) {
        return new CaseList.Cursor(place.at(), new CaseId(place.id()));
    }
}
