package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessPages;
import be.designations.management.EntityAdministration;
import be.designations.management.Place;
import be.designations.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** “Co-Responsable des Accès”: who manages the entity, since when and why. <i>Source: A2 (RAE 3), A6.</i> */
@Controller
class CoManagersController {

    private final EntityAdministration administration;
    private final AccessPages pages;
    private final EntityMenu menu;

    CoManagersController(EntityAdministration administration, AccessPages pages, EntityMenu menu) {
        this.administration = administration;
        this.pages = pages;
        this.menu = menu;
    }

    @GetMapping("/entities/{number}/co-managers")
    String list(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.CO_PRINCIPAL_MANAGERS);
        var shown = pages.entity(actor, number);
        menu.addTo(page, actor, entity, "co-managers");
        page.with("place", new Place(entity, null, null))
                .with(
                        "managers",
                        shown.managers().stream()
                                .filter(held -> ResponsibilityKind.ENTITY_MANAGERS.contains(held.kind()))
                                .toList())
                .with("dossiers", shown.sight().seesDossiers(entity.id()))
                .with("represents", shown.sight().represents(entity.id()))
                .with("self", actor.person());
        return "management/co-managers";
    }
}
