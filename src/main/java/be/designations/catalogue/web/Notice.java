package be.designations.catalogue.web;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page says after a click. */
final class Notice {

    private static final String OUTDATED = "catalogue.changed-meanwhile";

    private Notice() {}

    /** Back to the page of the thing, which says what was done. */
    static String done(
            String notice, Translated name, String page, String code, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        redirect.addFlashAttribute("noticeArgs", List.of(name.in(Language.of(locale.getLanguage()))));
        redirect.addAttribute("code", code);
        return "redirect:" + page + "{code}";
    }

    /** Nothing was done: somebody else was faster, and the page shows what they made of it. */
    static String lookAgain(RejectedException rejected, String page, String code, RedirectAttributes redirect) {
        if (!isOutdated(rejected.rejections())) {
            throw rejected;
        }
        redirect.addFlashAttribute("noticeKind", "info");
        redirect.addFlashAttribute("notice", "catalogue.look-again");
        redirect.addFlashAttribute("noticeArgs", rejected.rejections().get(0).arguments());
        redirect.addAttribute("code", code);
        return "redirect:" + page + "{code}";
    }

    static boolean isOutdated(List<Rejection> rejections) {
        return rejections.stream().anyMatch(rejection -> rejection.code().equals(OUTDATED));
    }
}
