package be.designations.dpd;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseKind;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkItemKind;
import be.designations.casework.WorkItems;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.NationalRegister;
import be.designations.directory.NewPerson;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdDesignationProcess.DecisionOutcome;
import be.designations.dpd.DpdDesignationProcess.OpinionOutcome;
import be.designations.forms.FormValues;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with an application, from its draft to the decision. Each operation decides whether this actor may,
 * changes the application, then tells the process: all in one transaction.
 *
 * <p>Every operation on a dossier throws {@link NotFoundException} when the actor may not see it,
 * {@link NotAllowedException} when they see it but may not do this, {@link RejectedException} when a rule refuses, and
 * {@link AlreadyHandledException} when the step has been passed. {@code seen} is the version of the application on
 * which the actor decided, or null when they take it as it is now; an older one means that the step has been passed.
 */
@Service
@Transactional
public class DpdDesignations {

    private final DpdApplications applications;
    private final DpdApplicationForm form;
    private final SubmissionRules rules;
    private final DpdAccess access;
    private final DpdTrail trail;
    private final Directory directory;
    private final NationalRegister nationalRegister;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessDriver process;
    private final Clock clock;

    DpdDesignations(
            DpdApplications applications,
            DpdApplicationForm form,
            SubmissionRules rules,
            DpdAccess access,
            DpdTrail trail,
            Directory directory,
            NationalRegister nationalRegister,
            Cases cases,
            WorkItems workItems,
            ProcessDriver process,
            Clock clock) {
        this.applications = applications;
        this.form = form;
        this.rules = rules;
        this.access = access;
        this.trail = trail;
        this.directory = directory;
        this.nationalRegister = nationalRegister;
        this.cases = cases;
        this.workItems = workItems;
        this.process = process;
        this.clock = clock;
    }

    /**
     * The draft of that CPAS; a new one when there is none. After a refusal it starts filled in and follows the refused
     * application (D7).
     */
    public DpdApplication startDraft(Actor actor, OrganisationId cpas) {
        Organisation organisation = access.requireCpas(actor, cpas);
        refuseSecondApplication(cpas);
        return applications.findDraft(cpas).orElseGet(() -> newDraft(actor, organisation));
    }

    private DpdApplication newDraft(Actor actor, Organisation cpas) {
        Optional<DpdApplication> refused =
                applications.findLastSent(cpas.id()).filter(last -> last.status() == ApplicationStatus.REFUSED);
        FormValues answers = refused.map(DpdApplication::answers).orElseGet(() -> whatIsKnown(cpas));
        DpdApplication draft = DpdApplication.draft(
                cpas.id(),
                answers,
                actor.person(),
                clock.instant(),
                refused.map(DpdApplication::id).orElse(null));
        applications.add(draft);
        trail.audit(actor, draft, "dpd.draft-started");
        return draft;
    }

    private FormValues whatIsKnown(Organisation cpas) {
        FormValues known = FormValues.empty().with("contactEmail", cpas.email());
        return directory
                .headOfDailyManagement(cpas.id(), clock.instant())
                .map(directory::person)
                .map(head -> known.with("headOfDailyManagementName", head.displayName()))
                .orElse(known);
    }

    /**
     * Keeps what was typed, right or wrong: it is checked when the application is sent.
     *
     * @param version the version on which the answers were typed
     */
    public DpdApplication saveDraft(Actor actor, ApplicationId id, int version, FormValues answers) {
        DpdApplication draft = draft(actor, id, version);
        DpdApplication saved = changing(actor, draft, it -> it.fillIn(answers, actor.person(), clock.instant()));
        applications.update(saved);
        return saved;
    }

    /** Throws the draft away with its documents; an application that was sent stays. */
    public void discardDraft(Actor actor, ApplicationId id, int version) {
        DpdApplication draft = draft(actor, id, version);
        if (draft.status() != ApplicationStatus.DRAFT) {
            throw alreadyHandled(actor, draft);
        }
        applications.deleteDraft(draft.id());
        trail.audit(actor, draft, "dpd.draft-discarded");
    }

