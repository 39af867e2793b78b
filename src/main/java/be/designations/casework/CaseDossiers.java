package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.notification.Notifications;
import be.designations.rules.NotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads dossiers, each as the reader may see it. */
@Service
@Transactional(readOnly = true)
public class CaseDossiers {

    private final CaseTypes types;
    private final CaseDesk desk;
    private final Desks desks;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessProgress progress;
    private final Waits waits;
    private final Comments comments;
    private final Sides sides;
    private final Notifications notifications;
    private final Directory directory;

    CaseDossiers(
            CaseTypes types,
            CaseDesk desk,
            Desks desks,
            Cases cases,
            WorkItems workItems,
            ProcessProgress progress,
            Waits waits,
            Comments comments,
            Sides sides,
            Notifications notifications,
            Directory directory) {
        this.types = types;
        this.desk = desk;
        this.desks = desks;
        this.cases = cases;
        this.workItems = workItems;
        this.progress = progress;
        this.waits = waits;
        this.comments = comments;
        this.sides = sides;
        this.notifications = notifications;
        this.directory = directory;
    }

    /** @throws NotFoundException when there is no such dossier, or not for this reader */
    public CaseView view(Actor reader, DossierNumber number) {
        CaseFile dossier = desk.require(reader, number);
        return view(reader, dossier, types.of(dossier.kind()));
    }

    private <C extends CaseContent> CaseView view(Actor reader, CaseFile dossier, CaseType<C> type) {
        C content = type.find(dossier.id()).orElseThrow(() -> new NotFoundException("dossier"));
        WorkItem open = workItems.findOpen(dossier.id()).orElse(null);
        Map<String, ProcessProgress.Steps> steps = progress.of(dossier.id());
        List<TimelineEntry> timeline = type.timeline(reader, content, cases.timeline(dossier.id()));
        List<Wait> waited = waits.of(dossier.id());
        List<Part<?>> parts = new ArrayList<>(List.of(new Part<>(type, content)));
        types.in(dossier, steps.keySet()).filter(process -> process != type).forEach(called -> Part.of(called, dossier)
                .ifPresent(parts::add));
        Map<String, CaseContent> contents = new LinkedHashMap<>();
        Set<PersonId> named = new LinkedHashSet<>();
        List<Offer> offers = new ArrayList<>();
        for (Part<?> part : parts) {
            contents.put(part.process().key(), part.content());
            named.addAll(part.people());
            offers.addAll(part.offers(desk, reader, dossier, open));
        }
        offers.addAll(handling(reader, offers, open));
        Stream.of(
                        timeline.stream().map(TimelineEntry::actor),
                        timeline.stream().map(TimelineEntry::inPlaceOf),
                        waited.stream().map(Wait::openedBy),
                        Stream.of(open)
                                .filter(Objects::nonNull)
                                .flatMap(work -> Stream.of(work.assignee(), work.inPlaceOf(), work.noteBy())),
                        reader.people().stream())
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .forEach(named::add);
        List<Attachment> documents = type.documents(reader, content);
        documents.stream().map(Attachment::addedBy).forEach(named::add);
        Set<Side> sides = this.sides.of(reader, dossier, contents);
        List<Comment> said = comments.of(dossier.id(), sides);
        said.forEach(comment -> {
            named.add(comment.author());
            Optional.ofNullable(comment.inPlaceOf()).ifPresent(named::add);
            named.addAll(comment.mentioned());
        });
        boolean theirs = open != null && desks.workOf(reader).asksFor(open);
        return new CaseView(
                dossier,
                types.status(dossier.status()).orElseThrow(),
                directory.organisation(dossier.organisation()),
                open,
                timeline,
                type.mails(reader, content, notifications.ofCase(dossier.id().value())),
                steps,
                waited,
                documents,
                documents.stream()
                        .filter(file -> type.isUnsent(content, file))
                        .map(Attachment::id)
                        .collect(Collectors.toSet()),
                said,
                sides,
                directory.people(named).stream().collect(Collectors.toMap(Person::id, Function.identity())),
                List.copyOf(offers),
                contents,
                open != null && !theirs && isInOtherCapacity(reader, open));
    }

    /** What one of its processes keeps of a dossier. */
    private record Part<C extends CaseContent>(CaseProcess<C> process, C content) {

        static <C extends CaseContent> Optional<Part<C>> of(CaseProcess<C> process, CaseFile dossier) {
            return process.find(dossier.id()).map(content -> new Part<>(process, content));
        }

        Collection<PersonId> people() {
            return process.people(content);
        }

        List<Offer> offers(CaseDesk desk, Actor reader, CaseFile dossier, @Nullable WorkItem open) {
            return desk.offers(reader, dossier, process, content, open);
        }
    }

    /** Taking the open work and giving it back, for who may do it. */
    private static List<Offer> handling(Actor reader, List<Offer> offers, @Nullable WorkItem open) {
        if (open == null) {
            return List.of();
        }
        boolean taken = offers.stream().anyMatch(offer -> offer.state() == Offer.State.TAKEN);
        boolean theirs = offers.stream()
                .filter(offer -> open.kind().process().equals(offer.process()))
                .anyMatch(offer -> offer.isPossible() && offer.doesWork());
        boolean mine = open.isWith(reader);
        return List.of(
                handle("take", open.assignee() == null && theirs, Offer.Look.AT_ONCE),
                handle("take-over", taken, Offer.Look.SECONDARY),
                handle("release", mine && theirs, Offer.Look.AT_ONCE));
    }

    private static Offer handle(String key, boolean possible, Offer.Look look) {
        return new Offer(null, key, possible ? Offer.State.POSSIBLE : Offer.State.NOT_NOW, null, look, true);
    }

    private boolean isInOtherCapacity(Actor reader, WorkItem open) {
        return (reader.actingFor() != null || reader.inPlaceOf() != null)
                && desks.workOf(new Actor(reader.person(), null, reader.level()))
                        .asksFor(open);
    }
}
