package be.designations.principalmanager.web;

import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Enregistrer mon entreprise dans CSAM”: which enterprise it is about. <i>Source: S003, A6 screen 1.</i> */
@Controller
class EnterpriseNumberController {

    private final PrincipalManagers managers;
    private final StartPage start;
    private final RequestForms forms;

    EnterpriseNumberController(PrincipalManagers managers, StartPage start, RequestForms forms) {
        this.managers = managers;
        this.start = start;
        this.forms = forms;
    }

    @GetMapping(StartPage.ADDRESS)
    String ask(Actor actor, Locale locale, Model model) {
        return start.show(actor, FormValues.empty(), List.of(), locale, model);
    }

    @PostMapping(StartPage.ADDRESS)
    String answer(
            Actor actor,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormSubmission sent = forms.read(StartPage.FORM, posted);
        List<ShownError> errors = forms.errors(StartPage.FORM, sent, locale);
        if (errors.isEmpty()) {
            try {
                EnterpriseNumber number =
                        PrincipalManagers.numberOf(sent.values().text(StartPage.NUMBER));
                managers.situation(actor, number);
                return "redirect:" + StartPage.ADDRESS + "/" + number.value();
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        RequestForms.refused(HttpStatus.UNPROCESSABLE_ENTITY, request, response, model);
        return start.show(actor, sent.values(), errors, locale, model);
    }
}