    /**
     * Sends the draft to the Crossroads Bank. Sent twice, it is sent once: the second time answers with the number that
     * the first one gave.
     */
    public DossierNumber submit(Actor actor, ApplicationId id, int version) {
        DpdApplication draft = applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
        if (draft.status() != ApplicationStatus.DRAFT) {
            access.requireFiler(actor, draft);
            return caseOf(draft).number();
        }
        access.requireCpas(actor, draft.organisation());
        refuseStale(draft, version);
        refuseSecondApplication(draft.organisation());
        Candidacy candidacy = form.read(draft.answers());
        RejectedException.throwIfAny(rules.refusals(candidacy, draft.organisation()));
        return send(actor, draft, candidacy).number();
    }

    private CaseFile send(Actor actor, DpdApplication draft, Candidacy candidacy) {
        Instant now = clock.instant();
        CaseFile opened = cases.open(
                CaseKind.DPD_DESIGNATION,
                draft.organisation(),
                actor.person(),
                now,
                ApplicationStatus.AWAITING_OPINION.code());
        DpdApplication sent = draft.submit(new DpdApplication.Submission(
                opened.id(),
                candidate(candidacy),
                actor.person(),
                now,
                candidacy.hoursPerWeek(),
                candidacy.startsOn(),
                candidacy.endsOn()));
        applications.update(sent);
        trail.record(actor, draft, sent, opened, "dpd.submitted", null);
        process.start(DpdDesignationProcess.KEY, opened.number(), Map.of());
        return opened;
    }

    /** The candidate is taken into the directory; a person who is known there stays as they are known. */
    private PersonId candidate(Candidacy candidacy) {
        var registered = nationalRegister.find(candidacy.niss());
        return directory
                .register(new NewPerson(
                        candidacy.niss(),
                        registered.map(it -> it.lastName()).orElse(candidacy.lastName()),
                        registered.map(it -> it.firstName()).orElse(candidacy.firstName()),
                        candidacy.language(),
                        candidacy.email(),
                        candidacy.phone()))
                .id();
    }

    /**
     * Takes the open work of BCSS or SPP IS on the dossier, so that the others see who has it.
     *
     * @param fromOther whether to take it over when a colleague has it
     */
    public void take(Actor actor, DossierNumber number, boolean fromOther) {
        DpdApplication application = lock(actor, number);
        WorkItem item = deskWork(actor, application);
        PersonId holder = item.assignee();
        if (actor.person().equals(holder)) {
            return;
        }
        if (holder != null && !fromOther) {
            throw new NotAllowedException(
                    Rejection.of("dpd.taken-by-other", directory.person(holder).displayName()));
        }
        workItems.assign(item.id(), actor.person(), clock.instant());
        cases.record(
                item.caseId(), new TimelineEntry(clock.instant(), "dpd.taken", actor.person(), deskOf(item), null));
    }

    /** Gives the work back, so that a colleague can take it. */
    public void release(Actor actor, DossierNumber number) {
        WorkItem item = deskWork(actor, lock(actor, number));
        if (actor.person().equals(item.assignee())) {
            workItems.release(item.id());
            cases.record(
                    item.caseId(),
                    new TimelineEntry(clock.instant(), "dpd.released", actor.person(), deskOf(item), null));
        }
    }

    /** Sends the file back to the CPAS with questions. */
    public void askCompletion(Actor actor, DossierNumber number, @Nullable Integer seen, String questions) {
        DpdApplication application = lock(actor, number, seen);
        access.requireReviewer(actor, application);
        requireText(questions, "questions");
        Instant now = clock.instant();
        DpdApplication asked = changing(actor, application, it -> it.askCompletion(actor.person(), now));
        finishWork(actor, application, WorkItemKind.GIVE_OPINION);
        applications.update(asked);
        applications.addCompletionRequest(asked.id(), actor.person(), now, questions);
        CaseFile dossier = trail.record(actor, application, asked, caseOf(asked), "dpd.completion-asked", questions);
        process.complete(
                dossier.number(),
                WorkItemKind.GIVE_OPINION,
                Map.of(DpdDesignationProcess.OPINION_OUTCOME, OpinionOutcome.COMPLETION_ASKED.name()));
    }

