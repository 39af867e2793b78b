package be.designations.dpd.web;

import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.dpd.DossierAction;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.DpdDossiers;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages have in common on which the CPAS does something with a dossier of its own. */
@Component
class CasePages {

    private final DpdDossiers dossiers;
    private final DpdAccess access;

    CasePages(DpdDossiers dossiers, DpdAccess access) {
        this.dossiers = dossiers;
        this.access = access;
    }

    /**
     * @throws NotFoundException   when there is no such dossier, or not for this reader
     * @throws NotAllowedException when the reader sees it but does not file for its CPAS
     */
    DossierView ofFiler(Actor actor, DossierNumber number) {
        DossierView dossier = dossiers.view(actor, number);
        if (!access.mayFile(actor, dossier.cpas().id())) {
            throw new NotAllowedException(Rejection.of("dpd.not-a-filer"));
        }
        return dossier;
    }

    static String address(DossierView dossier) {
        return "/cases/" + dossier.dossier().number();
    }

    static void addTo(Model model, DossierView dossier, DossierAction action, Locale locale) {
        model.addAttribute("section", "cases");
        model.addAttribute("address", address(dossier));
        model.addAttribute("number", dossier.dossier().number().value());
        model.addAttribute("cpasName", dossier.cpas().name(Language.of(locale.getLanguage())));
        model.addAttribute("candidate", dossier.candidate().displayName());
        model.addAttribute("version", dossier.application().version());
        model.addAttribute("possible", dossier.may(action));
    }

    /** Back to the dossier, which shows where it stands: what was asked for cannot be done there now. */
    static String notNow(DossierView dossier, RedirectAttributes redirect) {
        DraftPages.inform(redirect, "dpd.page.not-now");
        return "redirect:" + address(dossier);
    }
}
