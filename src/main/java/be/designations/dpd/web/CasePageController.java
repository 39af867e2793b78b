package be.designations.dpd.web;

import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessProgress.Steps;
import be.designations.directory.Actor;
import be.designations.dpd.DossierAction;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdDesignationProcess;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDossiers;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a dossier, for everyone concerned, and who takes its work. */
@Controller
class CasePageController {

    private static final List<String> DRAWN = List.of(DpdDesignationProcess.KEY, "local-manager-change");

    private final DpdDossiers dossiers;
    private final DpdDesignations designations;
    private final CaseModel caseModel;

    CasePageController(DpdDossiers dossiers, DpdDesignations designations, CaseModel caseModel) {
        this.dossiers = dossiers;
        this.designations = designations;
        this.caseModel = caseModel;
    }

    /** A process as it is drawn, with the ids of the steps where the dossier stands and has been. */
    record Diagram(String key, List<String> active, List<String> done) {}

    @GetMapping("/cases/{number:(?i)dpd-.+}")
    String page(Actor actor, @PathVariable DossierNumber number, Locale locale, Model model) {
        DossierView view = dossiers.view(actor, number);
        caseModel.add(view, actor, locale, model);
        model.addAttribute("steps", CaseSteps.of(view));
        model.addAttribute("diagrams", diagrams(view));
        model.addAttribute("actions", CaseAction.of(view));
        return "cases/case";
    }

    /** Asks whether to take the work over from the colleague who has it. */
    @GetMapping("/cases/{number}/take")
    String askToTakeOver(Actor actor, @PathVariable DossierNumber number, Locale locale, Model model) {
        DossierView view = dossiers.view(actor, number);
        if (!view.may(DossierAction.TAKE_OVER)) {
            return back(number);
        }
        caseModel.add(view, actor, locale, model);
        return "cases/take-over";
    }

    /** @param over whether to take it over when a colleague has it */
    @PostMapping("/cases/{number}/take")
    String take(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam(defaultValue = "false") boolean over,
            RedirectAttributes redirect) {
        try {
            designations.take(actor, number, over);
        } catch (NotAllowedException refused) {
            // A colleague was faster: whether to take it over is asked on a page of its own.
            if (!over && dossiers.view(actor, number).may(DossierAction.TAKE_OVER)) {
                return back(number) + "/take";
            }
            throw refused;
        } catch (AlreadyHandledException passed) {
            return backWhenOwn(passed, number, redirect);
        }
        redirect.addFlashAttribute("notice", "case.notice.taken");
        redirect.addFlashAttribute("noticeArgs", List.of(number.value()));
        return back(number);
    }

    @PostMapping("/cases/{number}/release")
    String release(Actor actor, @PathVariable DossierNumber number, RedirectAttributes redirect) {
        try {
            designations.release(actor, number);
        } catch (AlreadyHandledException passed) {
            return backWhenOwn(passed, number, redirect);
        }
        redirect.addFlashAttribute("notice", "case.notice.released");
        redirect.addFlashAttribute("noticeArgs", List.of(number.value()));
        return back(number);
    }

    /** What somebody did in another window of theirs is no error. */
    private static String backWhenOwn(
            AlreadyHandledException passed, DossierNumber number, RedirectAttributes redirect) {
        if (!passed.bySelf()) {
            throw passed;
        }
        redirect.addFlashAttribute("notice", "case.notice.step-passed");
        redirect.addFlashAttribute("noticeKind", "info");
        return back(number);
    }

    static String back(DossierNumber number) {
        return "redirect:/cases/" + number.value();
    }

    private static List<Diagram> diagrams(DossierView view) {
        List<Diagram> diagrams = new ArrayList<>();
        for (String key : DRAWN) {
            Steps steps = view.progress().get(key);
            if (steps != null || key.equals(DpdDesignationProcess.KEY)) {
                Steps shown = steps == null ? new Steps(Set.of(), Set.of()) : steps;
                diagrams.add(new Diagram(
                        key,
                        shown.active().stream().sorted().toList(),
                        shown.done().stream().sorted().toList()));
            }
        }
        return diagrams;
    }
}