    /** Answers the questions; the file goes back to the Crossroads Bank. */
    public void complete(Actor actor, DossierNumber number, @Nullable Integer seen, String answer) {
        DpdApplication application = lock(actor, number, seen);
        access.requireFiler(actor, application);
        requireText(answer, "answer");
        Instant now = clock.instant();
        DpdApplication completed = changing(
                actor, application, ApplicationStatus.AWAITING_COMPLETION, it -> it.complete(actor.person(), now));
        finishWork(actor, application, WorkItemKind.COMPLETE_FILE);
        applications.update(completed);
        applications.answerCompletionRequest(completed.id(), actor.person(), now, answer);
        CaseFile dossier = trail.record(actor, application, completed, caseOf(completed), "dpd.completed-file", answer);
        process.complete(dossier.number(), WorkItemKind.COMPLETE_FILE, Map.of());
    }

    /** Gives the opinion of the Crossroads Bank, with its reasons. */
    public void giveOpinion(
            Actor actor, DossierNumber number, @Nullable Integer seen, boolean favourable, String reasons) {
        DpdApplication application = lock(actor, number, seen);
        access.requireReviewer(actor, application);
        requireText(reasons, "reasons");
        Instant now = clock.instant();
        DpdApplication advised = changing(actor, application, it -> it.receiveOpinion(actor.person(), now));
        finishWork(actor, application, WorkItemKind.GIVE_OPINION);
        applications.update(advised);
        applications.addOpinion(advised.id(), new DpdApplications.Opinion(actor.person(), now, favourable, reasons));
        CaseFile dossier = trail.record(
                actor,
                application,
                advised,
                caseOf(advised),
                favourable ? "dpd.opinion-favourable" : "dpd.opinion-unfavourable",
                reasons);
        process.complete(
                dossier.number(),
                WorkItemKind.GIVE_OPINION,
                Map.of(DpdDesignationProcess.OPINION_OUTCOME, OpinionOutcome.OPINION_GIVEN.name()));
    }

    /**
     * The decision of SPP IS.
     *
     * @param reason needed for a refusal (S002 §1, step 5)
     */
    public void decide(
            Actor actor, DossierNumber number, @Nullable Integer seen, boolean approved, @Nullable String reason) {
        DpdApplication application = lock(actor, number, seen);
        access.requireApprover(actor, application);
        Instant now = clock.instant();
        DpdApplication decided = changing(
                actor, application, it -> approved ? it.approve(actor.person(), now) : it.refuse(actor.person(), now));
        if (!approved) {
            requireText(reason, "reason");
        } else {
            refuseMandateThatIsOver(decided, now);
        }
        finishWork(actor, application, WorkItemKind.DECIDE);
        applications.update(decided);
        String words = reason == null || reason.isBlank() ? null : reason.strip();
        applications.addDecision(decided.id(), new DpdApplications.Decision(actor.person(), now, approved, words));
        CaseFile dossier = trail.record(
                actor, application, decided, caseOf(decided), approved ? "dpd.approved" : "dpd.refused", words);
        process.complete(
                dossier.number(),
                WorkItemKind.DECIDE,
                Map.of(
                        DpdDesignationProcess.DECISION_OUTCOME,
                        (approved ? DecisionOutcome.APPROVED : DecisionOutcome.REFUSED).name()));
    }

    /** Takes the application back; possible until the decision. */
    public void withdraw(Actor actor, DossierNumber number, @Nullable Integer seen, String reason) {
        DpdApplication application = lock(actor, number, seen);
        access.requireFiler(actor, application);
        requireText(reason, "reason");
        DpdApplication withdrawn = changing(actor, application, it -> it.withdraw(actor.person(), clock.instant()));
        applications.update(withdrawn);
        CaseFile dossier = trail.record(actor, application, withdrawn, caseOf(withdrawn), "dpd.withdrawn", reason);
        process.signal(dossier.number(), DpdDesignationProcess.WITHDRAWN);
    }

    private DpdApplication draft(Actor actor, ApplicationId id, int version) {
        DpdApplication draft = applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
        access.requireFiler(actor, draft);
        if (draft.status() == ApplicationStatus.DRAFT) {
            refuseStale(draft, version);
        }
        return draft;
    }

