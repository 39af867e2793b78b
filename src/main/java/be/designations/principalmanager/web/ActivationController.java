package be.designations.principalmanager.web;

import be.designations.casework.BelgianDates;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation.Incumbency;
import be.designations.principalmanager.Incumbent;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.Review;
import be.designations.principalmanager.Situation;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Confirmation”: what was typed, whom it replaces, and the conditions of activation. <i>Source: S003, A6 screen 3.</i> */
@Controller
class ActivationController {

    private static final String PATH = StartPage.ADDRESS + "/{number}/check";
    private static final String FORM = Step.CHECK.form();

    private final PrincipalManagers managers;
    private final MandateDocuments documents;
    private final RequestPages pages;
    private final RequestForms forms;

    ActivationController(
            PrincipalManagers managers, MandateDocuments documents, RequestPages pages, RequestForms forms) {
        this.managers = managers;
        this.documents = documents;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Locale locale, Model model) {
        return show(actor, number, FormValues.empty(), List.of(), locale, model);
    }

    @PostMapping(PATH)
    String confirm(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        FormValues shown = sent.values();
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        if (errors.isEmpty()) {
            try {
                DossierNumber dossier = managers.send(actor, number, seen(posted));
                return "redirect:/cases/" + dossier.value();
            } catch (InvalidAnswersException incomplete) {
                return back(incomplete, number);
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            } catch (AlreadyHandledException passed) {
                // Whoever confirms has not seen the one whom they would now replace: they look again, and confirm anew.
                errors = List.of(new ShownError(null, overtaken(actor, number, passed, locale)));
                shown = FormValues.empty();
                status = HttpStatus.CONFLICT;
            }
        }
        String page = show(actor, number, shown, errors, locale, model);
        if (!page.startsWith("redirect:")) {
            RequestForms.refused(status, request, response, model);
        }
        return page;
    }

    /** Who was principal access manager on the page that was confirmed; null when it said nothing of that. */
    private static @Nullable Incumbency seen(MultiValueMap<String, String> posted) {
        String version = posted.getFirst("_version");
        if (version == null) {
            return null;
        }
        try {
            return new Incumbency(version.isEmpty() ? null : UUID.fromString(version));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private String overtaken(Actor actor, EnterpriseNumber number, AlreadyHandledException passed, Locale locale) {
        var dates = new BelgianDates();
        Incumbent incumbent = managers.situation(actor, number).incumbent();
        String by = passed.by() == null ? "" : passed.by();
        return incumbent == null
                ? forms.text(
                        locale, "principalmanager.page.check.gone", by, dates.day(passed.at()), dates.time(passed.at()))
                : forms.text(
                        locale,
                        "principalmanager.page.check.overtaken",
                        by,
                        incumbent.name(),
                        dates.day(passed.at()),
                        dates.time(passed.at()));
    }

    private static String back(InvalidAnswersException incomplete, EnterpriseNumber number) {
        return "redirect:"
                + Arrays.stream(Step.values())
                        .filter(step -> step.form().equals(incomplete.form().id()))
                        .findFirst()
                        .orElse(Step.WHO)
                        .again(number);
    }

    private String show(
            Actor actor,
            EnterpriseNumber number,
            FormValues values,
            List<ShownError> errors,
            Locale locale,
            Model model) {
        Review review;
        try {
            review = managers.review(actor, number);
        } catch (NotFoundException nothingTyped) {
            return "redirect:" + Step.WHO.address(number);
        } catch (InvalidAnswersException incomplete) {
            return back(incomplete, number);
        } catch (RejectedException rejected) {
            return "redirect:"
                    + forms.errors(rejected, locale).stream()
                            .flatMap(error -> pages.stepOf(error).stream())
                            .findFirst()
                            .orElse(Step.WHO)
                            .again(number);
        }
        RequestPages.addTo(
                model, new Situation(review.representation(), review.draft(), review.incumbent(), null), number);
        model.addAttribute("review", review);
        model.addAttribute("recognised", review.representation().recognition() == Recognition.RECOGNISED);
        model.addAttribute("documents", DocumentLine.of(documents.ofDraft(actor, number)));
        model.addAttribute("form", forms.view(FORM, values, errors, locale));
        return "principal-manager/check";
    }
}
