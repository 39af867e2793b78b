package be.designations.principalmanager.web;

import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Situation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What ties another person to the enterprise, declared when the directory does not know it. */
@Controller
class ManagerTieController {

    private static final String PATH = StartPage.ADDRESS + "/{number}/relationship";
    private static final String FORM = Step.RELATIONSHIP.form();

    private final PrincipalManagers managers;
    private final RequestPages pages;
    private final RequestForms forms;

    ManagerTieController(PrincipalManagers managers, RequestPages pages, RequestForms forms) {
        this.managers = managers;
        this.pages = pages;
        this.forms = forms;
    }

    /** @param again present when a later page found something wrong with what is asked here */
    @GetMapping(PATH)
    String ask(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable String again,
            Locale locale,
            Model model) {
        Situation situation = managers.situation(actor, number);
        if (!managers.needsTie(situation)) {
            return "redirect:" + Step.WHO.address(number);
        }
        List<ShownError> problems =
                again == null ? List.of() : pages.problems(actor, number, Step.RELATIONSHIP, locale);
        model.addAttribute("hasErrors", !problems.isEmpty());
        return show(number, situation, kept(situation), problems, locale, model);
    }

    @PostMapping(PATH)
    String answer(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Situation situation = managers.situation(actor, number);
        if (!managers.needsTie(situation)) {
            return "redirect:" + Step.WHO.address(number);
        }
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            managers.save(actor, number, forms.page(FORM), sent.values());
            errors = pages.problems(actor, number, Step.RELATIONSHIP, locale);
        }
        if (!errors.isEmpty()) {
            RequestForms.refused(HttpStatus.UNPROCESSABLE_ENTITY, request, response, model);
            return show(number, situation, sent.values(), errors, locale, model);
        }
        return "redirect:" + pages.after(Step.RELATIONSHIP, situation).address(number);
    }

    private static FormValues kept(Situation situation) {
        return Objects.requireNonNull(situation.draft()).answers();
    }

    private String show(
            EnterpriseNumber number,
            Situation situation,
            FormValues values,
            List<ShownError> errors,
            Locale locale,
            Model model) {
        RequestPages.addTo(model, situation, number);
        model.addAttribute("person", kept(situation).text("lastName"));
        model.addAttribute("form", forms.view(FORM, values, errors, locale));
        return "principal-manager/relationship";
    }
}
