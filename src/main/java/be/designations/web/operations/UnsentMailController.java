package be.designations.web.operations;

import be.designations.directory.Actor;
import be.designations.pages.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mails that wait for another attempt or were given up. */
@Controller
class UnsentMailController {

    static final String PAGE = "/operations/mails";

    private final UnsentMailOperations mails;

    UnsentMailController(UnsentMailOperations mails) {
        this.mails = mails;
    }

    /** @param after id of the last mail of the page before */
    @GetMapping(PAGE)
    String mails(Actor actor, @RequestParam(required = false) @Nullable UUID after, Page page) {
        var found = mails.page(actor, after);
        page.inSection("operations")
                .with("mails", found.mails())
                .with("after", after)
                .with("next", found.next() == null ? null : PAGE + "?after=" + found.next());
        return "operations/mails";
    }

    /** @param after the page that the agent was on */
    @PostMapping(PAGE + "/{id}/send-again")
    String sendAgain(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after, Page page) {
        var mail = mails.sendAgain(actor, id);
        return page.done(
                after == null ? PAGE : PAGE + "?after=" + after, "operations.mails.sent-again", mail.subject());
    }
}
