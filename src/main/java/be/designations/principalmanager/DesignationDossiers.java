package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.ResponsibilityKind;
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
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
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
public class DesignationDossiers {

    private final PrincipalManagerRequests requests;
    private final PrincipalManagerAccess access;
    private final AccessModel accessModel;
    private final Attachments attachments;
    private final Directory directory;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessProgress progress;
    private final Notifications notifications;
    private final Clock clock;

    DesignationDossiers(
            PrincipalManagerRequests requests,
            PrincipalManagerAccess access,
            AccessModel accessModel,
            Attachments attachments,
            Directory directory,
            Cases cases,
            WorkItems workItems,
            ProcessProgress progress,
            Notifications notifications,
            Clock clock) {
        this.requests = requests;
        this.access = access;
        this.accessModel = accessModel;
        this.attachments = attachments;
        this.directory = directory;
        this.cases = cases;
        this.workItems = workItems;
        this.progress = progress;
        this.notifications = notifications;
        this.clock = clock;
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
        return new DesignationDossier(
                dossier,
                request,
                directory.organisation(request.organisation()),
                Objects.requireNonNull(people.get(request.manager())),
                Objects.requireNonNull(people.get(request.requestedBy())),
                former == null ? null : people.get(former),
                seesIncumbent(actor, request) ? incumbent(request) : null,
                papers,
                papers ? attachments.of(request.id().value()) : List.of(),
                request.status().isOpen() && request.requestedBy().equals(actor.person()),
                atSupport && hindrance == null,
                hindrance,
                workItems.findOpen(dossier.id()).orElse(null),
                timeline,
                papers ? notifications.ofCase(dossier.id().value()) : List.of(),
                progress.of(dossier.id()),
                people);
    }

    /** Whoever was overtaken is told by whom (they were recognised before); the others see it where they are something. */
    private boolean seesIncumbent(Actor actor, PrincipalManagerRequest request) {
        return access.isSupport(actor)
                || (request.status() == RequestStatus.OVERTAKEN && request.registerAnswer() == Recognition.RECOGNISED);
    }

    private @Nullable Incumbent incumbent(PrincipalManagerRequest request) {
        return accessModel
                .incumbents(
                        ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER,
                        request.organisation(),
                        null,
                        null,
                        clock.instant())
                .stream()
                .findFirst()
                .map(held -> new Incumbent(
                        held.id(),
                        held.person(),
                        directory.person(held.person()).displayName(),
                        held.validFrom()))
                .orElse(null);
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
