package be.designations.dpd;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseKind;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessProgress;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkItemKind;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.NationalRegister;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.notification.Notifications;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
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
public class DpdDossiers {

    private static final Set<CapacityKind> LOCAL_MANAGER_CHANGERS =
            EnumSet.of(CapacityKind.PRINCIPAL_ACCESS_MANAGER, CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER);

    private final DpdApplications applications;
    private final DpdRegister register;
    private final DpdApplicationForm form;
    private final DpdAccess access;
    private final Capacities capacities;
    private final Directory directory;
    private final NationalRegister nationalRegister;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessProgress progress;
    private final Notifications notifications;
    private final Clock clock;

    DpdDossiers(
            DpdApplications applications,
            DpdRegister register,
            DpdApplicationForm form,
            DpdAccess access,
            Capacities capacities,
            Directory directory,
            NationalRegister nationalRegister,
            Cases cases,
            WorkItems workItems,
            ProcessProgress progress,
            Notifications notifications,
            Clock clock) {
        this.applications = applications;
        this.register = register;
        this.form = form;
        this.access = access;
        this.capacities = capacities;
        this.directory = directory;
        this.nationalRegister = nationalRegister;
        this.cases = cases;
        this.workItems = workItems;
        this.progress = progress;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such dossier, or not for this reader */
    public DossierView view(Actor actor, DossierNumber number) {
        CaseFile dossier = cases.find(number)
                .filter(it -> it.kind() == CaseKind.DPD_DESIGNATION)
                .orElseThrow(() -> new NotFoundException("dossier"));
        DpdApplication application = access.requireVisible(
                actor, applications.find(dossier.id()).orElseThrow(() -> new NotFoundException("dossier")));
        WorkItem open = workItems.findOpen(dossier.id()).orElse(null);
        List<TimelineEntry> timeline = cases.timeline(dossier.id());
        List<DpdApplications.CompletionRequest> requests = applications.completionRequests(application.id());
        Optional<Mandate> mandate = register.findMandate(application.id());
        return new DossierView(
                dossier,
                application,
                directory.organisation(application.organisation()),
                directory.person(application.sent().candidate()),
                open,
                requests,
                applications.findOpinion(application.id()).orElse(null),
                applications.findDecision(application.id()).orElse(null),
                mandate.orElse(null),
                previousNumber(application),
                access.seesEveryCase(actor) ? warnings(application) : List.of(),
                timeline,
                notifications.ofCase(dossier.id().value()),
                progress.of(dossier.id()),
                people(application, timeline, requests, open),
                allowed(actor, application, open),
                access.hindrance(actor, application).orElse(null),
                access.maySeeNiss(actor, application));
    }

    /**
     * A draft, to fill in.
     *
     * @throws NotFoundException when there is none, or not for this actor
     */
    public DpdApplication draft(Actor actor, ApplicationId id) {
        return access.requireVisible(
                actor, applications.find(id).orElseThrow(() -> new NotFoundException("dpd application")));
    }

    /** The draft that the CPAS has; none for somebody who may not file for it. */
    public Optional<DpdApplication> draftOf(Actor actor, OrganisationId cpas) {
        return applications.findDraft(cpas).filter(draft -> access.maySee(actor, draft));
    }

    private @Nullable String previousNumber(DpdApplication application) {
        return application.previous() == null
                ? null
                : applications
                        .find(application.previous())
                        .flatMap(previous -> cases.find(previous.sent().caseId()))
                        .map(previous -> previous.number().value())
                        .orElse(null);
    }

    private List<Warning> warnings(DpdApplication application) {
        FormSubmission checked = form.definition().check(application.answers());
        if (checked.hasErrors() || application.status().isLast()) {
            return List.of();
        }
        Candidacy candidacy = form.read(application.answers());
        PersonId candidate = application.sent().candidate();
        Instant now = clock.instant();
        String predecessor = register.runningMandate(application.organisation(), now)
                .map(Mandate::person)
                .filter(person -> !person.equals(candidate))
                .map(person -> directory.person(person).displayName())
                .orElse(null);
        String registered = nationalRegister
                .find(candidacy.niss())
                .filter(it -> !it.lastName().equalsIgnoreCase(candidacy.lastName())
                        || !it.firstName().equalsIgnoreCase(candidacy.firstName()))
                .map(it -> it.firstName() + " " + it.lastName())
                .orElse(null);
        return Warning.of(
                candidacy,
                new Warning.Facts(
                        register.hoursElsewhere(candidate, application.organisation(), now), predecessor, registered));
    }

    private Map<PersonId, Person> people(
            DpdApplication application,
            List<TimelineEntry> timeline,
            List<DpdApplications.CompletionRequest> requests,
            @Nullable WorkItem open) {
        Set<PersonId> ids = new LinkedHashSet<>();
        Stream.of(
                        Stream.of(
                                application.sent().candidate(),
                                application.sent().submittedBy(),
                                open == null ? null : open.assignee()),
                        timeline.stream().map(TimelineEntry::actor),
                        requests.stream().map(DpdApplications.CompletionRequest::askedBy))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return directory.people(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private Set<DossierAction> allowed(Actor actor, DpdApplication application, @Nullable WorkItem open) {
        Set<DossierAction> allowed = EnumSet.noneOf(DossierAction.class);
        if (access.mayFile(actor, application.organisation())) {
            filerActions(application, allowed);
        }
        if (open == null) {
            return allowed;
        }
        if (open.kind() == WorkItemKind.CHANGE_LOCAL_MANAGER
                && capacities.holds(actor, application.organisation(), LOCAL_MANAGER_CHANGERS)) {
            allowed.add(DossierAction.CHANGE_LOCAL_MANAGER);
        }
        if (open.kind() == WorkItemKind.GIVE_OPINION
                && access.mayReview(actor)
                && access.isImpartial(actor, application)) {
            deskActions(actor, open, allowed, EnumSet.of(DossierAction.ASK_COMPLETION, DossierAction.GIVE_OPINION));
        }
        if (open.kind() == WorkItemKind.DECIDE && access.mayDecide(actor) && access.isImpartial(actor, application)) {
            deskActions(actor, open, allowed, EnumSet.of(DossierAction.DECIDE));
        }
        return allowed;
    }

    private static void filerActions(DpdApplication application, Set<DossierAction> allowed) {
        if (ApplicationStatus.OPEN.contains(application.status())) {
            allowed.add(DossierAction.WITHDRAW);
        }
        if (application.status() == ApplicationStatus.AWAITING_COMPLETION) {
            allowed.add(DossierAction.COMPLETE);
        }
        if (application.status() == ApplicationStatus.REFUSED) {
            allowed.add(DossierAction.START_AGAIN);
        }
    }

    private static void deskActions(Actor actor, WorkItem open, Set<DossierAction> allowed, Set<DossierAction> work) {
        if (open.assignee() == null) {
            allowed.add(DossierAction.TAKE);
            allowed.addAll(work);
        } else if (open.assignee().equals(actor.person())) {
            allowed.add(DossierAction.RELEASE);
            allowed.addAll(work);
        } else {
            allowed.add(DossierAction.TAKE_OVER);
        }
    }
}
