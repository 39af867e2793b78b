package be.designations.principalmanager.web;

import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.management.Designation.Incumbency;
import be.designations.principalmanager.DesignationDossier;
import be.designations.principalmanager.DesignationDossiers;
import be.designations.principalmanager.Incumbent;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.RequestStatus;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dossier of a designation, taking the request back, and the verdict of support on a mandate. <i>Source: S003, A6 screen 4.</i> */
@Controller
class DossierController {

    private static final String PATH = "/cases/{number:(?i)gap-.+}";
    private static final String WITHDRAWAL = "principal-manager-withdrawal";
    private static final String VERIFICATION = "mandate-verification";
    private static final String REASON = "reason";
    private static final String ACCEPT = "ACCEPT";
    private static final String PASSED = "case.notice.step-passed";

    private final DesignationDossiers dossiers;
    private final PrincipalManagers managers;
    private final DossierModel dossierModel;
    private final RequestForms forms;

    DossierController(
            DesignationDossiers dossiers, PrincipalManagers managers, DossierModel dossierModel, RequestForms forms) {
        this.dossiers = dossiers;
        this.managers = managers;
        this.dossierModel = dossierModel;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String page(Actor actor, @PathVariable DossierNumber number, Locale locale, Model model) {
        dossierModel.addTo(model, dossiers.view(actor, number), actor, locale);
        return "principal-manager/dossier";
    }

    @GetMapping(PATH + "/withdraw-request")
    String askToWithdraw(
            Actor actor, @PathVariable DossierNumber number, Locale locale, Model model, RedirectAttributes redirect) {
        DesignationDossier view = dossiers.view(actor, number);
        if (view.mayWithdraw()) {
            return showWithdrawal(actor, view, FormValues.empty(), List.of(), locale, model);
        }
        if (view.request().status().isOpen()) {
            throw new NotAllowedException(Rejection.of("principalmanager.not-the-requester"));
        }
        return notNow(number, redirect);
    }

    @PostMapping(PATH + "/withdraw-request")
    String withdraw(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FormSubmission sent = forms.read(WITHDRAWAL, posted);
        List<ShownError> errors = forms.errors(WITHDRAWAL, sent, locale);
        if (!errors.isEmpty()) {
            RequestForms.refused(HttpStatus.UNPROCESSABLE_ENTITY, request, response, model);
            return showWithdrawal(actor, dossiers.view(actor, number), sent.values(), errors, locale, model);
        }
        try {
            managers.withdraw(actor, number, sent.values().optionalText(REASON).orElse(null));
        } catch (AlreadyHandledException passed) {
            if (!passed.bySelf()) {
                throw passed;
            }
        }
        RequestForms.done(redirect, "principalmanager.page.withdrawn", number.value());
        return back(number);
    }

    @GetMapping(PATH + "/verification")
    String askToVerify(
            Actor actor, @PathVariable DossierNumber number, Locale locale, Model model, RedirectAttributes redirect) {
        DesignationDossier view = dossiers.view(actor, number);
        if (view.mayVerify() || view.hindrance() != null) {
            return showVerification(actor, view, FormValues.empty(), List.of(), locale, model);
        }
        if (view.request().status() == RequestStatus.AWAITING_VERIFICATION) {
            throw new NotAllowedException(Rejection.of("principalmanager.not-of-support"));
        }
        return notNow(number, redirect);
    }

    @PostMapping(PATH + "/verification")
    String verify(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FormSubmission sent = forms.read(VERIFICATION, posted);
        List<ShownError> errors = forms.errors(VERIFICATION, sent, locale);
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        boolean accepted = sent.values().text("decision").equals(ACCEPT);
        if (errors.isEmpty()) {
            try {
                managers.verify(
                        actor,
                        number,
                        accepted,
                        sent.values().optionalText(REASON).orElse(null),
                        seen(posted));
                RequestForms.done(
                        redirect,
                        accepted ? "principalmanager.page.verified" : "principalmanager.page.refused",
                        number.value());
                return back(number);
            } catch (RejectedException rejected) {
                errors = atForm(rejected, locale);
            } catch (AlreadyHandledException passed) {
                if (dossiers.view(actor, number).request().status() != RequestStatus.AWAITING_VERIFICATION) {
                    if (passed.bySelf()) {
                        return back(number);
                    }
                    throw passed;
                }
                // Somebody was designated since support looked: the page now says who, and the verdict is given anew.
                errors = List.of(
                        new ShownError(null, forms.text(locale, "rejection.principalmanager.changed-meanwhile")));
                status = HttpStatus.CONFLICT;
            }
        }
        RequestForms.refused(status, request, response, model);
        return showVerification(actor, dossiers.view(actor, number), sent.values(), errors, locale, model);
    }

    /** What is about the proposed person is not about a field of this form. */
    private List<ShownError> atForm(RejectedException rejected, Locale locale) {
        return forms.errors(rejected, locale).stream()
                .map(error -> REASON.equals(error.fieldKey()) ? error : new ShownError(null, error.message()))
                .toList();
    }

    private static Incumbency seen(MultiValueMap<String, String> posted) {
        String version = posted.getFirst("_version");
        try {
            return new Incumbency(version == null || version.isEmpty() ? null : UUID.fromString(version));
        } catch (IllegalArgumentException unreadable) {
            return new Incumbency(null);
        }
    }

    /** Back to the dossier, which shows where it stands: what was asked for cannot be done there now. */
    private static String notNow(DossierNumber number, RedirectAttributes redirect) {
        RequestForms.inform(redirect, PASSED);
        return back(number);
    }

    private static String back(DossierNumber number) {
        return "redirect:/cases/" + number.value();
    }

    private String showWithdrawal(
            Actor actor,
            DesignationDossier view,
            FormValues values,
            List<ShownError> errors,
            Locale locale,
            Model model) {
        dossierModel.addTo(model, view, actor, locale);
        model.addAttribute("form", forms.view(WITHDRAWAL, values, errors, locale));
        return "principal-manager/withdraw";
    }

    private String showVerification(
            Actor actor,
            DesignationDossier view,
            FormValues values,
            List<ShownError> errors,
            Locale locale,
            Model model) {
        dossierModel.addTo(model, view, actor, locale);
        Rejection hindrance = view.hindrance();
        Incumbent incumbent = view.incumbent();
        model.addAttribute("hindrance", hindrance == null ? null : forms.sentence(hindrance, locale));
        model.addAttribute("version", version(incumbent));
        model.addAttribute("form", forms.view(VERIFICATION, values, errors, locale));
        return "principal-manager/verification";
    }

    private static String version(@Nullable Incumbent incumbent) {
        return incumbent == null ? "" : incumbent.responsibility().toString();
    }
}
