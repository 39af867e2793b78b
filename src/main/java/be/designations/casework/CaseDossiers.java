package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.notification.Notifications;
import be.designations.rules.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            Notifications notifications,
            Directory directory) {
        this.types = types;
        this.desk = desk;
        this.desks = desks;
        this.cases = cases;
        this.workItems = workItems;
        this.progress = progress;
        this.waits = waits;
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
        Set<PersonId> named = new LinkedHashSet<>(type.people(content));
        Map<String, CaseContent> contents = new LinkedHashMap<>(Map.of(type.key(), content));
        List<Offer> offers = new ArrayList<>(desk.offers(reader, dossier, type, content, open));
        types.in(dossier, steps.keySet())
                .filter(process -> process != type)
                .forEach(called -> offers.addAll(offers(reader, dossier, called, open, contents, named)));
        offers.addAll(handling(reader, offers, open));
        Stream.of(
                        timeline.stream().map(TimelineEntry::actor),
                        waited.stream().map(Wait::openedBy),
                        Stream.of(open).filter(Objects::nonNull).map(WorkItem::assignee))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .forEach(named::add);
        boolean theirs =
                open != null && desks.workOf(reader).asksFor(open.kind().desk(), open.organisation());
        return new CaseView(
                dossier,
                types.status(dossier.status()).orElseThrow(),
                directory.organisation(dossier.organisation()),
                open,
                timeline,
                type.mails(reader, content, notifications.ofCase(dossier.id().value())),
                steps,
                waited,
                type.documents(reader, content),
                directory.people(named).stream().collect(Collectors.toMap(Person::id, Function.identity())),
                List.copyOf(offers),
                contents,
                theirs && !reader.level().isAtLeast(SignInLevel.ITSME),
                open != null && !theirs && isInOtherCapacity(reader, open));
    }

    private <C extends CaseContent> List<Offer> offers(
            Actor reader,
            CaseFile dossier,
            CaseProcess<C> called,
            @Nullable WorkItem open,
            Map<String, CaseContent> contents,
            Set<PersonId> named) {
        return called.find(dossier.id())
                .map(content -> {
                    contents.put(called.key(), content);
                    named.addAll(called.people(content));
                    return desk.offers(reader, dossier, called, content, open);
                })
                .orElse(List.of());
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
        boolean mine = reader.person().equals(open.assignee());
        return List.of(
                handle("take", open.assignee() == null && theirs, Offer.Look.AT_ONCE),
                handle("take-over", taken, Offer.Look.SECONDARY),
                handle("release", mine && theirs, Offer.Look.AT_ONCE));
    }

    private static Offer handle(String key, boolean possible, Offer.Look look) {
        return new Offer(null, key, possible ? Offer.State.POSSIBLE : Offer.State.NOT_NOW, null, look, true);
    }

    private boolean isInOtherCapacity(Actor reader, WorkItem open) {
        return reader.actingFor() != null
                && desks.workOf(new Actor(reader.person(), null, reader.level()))
                        .asksFor(open.kind().desk(), open.organisation());
    }
}
