package be.designations.insight.web;

import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessPages;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The entities that a reader may see, and each with its qualities and managers. <i>Source: A6.</i> */
@Controller
class EntityController {

    private final AccessPages pages;

    EntityController(AccessPages pages) {
        this.pages = pages;
    }

    @ModelAttribute("section")
    String section() {
        return "entities";
    }

    /**
     * @param typed  name, enterprise number or postal code
     * @param after  number of the last entity of the page before
     * @param before number of the first entity of the page after
     */
    @GetMapping("/entities")
    String entities(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Page page) {
        String query = EntityPages.typed(typed);
        var found = pages.entities(actor, query, page.language(), EntityPages.cursor(after, before));
        page.with("query", query)
                .with("sight", found.sight())
                .with("entities", found.page().lines())
                .with(
                        "previous",
                        EntityPages.address("/entities", query, found.page().previous()))
                .with(
                        "next",
                        EntityPages.address("/entities", query, found.page().next()));
        return "access/entities";
    }

    /** @param number the enterprise number in any usual spelling */
    @GetMapping("/entities/{number}")
    String entity(Actor actor, @PathVariable String number, Model model) {
        var parsed = EnterpriseNumber.parse(number).orElseThrow(() -> new NotFoundException("entity"));
        var entity = pages.entity(actor, parsed);
        model.addAttribute("entity", entity);
        model.addAttribute("organisation", entity.organisation());
        model.addAttribute("sight", entity.sight());
        model.addAttribute(
                "represents", entity.sight().represents(entity.organisation().id()));
        model.addAttribute("officer", entity.runningMandate().orElse(null));
        model.addAttribute("openDossier", entity.openDossier().orElse(null));
        model.addAttribute(
                "dossiers", entity.sight().seesDossiers(entity.organisation().id()));
        model.addAttribute("niss", entity.sight().seesNiss(entity.organisation().id()));
        model.addAttribute("tasks", entity.tasks().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
        return "access/entity";
    }
}
