package be.designations.casework.web;

import be.designations.casework.CaseDesk;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseView;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a dossier, for everyone concerned, and who takes its work. */
@Controller
@RequestMapping("/cases/{number}")
class DossierController {

    private final CaseDossiers dossiers;
    private final CaseDesk desk;
    private final DossierPages pages;

    DossierController(CaseDossiers dossiers, CaseDesk desk, DossierPages pages) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    String page(Actor actor, @PathVariable DossierNumber number, Page page) {
        pages.tell(pages.showAll(actor, number, page), actor, page);
        return "cases/case";
    }

    /** Who else has it open; a page of it asks again and again, which tells that it is open. */
    @GetMapping("/present")
    String present(Actor actor, @PathVariable DossierNumber number, Page page) {
        pages.open(dossiers.view(actor, number), actor, page);
        return "work/parts :: present";
    }

    /** Asks whether to take the work over from the colleague who has it. */
    @GetMapping("/take")
    String askToTakeOver(Actor actor, @PathVariable DossierNumber number, Page page) {
        CaseView view = dossiers.view(actor, number);
        if (!view.may("take-over")) {
            return back(number);
        }
        pages.show(view, actor, page);
        return "cases/take-over";
    }

    /** @param over whether to take it over when a colleague has it */
    @PostMapping("/take")
    String take(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam(defaultValue = "false") boolean over,
            Page page) {
        try {
            return handled(() -> desk.take(actor, number, over), "case.notice.taken", number, page);
        } catch (NotAllowedException refused) {
            // A colleague was faster: whether to take it over is asked on a page of its own.
            if (!over && dossiers.view(actor, number).may("take-over")) {
                return back(number) + "/take";
            }
            throw refused;
        }
    }

    @PostMapping("/release")
    String release(Actor actor, @PathVariable DossierNumber number, Page page) {
        return handled(() -> desk.release(actor, number), "case.notice.released", number, page);
    }

    /** What somebody did in another window of theirs is no error. */
    private static String handled(Runnable operation, String notice, DossierNumber number, Page page) {
        try {
            operation.run();
        } catch (AlreadyHandledException passed) {
            if (!passed.bySelf()) {
                throw passed;
            }
            return page.inform("/cases/" + number, "case.notice.step-passed");
        }
        return page.done("/cases/" + number, notice, number.value());
    }

    private static String back(DossierNumber number) {
        return Page.redirect("/cases/" + number);
    }
}
