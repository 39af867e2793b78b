package be.designations.dpd.web;

import be.designations.casework.BelgianDates;
import be.designations.directory.Language;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DraftView;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a draft have in common. */
final class DraftPages {

    private DraftPages() {}

    static String address(DpdApplication application) {
        return "/dpd/applications/" + application.id();
    }

    static void addTo(Model model, DraftView draft, Locale locale) {
        DpdApplication application = draft.application();
        model.addAttribute("draft", draft);
        model.addAttribute("address", address(application));
        model.addAttribute("version", application.version());
        model.addAttribute("cpasName", draft.cpas().name(Language.of(locale.getLanguage())));
        model.addAttribute("draftedOn", new BelgianDates().day(application.draftedAt()));
        model.addAttribute("changedOn", new BelgianDates().day(application.lastChangedAt()));
    }

    /** @param where the path on which the reader is, for the language links: this answer has no address of its own */
    static void markWrong(Model model, String where) {
        model.addAttribute("hasErrors", true);
        model.addAttribute("languageSwitchPath", where);
    }

    static void tell(RedirectAttributes redirect, String notice, Object... arguments) {
        redirect.addFlashAttribute("notice", notice);
        if (arguments.length > 0) {
            redirect.addFlashAttribute("noticeArgs", List.of(arguments));
        }
    }

    static void inform(RedirectAttributes redirect, String notice) {
        tell(redirect, notice);
        redirect.addFlashAttribute("noticeKind", "info");
    }
}
