package be.designations.dpd.web;

import be.designations.dpd.AlreadySentException;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who comes back to the pages of a draft that was sent, with the browser's back button say, is led to the dossier. */
@ControllerAdvice(basePackageClasses = SentApplications.class)
@Order(0)
class SentApplications {

    @ExceptionHandler
    String sent(AlreadySentException exception, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", "dpd.page.already-sent");
        redirect.addFlashAttribute("noticeKind", "info");
        return "redirect:/cases/" + exception.number();
    }
}
