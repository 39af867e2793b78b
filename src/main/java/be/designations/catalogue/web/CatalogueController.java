package be.designations.catalogue.web;

import be.designations.access.QualityKind;
import be.designations.catalogue.Application;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.Domain;
import be.designations.directory.Actor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of applications and roles. */
@Controller
class CatalogueController {

    private final CatalogueEditing editing;

    CatalogueController(CatalogueEditing editing) {
        this.editing = editing;
    }

    @ModelAttribute("section")
    String section() {
        return "operations";
    }

    /**
     * @param q       words of a code or a name
     * @param quality code of a quality; any other text for all
     */
    @GetMapping("/catalogue")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String quality,
            Model model) {
        QualityKind kind = Stream.of(QualityKind.values())
                .filter(one -> one.name().equals(quality))
                .findFirst()
                .orElse(null);
        model.addAttribute("query", q);
        model.addAttribute("quality", kind);
        model.addAttribute("qualities", QualityKind.values());
        model.addAttribute("filtered", !q.isBlank() || kind != null);
        model.addAttribute("applications", editing.applications(actor, q, kind));
        model.addAttribute("roles", editing.roles(actor, q, kind));
        var domains = editing.domains(actor);
        model.addAttribute("domains", domains);
        model.addAttribute(
                "domainNames",
                domains.stream().map(CatalogueEntry::item).collect(Collectors.toMap(Domain::code, Domain::name)));
        model.addAttribute(
                "names",
                editing.applications(actor).stream()
                        .collect(Collectors.toMap(Application::code, application -> application.name())));
        return "catalogue/list";
    }
}
