package be.designations.principalmanager.web;

import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Page;
import be.designations.principalmanager.PrincipalManagers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** “Enregistrer mon entreprise dans CSAM”: which enterprise it is about. <i>Source: S003, A6 screen 1.</i> */
@Controller
@RequestMapping(StartPage.ADDRESS)
class EnterpriseNumberController {

    private final PrincipalManagers managers;
    private final StartPage start;

    EnterpriseNumberController(PrincipalManagers managers, StartPage start) {
        this.managers = managers;
        this.start = start;
    }

    @GetMapping
    String ask(Actor actor, Page page) {
        return start.show(actor, page.form(StartPage.FORM, FormValues.empty()), page);
    }

    @PostMapping
    String answer(Actor actor, Page page) {
        return page.submit(
                StartPage.FORM,
                values -> {
                    EnterpriseNumber number = PrincipalManagers.numberOf(values.text(StartPage.NUMBER));
                    managers.situation(actor, number);
                    return Page.redirect(StartPage.ADDRESS + "/" + number.value());
                },
                form -> start.show(actor, form, page));
    }
}
