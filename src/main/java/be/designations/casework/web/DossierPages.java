package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseContent;
import be.designations.casework.CaseProcess;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseTypes;
import be.designations.casework.CaseView;
import be.designations.casework.ProcessProgress.Steps;
import be.designations.casework.TimelineEntry;
import be.designations.casework.Tone;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of every dossier show. */
@Component
class DossierPages {

    private static final String NO_SLOTS = "cases/slots";

    private final Map<String, CaseSlots<?>> slots;
    private final CaseTypes types;
    private final ProcessDrawings drawings;
    private final Directory directory;
    private final Clock clock;

    DossierPages(
            List<CaseSlots<?>> slots, CaseTypes types, ProcessDrawings drawings, Directory directory, Clock clock) {
        this.slots = slots.stream()
                .collect(Collectors.toUnmodifiableMap(it -> it.process().key(), Function.identity()));
        this.types = types;
        this.drawings = drawings;
        this.directory = directory;
        this.clock = clock;
    }

    /** A process as it is drawn, with the ids of the steps where the dossier stands and has been. */
    record Diagram(String key, List<String> active, List<String> done) {

        static Diagram of(String key, Steps steps) {
            return new Diagram(
                    key,
                    steps.active().stream().sorted().toList(),
                    steps.done().stream().sorted().toList());
        }
    }

    /** Who has the work, for the first lines of the page: a message key with {0} the name, or null. */
    private static @Nullable String holder(CaseView view, Actor reader) {
        WorkItem work = view.openWork();
        if (work == null) {
            return null;
        }
        PersonId assignee = work.assignee();
        if (assignee == null) {
            return work.kind().desk().office() == null ? null : "case.now.nobody";
        }
        return assignee.equals(reader.person()) ? "case.now.you" : "case.now.holder";
    }

    /** The dossier, for whichever page of it. */
    void show(CaseView view, Actor reader, Page page) {
        WorkItem work = view.openWork();
        page.inSection("cases")
                .with("dossier", view)
                .with("number", view.dossier().number().value())
                .with("entityName", view.organisation().name(page.language()))
                .with("kind", view.dossier().kind().code())
                .with("status", view.status())
                .with("due", new BelgianDates().lastDay(view.dueAt()))
                .with("overdue", work != null && !clock.instant().isBefore(work.dueAt()))
                .with("holder", holder(view, reader))
                .with("holderName", work == null ? "" : view.nameOf(work.assignee()))
                .with("hindrance", view.hindrance() == null ? null : page.sentence(view.hindrance()))
                .with("reader", reader.person())
                .with(
                        "documents",
                        view.documents().stream().map(DocumentLine::of).toList());
        List<String> templates = new ArrayList<>();
        for (Map.Entry<String, CaseContent> content : view.contents().entrySet()) {
            CaseSlots<?> own = slots.get(content.getKey());
            if (own != null) {
                fill(own, view, content.getValue(), reader, page);
                templates.add(own.template());
            }
        }
        page.with("slots", template(types.of(view.dossier().kind()))).with("everySlots", templates);
    }

    private static <C extends CaseContent> void fill(
            CaseSlots<C> slots, CaseView view, CaseContent content, Actor reader, Page page) {
        slots.fill(view, slots.process().content().cast(content), reader, page);
    }

    /** Besides, what only the page of the dossier itself shows. */
    void showAll(CaseView view, Page page) {
        page.with("timeline", timeline(view, page))
                .with("steps", drawings.steps(view))
                .with(
                        "diagrams",
                        view.contents().keySet().stream()
                                .map(key -> Diagram.of(
                                        key, view.progress().getOrDefault(key, new Steps(Set.of(), Set.of()))))
                                .toList());
    }

    private List<TimelineLine> timeline(CaseView view, Page page) {
        Map<OrganisationId, String> names = directory
                .organisations(view.timeline().stream()
                        .map(TimelineEntry::organisation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(it -> it.id(), it -> it.name(page.language())));
        return view.timeline().stream()
                .map(entry -> TimelineLine.of(
                        entry, words(view, entry, page), view.nameOf(entry.actor()), names, tone(view, entry)))
                .toList();
    }

    private static String words(CaseView view, TimelineEntry entry, Page page) {
        return view.wordsOf(entry).stream()
                .flatMap(key -> page.textIfAny(key).stream())
                .findFirst()
                .orElse(entry.event());
    }

    private Tone tone(CaseView view, TimelineEntry entry) {
        return view.contents().keySet().stream()
                .map(process -> types.process(process).tone(entry.event()))
                .filter(tone -> tone != Tone.NEUTRAL)
                .findFirst()
                .orElse(Tone.NEUTRAL);
    }

    /** The template that says more of a step than its form. */
    String template(CaseProcess<?> process) {
        CaseSlots<?> own = slots.get(process.key());
        return own == null ? NO_SLOTS : own.template();
    }

    /** The form of a step, as the module wants it filled in. */
    FormView form(CaseProcess<?> process, CaseStep<?, ?> step, CaseView view, FormView form) {
        CaseSlots<?> own = slots.get(process.key());
        return own == null ? form : form(own, step, view, form);
    }

    private static <C extends CaseContent> FormView form(
            CaseSlots<C> slots, CaseStep<?, ?> step, CaseView view, FormView form) {
        return slots.form(step.key(), view, view.content(slots.process()), form);
    }
}
