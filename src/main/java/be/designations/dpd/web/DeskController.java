package be.designations.dpd.web;

import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.dpd.DossierAction;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDossiers;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opinion, questions to the CPAS and decision: a form under everything that there is to read. */
@Controller
class DeskController {

    private static final String PATH = "/cases/{number}/{task:opinion|completion-request|decision}";

    private final DpdDossiers dossiers;
    private final DpdDesignations designations;
    private final CaseModel caseModel;
    private final Forms forms;
    private final FormViews formViews;
    private final MessageSource messages;

    DeskController(
            DpdDossiers dossiers,
            DpdDesignations designations,
            CaseModel caseModel,
            Forms forms,
            FormViews formViews,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.designations = designations;
        this.caseModel = caseModel;
        this.forms = forms;
        this.formViews = formViews;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String form(
            Actor actor,
            @PathVariable DossierNumber number,
            @PathVariable String task,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        DeskTask asked = task(task);
        DossierView view = dossiers.view(actor, number);
        return elsewhere(asked, view, redirect)
                .orElseGet(() -> show(
                        asked,
                        view,
                        actor,
                        view.application().version(),
                        FormValues.empty(),
                        List.of(),
                        List.of(),
                        locale,
                        model));
    }

    @PostMapping(PATH)
    String send(
            Actor actor,
            @PathVariable DossierNumber number,
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("_version") int seen,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DeskTask asked = task(task);
        FormSubmission sent = forms.get(asked.form()).read(posted);
        FormValues values = sent.values();
        List<ShownError> refusals;
        if (sent.hasErrors()) {
            refusals = List.of();
        } else {
            try {
                perform(asked, actor, number, seen, values);
                return done(asked, number, values, redirect);
            } catch (RejectedException rejected) {
                refusals = shown(rejected.rejections(), locale);
            } catch (AlreadyHandledException passed) {
                if (passed.bySelf() && says(asked, dossiers.view(actor, number), actor, values)) {
                    return done(asked, number, values, redirect);
                }
                throw passed;
            } catch (NotAllowedException refused) {
                DossierView view = dossiers.view(actor, number);
                if (!view.may(DossierAction.TAKE_OVER)) {
                    throw refused;
                }
                // A colleague has taken the work meanwhile: what was typed is not lost.
                response.setStatus(HttpStatus.CONFLICT.value());
                return show(
                        asked,
                        view,
                        actor,
                        seen,
                        values,
                        List.of(),
                        shown(List.of(refused.rejection()), locale),
                        locale,
                        model);
            }
        }
        DossierView view = dossiers.view(actor, number);
        Optional<String> elsewhere = elsewhere(asked, view, redirect);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(asked, view, actor, seen, values, sent.errors(), refusals, locale, model);
    }

    private void perform(DeskTask task, Actor actor, DossierNumber number, int seen, FormValues values) {
        switch (task) {
            case OPINION -> designations.giveOpinion(actor, number, seen, isFavourable(values), values.text("reasons"));
            case COMPLETION_REQUEST -> designations.askCompletion(actor, number, seen, values.text("questions"));
            case DECISION ->
                designations.decide(
                        actor,
                        number,
                        seen,
                        isApproval(values),
                        values.optionalText("reason").orElse(null));
        }
    }

    /** Whether the dossier already says just what was sent, by the same person: a second click. */
    private static boolean says(DeskTask task, DossierView view, Actor actor, FormValues values) {
        return switch (task) {
            case OPINION ->
                Optional.ofNullable(view.opinion())
                        .filter(given -> given.givenBy().equals(actor.person())
                                && given.favourable() == isFavourable(values)
                                && given.reasons().equals(values.text("reasons")))
                        .isPresent();
            case COMPLETION_REQUEST -> {
                List<DpdApplications.CompletionRequest> asked = view.completionRequests();
                yield !asked.isEmpty()
                        && asked.get(asked.size() - 1).askedBy().equals(actor.person())
                        && asked.get(asked.size() - 1).questions().equals(values.text("questions"));
            }
            case DECISION ->
                Optional.ofNullable(view.decision())
                        .filter(taken -> taken.decidedBy().equals(actor.person())
                                && taken.approved() == isApproval(values)
                                && Optional.ofNullable(taken.reason())
                                        .equals(values.optionalText("reason")
                                                .map(String::strip)
                                                .filter(reason -> !reason.isEmpty())))
                        .isPresent();
        };
    }

    /** Where a reader goes who cannot do this now; nothing when they can. */
    private static Optional<String> elsewhere(DeskTask task, DossierView view, RedirectAttributes redirect) {
        DossierNumber number = view.dossier().number();
        if (view.may(task.action())) {
            return Optional.empty();
        }
        Rejection hindrance = view.hindrance();
        if (view.application().status() != task.status()) {
            redirect.addFlashAttribute("notice", "case.notice.step-passed");
            redirect.addFlashAttribute("noticeKind", "info");
            return Optional.of(CasePageController.back(number));
        }
        if (hindrance != null) {
            throw new NotAllowedException(hindrance);
        }
        if (view.may(DossierAction.TAKE_OVER)) {
            return Optional.of(CasePageController.back(number) + "/take");
        }
        throw new NotAllowedException(Rejection.of(task.refusal()));
    }

    private String show(
            DeskTask task,
            DossierView view,
            Actor actor,
            int version,
            FormValues values,
            List<FieldError> errors,
            List<ShownError> refusals,
            Locale locale,
            Model model) {
        FormDefinition definition = forms.get(task.form());
        caseModel.add(view, actor, locale, model);
        model.addAttribute("task", task.path());
        model.addAttribute("version", version);
        model.addAttribute(
                "form", formViews.of(definition, values, errors, locale).withErrors(refusals));
        model.addAttribute("hasErrors", !errors.isEmpty() || !refusals.isEmpty());
        return "cases/desk-form";
    }

    private static String done(DeskTask task, DossierNumber number, FormValues values, RedirectAttributes redirect) {
        String notice =
                switch (task) {
                    case OPINION -> "case.notice.opinion-given";
                    case COMPLETION_REQUEST -> "case.notice.completion-asked";
                    case DECISION -> isApproval(values) ? "case.notice.approved" : "case.notice.refused";
                };
        redirect.addFlashAttribute("notice", notice);
        redirect.addFlashAttribute("noticeArgs", List.of(number.value()));
        return CasePageController.back(number);
    }

    private List<ShownError> shown(List<Rejection> rejections, Locale locale) {
        return rejections.stream()
                .map(rejection -> new ShownError(rejection.field(), sentence(rejection, locale)))
                .toList();
    }

    private String sentence(Rejection rejection, Locale locale) {
        return messages.getMessage(rejection.messageKey(), rejection.arguments().toArray(), locale);
    }

    private static DeskTask task(@Nullable String path) {
        return Optional.ofNullable(path).flatMap(DeskTask::of).orElseThrow(() -> new NotFoundException("task"));
    }

    private static boolean isFavourable(FormValues values) {
        return values.text("opinion").equals("FAVOURABLE");
    }

    private static boolean isApproval(FormValues values) {
        return values.text("decision").equals("APPROVED");
    }
}
