package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseProcess;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseTypes;
import be.designations.casework.CaseView;
import be.designations.casework.DossierNumber;
import be.designations.casework.Presence;
import be.designations.casework.RelatedCases;
import be.designations.casework.Side;
import be.designations.casework.TimelineEntry;
import be.designations.casework.Tone;
import be.designations.casework.VersionedDocument;
import be.designations.casework.Wait;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkTimes;
import be.designations.directory.Actor;
import be.designations.directory.DeskNamedMessages;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.letters.Letters;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of every dossier show. */
@Component
class DossierPages {

    private static final String NO_SLOTS = "cases/slots";

    /** So many dossiers of each relation are shown. */
    private static final int RELATED = 5;

    private final Map<String, CaseSlots<?>> slots;
    private final CaseDossiers dossiers;
    private final CaseTypes types;
    private final ProcessDrawings drawings;
    private final WorkTimes times;
    private final RelatedCases related;
    private final Letters letters;
    private final Presence presence;
    private final Directory directory;
    private final DeskNamedMessages messages;
    private final Clock clock;

    DossierPages(
            List<CaseSlots<?>> slots,
            CaseDossiers dossiers,
            CaseTypes types,
            ProcessDrawings drawings,
            WorkTimes times,
            RelatedCases related,
            Letters letters,
            Presence presence,
            Directory directory,
            DeskNamedMessages messages,
            Clock clock) {
        this.slots = slots.stream()
                .collect(Collectors.toUnmodifiableMap(it -> it.process().key(), Function.identity()));
        this.dossiers = dossiers;
        this.types = types;
        this.drawings = drawings;
        this.times = times;
        this.related = related;
        this.letters = letters;
        this.presence = presence;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One line of the history.
     *
     * @param what    what happened, in words
     * @param who     name of the person, or empty when a deadline or the process did it
     * @param forWhom name of the organisation, or empty
     * @param tone    {@code positive}, {@code negative} or {@code neutral}
     */
    public record TimelineLine(
            Instant at,
            String what,
            String who,
            String forWhom,
            @Nullable String reason,
            String tone) {}

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

    /** Whether it is the reader who goes on: its work waits for them, or it has ended and they begin anew. */
    private static boolean isForReader(CaseView view) {
        return view.atDesk() || (view.status().isLast() && view.sides().contains(Side.ENTITY));
    }

    /** The dossier, for a page on which somebody has it open: others who may do its work are told, and the reader of them. */
    void open(CaseView view, Actor reader, Page page) {
        show(view, reader, page);
        tell(view, reader, page);
    }

    /** Only for the presence: what is shown is shown already. */
    void tell(CaseView view, Actor reader, Page page) {
        page.with("present", presence.note(reader, view));
    }

    /** The dossier, for whichever page of it. */
    void show(CaseView view, Actor reader, Page page) {
        WorkItem work = view.openWork();
        page.inSection("cases")
                .ofDossierIn(isForReader(view) ? view.status().code() : null)
                .with("dossier", view)
                .with("number", view.dossier().number().value())
                .with("entityName", view.organisation().name(page.language()))
                .with("kind", view.dossier().kind().code())
                .with("status", view.status())
                .with("due", new BelgianDates().lastDay(view.dueAt()))
                .with("overdue", work != null && !clock.instant().isBefore(work.dueAt()))
                .with("holder", holder(view, reader))
                .with("holderName", work == null ? "" : names(view, work.assignee(), work.inPlaceOf(), page))
                .with("hindrance", view.hindrance() == null ? null : page.sentence(view.hindrance()))
                .with("reader", reader.person())
                .with("language", page.language())
                .with(
                        "documents",
                        VersionedDocument.of(view.documents()).stream()
                                .map(document -> DocumentLine.of(document, view))
                                .toList());
        List<String> templates = new ArrayList<>();
        for (String process : view.contents().keySet()) {
            CaseSlots<?> own = slots.get(process);
            if (own != null) {
                own.show(view, reader, page);
                templates.add(own.template());
            }
        }
        page.with("slots", template(types.of(view.dossier().kind()))).with("everySlots", templates);
    }

    /** The page of the dossier itself; read in one transaction, which asks once what the reader is. */
    @Transactional(readOnly = true)
    CaseView showAll(Actor reader, DossierNumber number, Page page) {
        CaseView view = dossiers.view(reader, number);
        show(view, reader, page);
        StepWords steps = new StepWords(view, types, times.of(view), page);
        page.with("timeline", timeline(view, page))
                .with("steps", drawings.steps(view, steps))
                .with("runs", steps.onDrawings())
                .with("comments", comments(view, reader, page))
                .with("letters", letters.ofCase(view.dossier().id().value()))
                .with("related", related.of(view.dossier().id(), types.seenBy(reader), RELATED));
        return view;
    }

    /**
     * A comment.
     *
     * @param side      where its author works, in words
     * @param audience  who alone reads it, in words; empty when everybody does
     * @param mentioned names, or empty
     */
    public record CommentLine(
            String id,
            Instant at,
            String who,
            String side,
            String audience,
            @Nullable String words,
            String mentioned,
            @Nullable Instant withdrawnAt,
            boolean withdrawable) {}

    private List<CommentLine> comments(CaseView view, Actor reader, Page page) {
        Instant now = clock.instant();
        return view.comments().stream()
                .map(comment -> {
                    String side = comment.side() == Side.ENTITY
                            ? view.organisation().name(page.language())
                            : messages.at(comment.writtenAt(), "case.side." + comment.side(), page.locale());
                    return new CommentLine(
                            comment.id().toString(),
                            comment.writtenAt(),
                            names(view, comment.author(), comment.inPlaceOf(), page),
                            side,
                            comment.internal() ? side : "",
                            comment.words(),
                            comment.mentioned().stream()
                                    .map(view::nameOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                            comment.withdrawnAt(),
                            comment.mayWithdraw(reader.person(), now));
                })
                .toList();
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
        Stream<TimelineLine> happened = view.timeline().stream()
                .map(entry -> new TimelineLine(
                        entry.at(),
                        words(view, entry, page),
                        names(view, entry.actor(), entry.inPlaceOf(), page),
                        entry.organisation() == null ? "" : names.getOrDefault(entry.organisation(), ""),
                        entry.reason(),
                        tone(view, entry).code()));
        // Sorting keeps the order of what happened at once: the answer of the other side, then that the time goes on.
        return Stream.concat(happened, view.waits().stream().map(wait -> paused(wait, page)))
                .sorted(Comparator.comparing(TimelineLine::at))
                .toList();
    }

    private static String names(CaseView view, @Nullable PersonId person, @Nullable PersonId inPlaceOf, Page page) {
        return inPlaceOf == null
                ? view.nameOf(person)
                : page.text("deputies.by", view.nameOf(person), view.nameOf(inPlaceOf));
    }

    /** From when until when the time of the step stood still (D79). */
    private static TimelineLine paused(Wait wait, Page page) {
        BelgianDates dates = new BelgianDates();
        Instant end = wait.resolvedAt();
        return end == null
                ? new TimelineLine(
                        wait.openedAt(),
                        page.text("timeline.time-stands-still", dates.day(wait.openedAt())),
                        "",
                        "",
                        null,
                        Tone.NEUTRAL.code())
                : new TimelineLine(
                        end,
                        page.text("timeline.time-stood-still", dates.day(wait.openedAt()), dates.day(end)),
                        "",
                        "",
                        null,
                        Tone.NEUTRAL.code());
    }

    private String words(CaseView view, TimelineEntry entry, Page page) {
        return view.wordsOf(entry).stream()
                .flatMap(key -> messages.find(entry.at(), key, page.locale()).stream())
                .findFirst()
                .orElse(entry.event());
    }

    private Tone tone(CaseView view, TimelineEntry entry) {
        if (entry.event().startsWith("overdue.")) {
            return Tone.NEGATIVE;
        }
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

    /** What the form of a step says before anybody has typed. */
    FormValues proposed(CaseStep<?, ?> step, CaseView view, Actor reader) {
        CaseSlots<?> own = slots.get(step.process().key());
        return own == null ? FormValues.empty() : own.proposedFor(step, view, reader);
    }

    /** What else is wrong, where the form refuses some of what was typed. */
    List<Rejection> alsoWrong(CaseStep<?, ?> step, CaseView view, FormValues typed) {
        CaseSlots<?> own = slots.get(step.process().key());
        return own == null ? List.of() : own.alsoWrongIn(step, view, typed);
    }

    /** The form of a step, as the module wants it filled in. */
    FormView form(CaseStep<?, ?> step, CaseView view, FormView form) {
        CaseSlots<?> own = slots.get(step.process().key());
        return own == null ? form : own.formOf(step, view, form);
    }
}
