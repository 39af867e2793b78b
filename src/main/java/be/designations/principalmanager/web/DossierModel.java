package be.designations.principalmanager.web;

import be.designations.casework.CaseStatuses;
import be.designations.casework.ProcessProgress.Steps;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.principalmanager.DesignationDossier;
import be.designations.principalmanager.PrincipalManagerProcess;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a dossier show of it. */
@Component
class DossierModel {

    private final CaseStatuses statuses;
    private final Directory directory;
    private final Clock clock;

    DossierModel(CaseStatuses statuses, Directory directory, Clock clock) {
        this.statuses = statuses;
        this.directory = directory;
        this.clock = clock;
    }

    /** The process as it is drawn, with the ids of the steps where the dossier stands and has been. */
    record Diagram(String key, List<String> active, List<String> done) {}

    void addTo(Model model, DesignationDossier view, Actor actor, Locale locale) {
        Language language = Language.of(locale.getLanguage());
        Steps steps = view.progress().getOrDefault(PrincipalManagerProcess.KEY, new Steps(Set.of(), Set.of()));
        WorkItem waits = view.waits();
        model.addAttribute("section", "cases");
        model.addAttribute("view", view);
        model.addAttribute("request", view.request());
        model.addAttribute("number", view.dossier().number().value());
        model.addAttribute("entityName", view.organisation().name(language));
        model.addAttribute("tone", statuses.tone(view.dossier().status()));
        model.addAttribute("code", view.request().status().name());
        model.addAttribute("isRequester", actor.person().equals(view.request().requestedBy()));
        model.addAttribute("isManager", actor.person().equals(view.request().manager()));
        model.addAttribute("overdue", waits != null && !clock.instant().isBefore(waits.dueAt()));
        model.addAttribute("documents", DocumentLine.of(view.documents()));
        model.addAttribute(
                "steps",
                StepLine.of(
                        steps,
                        view.request().isSpecial(),
                        view.request().status().isOpen()));
        model.addAttribute("timeline", timeline(view, language));
        model.addAttribute(
                "diagrams",
                List.of(new Diagram(
                        PrincipalManagerProcess.KEY,
                        steps.active().stream().sorted().toList(),
                        steps.done().stream().sorted().toList())));
    }

    private List<HistoryLine> timeline(DesignationDossier view, Language language) {
        Map<OrganisationId, String> names = new HashMap<>();
        directory
                .organisations(view.timeline().stream()
                        .map(TimelineEntry::organisation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .forEach(organisation -> names.put(organisation.id(), organisation.name(language)));
        return view.timeline().stream()
                .map(entry -> HistoryLine.of(
                        entry,
                        view.nameOf(entry.actor()),
                        entry.organisation() == null ? "" : names.getOrDefault(entry.organisation(), "")))
                .toList();
    }
}
