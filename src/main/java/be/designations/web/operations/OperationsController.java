package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.pages.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the pages of the support desk begin: with the mails, as in the menu. */
@Controller
class OperationsController {

    private final Operators operators;

    OperationsController(Operators operators) {
        this.operators = operators;
    }

    @GetMapping("/operations")
    String start(Actor actor) {
        operators.require(actor);
        return Page.redirect(UnsentMailController.PAGE);
    }
}