    private void refuseStale(DpdApplication draft, int version) {
        if (draft.version() != version) {
            throw new RejectedException(Rejection.of("dpd.draft-changed-meanwhile", nameOf(draft.lastChangedBy())));
        }
    }

    private void refuseSecondApplication(OrganisationId cpas) {
        applications.findOpen(cpas).ifPresent(open -> {
            throw new RejectedException(Rejection.of(
                    "dpd.open-application-exists", caseOf(open).number().value()));
        });
    }

    private static void refuseMandateThatIsOver(DpdApplication application, Instant now) {
        LocalDate endsOn = application.sent().endsOn();
        if (endsOn != null && endsOn.isBefore(LocalDate.ofInstant(now, Deadlines.BRUSSELS))) {
            throw new RejectedException(Rejection.ofField("dpd.mandate-would-be-over", "decision"));
        }
    }

    private static void requireText(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new RejectedException(Rejection.ofField("dpd." + field + "-missing", field));
        }
    }

    private DpdApplication lock(Actor actor, DossierNumber number, @Nullable Integer seen) {
        DpdApplication application = lock(actor, number);
        if (seen != null && seen != application.version()) {
            throw alreadyHandled(actor, application);
        }
        return application;
    }

    private DpdApplication lock(Actor actor, DossierNumber number) {
        CaseFile dossier = cases.find(number)
                .filter(it -> it.kind() == CaseKind.DPD_DESIGNATION)
                .orElseThrow(() -> new NotFoundException("dossier"));
        return access.requireVisible(
                actor, applications.lock(dossier.id()).orElseThrow(() -> new NotFoundException("dossier")));
    }

    private CaseFile caseOf(DpdApplication application) {
        return cases.find(application.sent().caseId()).orElseThrow();
    }

    private WorkItem deskWork(Actor actor, DpdApplication application) {
        WorkItemKind kind =
                switch (application.status()) {
                    case AWAITING_OPINION -> WorkItemKind.GIVE_OPINION;
                    case AWAITING_DECISION -> WorkItemKind.DECIDE;
                    default -> throw alreadyHandled(actor, application);
                };
        if (kind == WorkItemKind.GIVE_OPINION) {
            access.requireReviewer(actor, application);
        } else {
            access.requireApprover(actor, application);
        }
        return workItems.lockOpen(application.sent().caseId(), kind).orElseThrow();
    }

    private @Nullable OrganisationId deskOf(WorkItem item) {
        OrganisationKind desk =
                item.kind() == WorkItemKind.GIVE_OPINION ? OrganisationKind.BCSS : OrganisationKind.SPP_IS;
        return directory.findDesk(desk).map(Organisation::id).orElse(null);
    }

    private void finishWork(Actor actor, DpdApplication application, WorkItemKind kind) {
        WorkItem item = workItems.lockOpen(application.sent().caseId(), kind).orElseThrow();
        PersonId holder = item.assignee();
        if (holder != null && !holder.equals(actor.person())) {
            throw new NotAllowedException(
                    Rejection.of("dpd.taken-by-other", directory.person(holder).displayName()));
        }
        workItems.done(item.id(), actor.person(), clock.instant());
    }

    private DpdApplication changing(Actor actor, DpdApplication application, UnaryOperator<DpdApplication> change) {
        try {
            return change.apply(application);
        } catch (StatusChangeRefusedException refused) {
            throw alreadyHandled(actor, application);
        }
    }

    private DpdApplication changing(
            Actor actor, DpdApplication application, ApplicationStatus from, UnaryOperator<DpdApplication> change) {
        if (application.status() != from) {
            throw alreadyHandled(actor, application);
        }
        return changing(actor, application, change);
    }

    private AlreadyHandledException alreadyHandled(Actor actor, DpdApplication application) {
        PersonId by = application.lastChangedBy();
        return new AlreadyHandledException(
                by == null ? null : nameOf(by),
                application.lastChangedAt(),
                actor.person().equals(by));
    }

    private String nameOf(@Nullable PersonId person) {
        return person == null
                ? ""
                : directory.findPerson(person).map(Person::displayName).orElse("");
    }
}
