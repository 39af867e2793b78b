package be.designations.web.operations;

import be.designations.casework.Suspensions;
import be.designations.directory.Actor;
import be.designations.directory.InEachLanguage;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Suspending a kind of dossiers, with a message that people read, and opening it again (D86). */
@Controller
@RequestMapping(ProcessVersionController.PAGE + "/{process}")
class SuspensionController {

    private static final String FORM = "process-suspension";

    private final Operators operators;
    private final Suspensions suspensions;
    private final SuspensionPages pages;

    SuspensionController(Operators operators, Suspensions suspensions, SuspensionPages pages) {
        this.operators = operators;
        this.suspensions = suspensions;
        this.pages = pages;
    }

    @GetMapping("/suspension")
    String form(Actor actor, @PathVariable String process, Page page) {
        operators.require(actor);
        return show(process, page.form(FORM, FormValues.empty()), page);
    }

    @PostMapping("/suspension")
    String suspend(Actor actor, @PathVariable String process, Page page) {
        operators.require(actor);
        return page.submit(FORM, typed -> suspend(actor, process, typed, page), form -> show(process, form, page));
    }

    private String suspend(Actor actor, String process, FormValues typed, Page page) {
        var message = new InEachLanguage(
                typed.text("messageFr"), typed.text("messageNl"), typed.text("messageDe"), typed.text("messageEn"));
        boolean done = suspensions.suspend(actor, process, message, typed.text("reason"));
        return done
                ? page.done(ProcessVersionController.PAGE, "operations.suspension.done")
                : page.inform(ProcessVersionController.PAGE, "operations.suspension.done-before");
    }

    private String show(String process, FormView form, Page page) {
        page.inSection("operations")
                .with("form", form)
                .with("kindShown", pages.kind(process).orElseThrow(() -> new NotFoundException("process")));
        return "operations/suspension";
    }

    @PostMapping("/resume")
    String resume(Actor actor, @PathVariable String process, Page page) {
        return suspensions.resume(actor, process)
                ? page.done(ProcessVersionController.PAGE, "operations.suspension.resumed")
                : page.inform(ProcessVersionController.PAGE, "operations.suspension.resumed-before");
    }
}
