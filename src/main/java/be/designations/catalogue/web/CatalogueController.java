package be.designations.catalogue.web;

import be.designations.access.QualityKind;
import be.designations.catalogue.Application;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.Domain;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of applications and roles. */
@Controller
class CatalogueController {

    private final CatalogueEditing editing;

    CatalogueController(CatalogueEditing editing) {
        this.editing = editing;
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
            Page page) {
        QualityKind kind = Stream.of(QualityKind.values())
                .filter(one -> one.name().equals(quality))
                .findFirst()
                .orElse(null);
        var domains = editing.domains(actor);
        page.inSection("operations")
                .with("query", q)
                .with("quality", kind)
                .with("qualities", QualityKind.values())
                .with("filtered", !q.isBlank() || kind != null)
                .with("applications", editing.applications(actor, q, kind))
                .with("roles", editing.roles(actor, q, kind))
                .with("domains", domains)
                .with(
                        "domainNames",
                        domains.stream()
                                .map(CatalogueEntry::item)
                                .collect(Collectors.toMap(Domain::code, Domain::name)))
                .with(
                        "names",
                        editing.applications(actor).stream()
                                .collect(Collectors.toMap(Application::code, Application::name)));
        return "catalogue/list";
    }
}
