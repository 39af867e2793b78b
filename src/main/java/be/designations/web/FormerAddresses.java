package be.designations.web;

import be.designations.casework.CaseDossiers;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Addresses that bookmarks and programs still have, each leading to the present one with its method and body. Steps that were
 * renamed are known to {@link be.designations.casework.CaseStep}.
 */
@Controller
@Hidden
class FormerAddresses {

    private final CaseDossiers dossiers;

    FormerAddresses(CaseDossiers dossiers) {
        this.dossiers = dossiers;
    }

    @GetMapping({"/dpd/documents/{id}", "/principal-manager/documents/{id}"})
    RedirectView document() {
        return to("/documents/{id}");
    }

    @PostMapping("/cases/{number}/start-again")
    RedirectView startAgain(Actor actor, @PathVariable DossierNumber number) {
        var cpas = dossiers.view(actor, number).dossier().organisation();
        return to("/dpd/applications/again?cpas=" + cpas.value());
    }

    @RequestMapping({"/api/v1/principal-manager-dossiers/{number}", "/api/v1/manager-replacements/{number}"})
    RedirectView dossierOfApi() {
        return to("/api/v1/dossiers/{number}");
    }

    @RequestMapping({
        "/api/v1/principal-manager-dossiers/{number}/{step}",
        "/api/v1/manager-replacements/{number}/{step}"
    })
    RedirectView stepOfApi() {
        return to("/api/v1/dossiers/{number}/{step}");
    }

    @RequestMapping("/api/v1/principal-manager-documents/{id}")
    RedirectView documentOfApi() {
        return to("/api/v1/documents/{id}");
    }

    private static RedirectView to(String address) {
        var present = new RedirectView(address, true);
        present.setStatusCode(HttpStatus.PERMANENT_REDIRECT);
        return present;
    }
}
