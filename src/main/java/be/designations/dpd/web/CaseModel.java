package be.designations.dpd.web;

import be.designations.casework.BelgianDates;
import be.designations.casework.CaseReaders;
import be.designations.casework.CaseStatuses;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdApplicationForm;
import be.designations.dpd.DpdDocuments;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a dossier show of it. */
@Component
class CaseModel {

    private static final String NISS = "candidateNiss";

    private final DpdApplicationForm form;
    private final FormViews formViews;
    private final CaseStatuses statuses;
    private final CaseReaders readers;
    private final DpdDocuments documents;
    private final Directory directory;
    private final Clock clock;

    CaseModel(
            DpdApplicationForm form,
            FormViews formViews,
            CaseStatuses statuses,
            CaseReaders readers,
            DpdDocuments documents,
            Directory directory,
            Clock clock) {
        this.form = form;
        this.formViews = formViews;
        this.statuses = statuses;
        this.readers = readers;
        this.documents = documents;
        this.directory = directory;
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
        model.addAttribute("documents", documents.list(actor, view.application().id()));
        model.addAttribute("dates", new BelgianDates());
        model.addAttribute("lowLevel", !actor.level().isAtLeast(SignInLevel.ITSME) && isTheirWork(view, actor));
        model.addAttribute("inOtherCapacity", isWorkInOtherCapacity(view, actor));
        model.addAttribute("timeline", timeline(view, Language.of(locale.getLanguage())));
    }

    /** Whether the dossier waits at a desk of the reader, in the capacity in which they act. */
    private boolean isTheirWork(DossierView view, Actor actor) {
        WorkItem work = view.openWork();
        return work != null && readers.workOf(actor).asksFor(work.kind().desk(), work.organisation());
    }

    private boolean isWorkInOtherCapacity(DossierView view, Actor actor) {
        Actor unbound = new Actor(actor.person(), null, actor.level());
        return actor.actingFor() != null && !isTheirWork(view, actor) && isTheirWork(view, unbound);
    }

    private List<TimelineLine> timeline(DossierView view, Language language) {
        Map<OrganisationId, String> names = new HashMap<>();
        view.timeline().stream()
                .map(TimelineEntry::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> names.put(id, directory.organisation(id).name(language)));
        return view.timeline().stream()
                .map(entry -> TimelineLine.of(
                        entry,
                        view.nameOf(entry.actor()),
                        entry.organisation() == null ? "" : names.getOrDefault(entry.organisation(), "")))
                .toList();
    }

    private List<FormView> answers(DossierView view, Locale locale) {
        return formViews.all(form.definition(), view.answers(), List.of(), locale).stream()
                .map(page -> view.nissShown() ? page : page.without(NISS))
                .toList();
    }
}
