package be.designations.principalmanager.web;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.Draft;
import be.designations.principalmanager.Ground;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.Situation;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Enregistrement de l’entreprise dans CSAM”: the enterprise, and who is to be its manager. <i>Source: S003, A6 screen 2.</i> */
@Controller
class ManagerChoiceController {

    private static final String DOCUMENTS = "documents";
    private static final String WHO = "who";

    private final PrincipalManagers managers;
    private final Directory directory;
    private final StartPage start;
    private final RequestPages pages;
    private final RequestForms forms;

    ManagerChoiceController(
            PrincipalManagers managers, Directory directory, StartPage start, RequestPages pages, RequestForms forms) {
        this.managers = managers;
        this.directory = directory;
        this.start = start;
        this.pages = pages;
        this.forms = forms;
    }

    /** @param again present when a later page found something wrong with what is asked here */
    @GetMapping(StartPage.ADDRESS + "/{number}")
    String ask(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable String again,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Situation situation;
        try {
            situation = managers.situation(actor, number);
        } catch (RejectedException rejected) {
            RequestForms.refused(HttpStatus.UNPROCESSABLE_ENTITY, request, response, model);
            model.addAttribute("languageSwitchPath", StartPage.ADDRESS);
            return start.show(
                    actor,
                    FormValues.empty().with(StartPage.NUMBER, number.formatted()),
                    forms.errors(rejected, locale),
                    locale,
                    model);
        }
        List<ShownError> problems = again == null ? List.of() : pages.problems(actor, number, Step.WHO, locale);
        model.addAttribute("hasErrors", !problems.isEmpty());
        return show(actor, number, situation, kept(situation.draft()), problems, locale, model);
    }

    /** @param action {@code documents} to offer documents rather than wait for a register that is silent */
    @PostMapping(StartPage.ADDRESS + "/{number}")
    String answer(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = "_action", defaultValue = "next") String action,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Situation situation = managers.situation(actor, number);
        FormSubmission sent = forms.read(Step.WHO.form(), posted);
        List<ShownError> errors = forms.errors(Step.WHO.form(), sent, locale);
        if (errors.isEmpty()) {
            try {
                managers.checkPerson(actor, situation.representation(), sent.values());
                Draft draft = managers.save(actor, number, forms.page(Step.WHO.form()), sent.values());
                if (situation.representation().recognition() == Recognition.REGISTER_SILENT) {
                    choose(actor, number, draft, action.equals(DOCUMENTS));
                }
                return "redirect:"
                        + pages.after(Step.WHO, managers.situation(actor, number))
                                .address(number);
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        RequestForms.refused(HttpStatus.UNPROCESSABLE_ENTITY, request, response, model);
        return show(actor, number, situation, sent.values(), errors, locale, model);
    }

    /** The two ways when the register is silent. */
    private void choose(Actor actor, EnterpriseNumber number, Draft draft, boolean documents) {
        if (!documents) {
            managers.waitForRegister(actor, number);
        } else if (!draft.answers().has("ground")) {
            managers.save(
                    actor,
                    number,
                    forms.page(Step.MANDATE.form()),
                    FormValues.empty().with("ground", Ground.REGISTER_SILENT.name()));
        }
    }

    private static FormValues kept(@Nullable Draft draft) {
        return draft == null ? FormValues.empty() : draft.answers();
    }

    /** The reader by name among the answers, so that nobody takes “myself” for somebody else. */
    private FormView named(Actor actor, FormView form) {
        String self = directory.person(actor.person()).displayName();
        Map<String, String> labels = form.fields().stream()
                .filter(field -> field.key().equals(WHO))
                .flatMap(field -> field.choices().stream())
                .collect(Collectors.toMap(
                        Choice::value,
                        choice -> choice.value().equals("SELF")
                                ? forms.text(form.locale(), "principalmanager.page.self", choice.label(), self)
                                : choice.label()));
        return form.offering(WHO, labels);
    }

    private String show(
            Actor actor,
            EnterpriseNumber number,
            Situation situation,
            FormValues values,
            List<ShownError> errors,
            Locale locale,
            Model model) {
        RequestPages.addTo(model, situation, number);
        model.addAttribute("form", named(actor, forms.view(Step.WHO.form(), values, errors, locale)));
        return "principal-manager/who";
    }
}
