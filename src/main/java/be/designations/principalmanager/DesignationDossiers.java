package be.designations.principalmanager;

import be.designations.casework.Attachments;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseKind;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessProgress;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.notification.Notifications;
import be.designations.notification.SentMail;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads dossiers, each as the reader may see it. */
@Service
@Transactional(readOnly = true)
public class DesignationDossiers {

    private final PrincipalManagerRequests requests;
    private final PrincipalManagerAccess access;
    private final Incumbents incumbents;
    private final Attachments attachments;
    private final Directory directory;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessProgress progress;
    private final Notifications notifications;

    DesignationDossiers(
            PrincipalManagerRequests requests,
            PrincipalManagerAccess access,
            Incumbents incumbents,
            Attachments attachments,
            Directory directory,
            Cases cases,
            WorkItems workItems,
            ProcessProgress progress,
            Notifications notifications) {
        this.requests = requests;
        this.access = access;
        this.incumbents = incumbents;
        this.attachments = attachments;
        this.directory = directory;
        this.cases = cases;
        this.workItems = workItems;
        this.progress = progress;
        this.notifications = notifications;
    }

    /** @throws NotFoundException when there is no such dossier, or not for this reader */
    public DesignationDossier view(Actor actor, DossierNumber number) {
        CaseFile dossier = cases.find(number)
                .filter(found -> found.kind() == CaseKind.PRINCIPAL_MANAGER)
                .orElseThrow(() -> new NotFoundException("dossier"));
        PrincipalManagerRequest request = access.requireVisible(
                actor, requests.find(dossier.id()).orElseThrow(() -> new NotFoundException("dossier")));
        List<TimelineEntry> timeline = cases.timeline(dossier.id());
        Map<PersonId, Person> people = people(request, timeline);
        boolean papers = access.seesPapers(actor, request);
        boolean atSupport = request.status() == RequestStatus.AWAITING_VERIFICATION && access.actsForSupport(actor);
        Rejection hindrance = atSupport ? access.hindrance(actor, request).orElse(null) : null;
        PersonId former = request.formerManager();
        Person manager = Objects.requireNonNull(people.get(request.manager()));
        Person requester = Objects.requireNonNull(people.get(request.requestedBy()));
        return new DesignationDossier(
                dossier,
                request,
                directory.organisation(request.organisation()),
                manager,
                access.seesFullName(actor, request) ? manager.displayName() : manager.lastName(),
                requester,
                former == null ? null : people.get(former),
                seesIncumbent(actor, request)
                        ? incumbents.principalManager(request.organisation()).orElse(null)
                        : null,
                papers,
                papers ? attachments.of(request.id().value()) : List.of(),
                request.status().isOpen() && request.requestedBy().equals(actor.person()),
                atSupport && hindrance == null,
                hindrance,
                workItems.findOpen(dossier.id()).orElse(null),
                papers ? timeline : withoutReasons(timeline),
                papers ? mails(actor, request, requester) : List.of(),
                progress.of(dossier.id()),
                people);
    }

    /** Whoever was overtaken is told by whom (they were recognised before); the others see it where they are something. */
    private boolean seesIncumbent(Actor actor, PrincipalManagerRequest request) {
        return access.isSupport(actor)
                || (request.status() == RequestStatus.OVERTAKEN && request.registerAnswer() == Recognition.RECOGNISED);
    }

    /** To whoever asked only what was written to them: the other mails name who manages the entity. */
    private List<SentMail> mails(Actor actor, PrincipalManagerRequest request, Person requester) {
        List<SentMail> all = notifications.ofCase(request.caseId().value());
        return access.isSupport(actor)
                ? all
                : all.stream()
                        .filter(mail -> mail.address().equals(requester.email())
                                || mail.address().equals(request.contact().email()))
                        .toList();
    }

    private static List<TimelineEntry> withoutReasons(List<TimelineEntry> timeline) {
        return timeline.stream()
                .map(entry -> new TimelineEntry(entry.at(), entry.event(), entry.actor(), entry.organisation(), null))
                .toList();
    }

    private Map<PersonId, Person> people(PrincipalManagerRequest request, List<TimelineEntry> timeline) {
        Set<PersonId> ids = Stream.concat(
                        Stream.of(request.manager(), request.requestedBy(), request.formerManager()),
                        timeline.stream().map(TimelineEntry::actor))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return directory.people(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
