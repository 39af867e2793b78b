package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.AccessManagers;
import be.designations.management.Place;
import be.designations.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The three steps of CSAM: the principal access manager, the access managers, the access. <i>Source: S002, S003.</i> */
@Controller
class AccessManagersController {

    private final AccessManagers managers;
    private final EntityMenu menu;

    AccessManagersController(AccessManagers managers, EntityMenu menu) {
        this.managers = managers;
        this.menu = menu;
    }

    @GetMapping("/entities/{number}/access-managers")
    String steps(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        var overview = managers.of(actor, number);
        menu.addTo(page, actor, overview.organisation(), "access-managers");
        page.with("overview", overview)
                .with("sight", overview.sight())
                .with("place", new Place(overview.organisation(), null, null))
                .with("self", actor.person())
                .with(
                        "dossiers",
                        overview.sight().seesDossiers(overview.organisation().id()))
                .with(
                        "everyQuality",
                        overview.entity().tasks().contains(ManagementTask.QUALITIES) || !overview.isOfDomain());
        return "management/access-managers";
    }
}
