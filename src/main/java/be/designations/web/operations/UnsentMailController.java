package be.designations.web.operations;

import be.designations.directory.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails that wait for another attempt or were given up. */
@Controller
class UnsentMailController {

    private final UnsentMailOperations mails;

    UnsentMailController(UnsentMailOperations mails) {
        this.mails = mails;
    }

    @ModelAttribute("section")
    String section() {
        return "operations";
    }

    /** @param after id of the last mail of the page before */
    @GetMapping("/operations/mails")
    String mails(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = mails.page(actor, after);
        model.addAttribute("mails", page.mails());
        model.addAttribute("after", after);
        model.addAttribute("next", page.next() == null ? null : "/operations/mails?after=" + page.next());
        return "operations/mails";
    }

    /** @param after the page that the agent was on */
    @PostMapping("/operations/mails/{id}/send-again")
    String sendAgain(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            RedirectAttributes redirect) {
        var mail = mails.sendAgain(actor, id);
        redirect.addFlashAttribute("notice", "operations.mails.sent-again");
        redirect.addFlashAttribute("noticeArgs", List.of(mail.subject()));
        if (after != null) {
            redirect.addAttribute("after", after);
        }
        return "redirect:/operations/mails";
    }
}
