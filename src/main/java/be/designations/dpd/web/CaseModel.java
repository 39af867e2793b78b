package be.designations.dpd.web;

import be.designations.casework.BelgianDates;
import be.designations.casework.CaseStatuses;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplicationForm;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a dossier show of it. */
@Component
class CaseModel {

    private static final String NISS = "candidateNiss";

    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final CaseStatuses statuses;
    private final Clock clock;

    CaseModel(DpdApplicationForm form, FormViews formViews, CaseStatuses statuses, Clock clock) {
        this.form = form;
        this.formViews = formViews;
        this.statuses = statuses;
        this.clock = clock;
    }

    void add(DossierView view, Actor actor, Locale locale, Model model) {
        model.addAttribute("section", "cases");
        model.addAttribute("view", view);
        model.addAttribute("number", view.dossier().number().value());
        model.addAttribute("cpasName", view.cpas().name(Language.of(locale.getLanguage())));
        model.addAttribute("tone", statuses.tone(view.dossier().status()));
        model.addAttribute("now", CaseNow.of(view, actor, clock.instant()));
        model.addAttribute("answers", answers(view, locale));
        model.addAttribute("dates", new BelgianDates());
    }

    private List<FormView> answers(DossierView view, Locale locale) {
        return formViews.all(form.definition(), view.answers(), List.of(), locale).stream()
                .map(page -> view.nissShown() ? page : page.without(NISS))
                .toList();
    }
}
