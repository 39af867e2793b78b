package be.designations.principalmanager.web;

import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Page;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Situation;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What ties another person to the enterprise, declared when the directory does not know it. */
@Controller
@RequestMapping(StartPage.ADDRESS + "/{number}/relationship")
class ManagerTieController {

    private static final String FORM = Step.RELATIONSHIP.form();

    private final PrincipalManagers managers;
    private final RequestPages pages;

    ManagerTieController(PrincipalManagers managers, RequestPages pages) {
        this.managers = managers;
        this.pages = pages;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Situation situation = managers.situation(actor, number);
        if (!managers.needsTie(situation)) {
            return Page.redirect(Step.WHO.address(number));
        }
        List<ShownError> problems = pages.foundLater(actor, number, Step.RELATIONSHIP, page);
        return show(number, situation, kept(situation), problems, page);
    }

    @PostMapping
    String answer(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Situation situation = managers.situation(actor, number);
        if (!managers.needsTie(situation)) {
            return Page.redirect(Step.WHO.address(number));
        }
        FormSubmission sent = page.read(FORM);
        List<ShownError> errors = page.errors(FORM, sent);
        if (errors.isEmpty()) {
            managers.save(actor, number, page.pageOf(FORM), sent.values());
            errors = pages.problems(actor, number, Step.RELATIONSHIP, page);
        }
        if (!errors.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
            return show(number, situation, sent.values(), errors, page);
        }
        return Page.redirect(pages.after(Step.RELATIONSHIP, situation).address(number));
    }

    private static FormValues kept(Situation situation) {
        return Objects.requireNonNull(situation.draft()).answers();
    }

    private static String show(
            EnterpriseNumber number, Situation situation, FormValues values, List<ShownError> errors, Page page) {
        RequestPages.addTo(page, situation, number);
        page.with("person", kept(situation).text("lastName"))
                .with("form", page.form(FORM, values).withErrors(errors));
        return "principal-manager/relationship";
    }
}
