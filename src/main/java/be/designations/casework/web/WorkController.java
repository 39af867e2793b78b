package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.Desks;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** “Mes tâches”: the open work of every desk that the reader belongs to, soonest due first. */
@Controller
class WorkController {

    private final Desks desks;
    private final WorkList workList;

    WorkController(Desks desks, WorkList workList) {
        this.desks = desks;
        this.workList = workList;
    }

    /** Which part of the work is shown; the name in lower case stands in the address. */
    enum Show {
        ALL,
        MINE,
        FREE;

        static Show of(@Nullable String code) {
            for (Show show : values()) {
                if (show.code().equals(code)) {
                    return show;
                }
            }
            return ALL;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ModelAttribute("section")
    String section() {
        return "work";
    }

    @ModelAttribute("dates")
    BelgianDates dates() {
        return new BelgianDates();
    }

    @GetMapping("/work")
    String work(
            Actor actor,
            @RequestParam(name = "show", required = false) @Nullable String shown,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Locale locale,
            Model model) {
        Show show = Show.of(shown);
        WorkList.Query all = desks.workFor(actor);
        WorkList.Query query =
                switch (show) {
                    case ALL -> all;
                    case MINE -> all.takenBy(actor.person());
                    case FREE -> all.free();
                };
        model.addAttribute("show", show.code());
        model.addAttribute("atDesk", !all.isEmpty());
        model.addAttribute("reader", actor.person());
        model.addAttribute("language", Language.of(locale.getLanguage()));
        model.addAttribute("count", workList.count(query));
        model.addAttribute(
                "page",
                ListPage.read(
                        workList,
                        query,
                        after,
                        before,
                        UriComponentsBuilder.fromPath("/work").queryParam("show", show.code())));
        return "work/list";
    }
}
