package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.TimelineEntry;
import be.designations.casework.WorkItemKind;
import be.designations.directory.Directory;
import be.designations.directory.RelationshipCategory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the process does between the steps of people. Each of these may be asked twice and does its work once; mails
 * are the exception that proves it: they are written with the change that they tell of, in the same transaction.
 */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class DpdSteps {

    private final DpdApplications applications;
    private final DpdRegister register;
    private final DpdApplicationForm form;
    private final DpdMails mails;
    private final DpdTrail trail;
    private final AccessModel access;
    private final AuditLog audit;
    private final Directory directory;
    private final Cases cases;
    private final Deadlines deadlines;
    private final ProcessDriver process;
    private final Clock clock;

    DpdSteps(
            DpdApplications applications,
            DpdRegister register,
            DpdApplicationForm form,
            DpdMails mails,
            DpdTrail trail,
            AccessModel access,
            AuditLog audit,
            Directory directory,
            Cases cases,
            Deadlines deadlines,
            ProcessDriver process,
            Clock clock) {
        this.applications = applications;
        this.register = register;
        this.form = form;
        this.mails = mails;
        this.trail = trail;
        this.access = access;
        this.audit = audit;
        this.directory = directory;
        this.cases = cases;
        this.deadlines = deadlines;
        this.process = process;
        this.clock = clock;
    }

    /** Tells the CPAS that its application has arrived, and BCSS that one waits. */
    public void confirmReceipt(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        mails.received(application);
        mails.opinionAsked(application, dueAt(WorkItemKind.GIVE_OPINION));
    }

    /** Tells the CPAS what BCSS asks. */
    public void notifyCompletionAsked(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        applications.completionRequests(application.id()).stream()
                .filter(request -> request.answeredAt() == null)
                .forEach(request ->
                        mails.completionAsked(application, request.questions(), dueAt(WorkItemKind.COMPLETE_FILE)));
    }

    /** Tells BCSS that the CPAS has answered. */
    public void notifyFileCompleted(DossierNumber number) {
        mails.fileCompleted(applicationOf(number), dueAt(WorkItemKind.GIVE_OPINION));
    }

    /** Lets a file lapse that was not completed in time (D14). */
    public void lapse(DossierNumber number) {
        DpdApplication application = lock(number);
        if (application.status() != ApplicationStatus.AWAITING_COMPLETION) {
            return;
        }
        DpdApplication lapsed = application.lapse(clock.instant());
        applications.update(lapsed);
        trail.record(application, lapsed, dossier(number), "dpd.lapsed");
        mails.lapsed(lapsed, lapsed.lastChangedAt());
    }

    /** Notes the candidate and the opinion in the register of the Crossroads Bank (S002 §1, step 3). */
    public void updateRegister(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        DpdApplications.Opinion opinion =
                applications.findOpinion(application.id()).orElseThrow();
        register.recordOpinion(
                application.id(),
                application.organisation(),
                application.sent().candidate(),
                opinion.favourable(),
                clock.instant());
        note(dossier(number), "dpd.register-updated");
    }

    /** Tells the CPAS and SPP IS what the opinion is (S002 §1, step 4). */
    public void notifyOpinion(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        mails.opinionGiven(
                application, applications.findOpinion(application.id()).orElseThrow());
    }

    /** Tells the CPAS why it was refused. */
    public void notifyRefusal(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        DpdApplications.Decision decision =
                applications.findDecision(application.id()).orElseThrow();
        mails.refused(application, String.valueOf(decision.reason()));
    }

    /** Tells the CPAS since when its officer is in office. */
    public void notifyApproval(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        mails.approved(application, register.findMandate(application.id()).orElseThrow());
    }

    /** Tells the desks that have read the application that it is taken back. */
    public void notifyWithdrawal(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        mails.withdrawn(application, applications.findOpinion(application.id()).isPresent());
    }

    /**
     * Gives the mandate: from now on, or from the day that was asked when that is later. The mandate before ends at that
     * instant; an approved one that had not begun is struck out, and its dossier gives way to this one.
     *
     * @return when the mandate begins
     */
    public Instant startMandate(DossierNumber number) {
        DpdApplication application = lock(number);
        return register.findMandate(application.id())
                .map(Mandate::validFrom)
                .orElseGet(() -> begin(application, dossier(number)));
    }

    private Instant begin(DpdApplication application, CaseFile dossier) {
        DpdApplication.Submission sent = application.sent();
        DpdApplications.Decision decision =
                applications.findDecision(application.id()).orElseThrow();
        Instant now = clock.instant();
        Instant from = beginning(sent.startsOn(), now);
        BasisId basis = access.save(Basis.of(
                dossier.id().value(),
                "dpd-designation",
                decision.decidedBy(),
                decision.decidedAt(),
                "dpd-is-local-manager",
                decision.reason()));
        endEarlierMandates(application, from, basis);
        Mandate mandate = new Mandate(
                UUID.randomUUID(),
                application.organisation(),
                sent.candidate(),
                application.id(),
                sent.hoursPerWeek(),
                from,
                end(sent.endsOn()),
                basis);
        register.begin(mandate);
        directory.relate(
                sent.candidate(),
                application.organisation(),
                form.read(application.answers()).employment() == Employment.EXTERNAL
                        ? RelationshipCategory.EXTERNAL_DPD
                        : RelationshipCategory.PERMANENT,
                now,
                dossier.number().value());
        note(dossier, "dpd.mandate-begun");
        audit.record(AuditEvent.of("dpd.mandate-begun", "dpd-mandate", mandate.id())
                .by(decision.decidedBy().value(), null)
                .changing(null, Map.of("person", mandate.person().value(), "from", from.toString()))
                .justifiedBy(basis.value()));
        return from;
    }

    private void endEarlierMandates(DpdApplication application, Instant from, BasisId basis) {
        for (Mandate earlier : register.mandatesFrom(application.organisation(), from)) {
            if (earlier.validFrom().isBefore(from)) {
                register.endByReplacement(earlier, from, basis);
            } else {
                register.revoke(earlier, from, basis);
            }
        }
        applications.findApproved(application.organisation()).stream()
                .filter(approved -> !approved.id().equals(application.id()))
                .forEach(this::giveWay);
    }

    private void giveWay(DpdApplication approved) {
        DpdApplication superseded = approved.giveWay(clock.instant());
        applications.update(superseded);
        CaseFile dossier = cases.find(approved.sent().caseId()).orElseThrow();
        trail.record(approved, superseded, dossier, "dpd.superseded");
        process.signal(dossier.number(), DpdDesignationProcess.MANDATE_ENDED);
    }

    /** Closes the dossier of an officer who has become local manager. */
    public void closeDossier(DossierNumber number) {
        DpdApplication application = lock(number);
        if (application.status() == ApplicationStatus.COMPLETED) {
            return;
        }
        DpdApplication finished = application.finish(clock.instant());
        applications.update(finished);
        trail.record(application, finished, dossier(number), "dpd.completed");
    }

    private static Instant beginning(@Nullable LocalDate startsOn, Instant now) {
        if (startsOn == null) {
            return now;
        }
        Instant asked = startsOn.atStartOfDay(Deadlines.BRUSSELS).toInstant();
        return asked.isAfter(now) ? asked : now;
    }

    /** The last day belongs to the mandate. */
    private static @Nullable Instant end(@Nullable LocalDate endsOn) {
        return endsOn == null
                ? null
                : endsOn.plusDays(1).atStartOfDay(Deadlines.BRUSSELS).toInstant();
    }

    private Instant dueAt(WorkItemKind kind) {
        return deadlines.dueAt(kind.name()).toInstant();
    }

    private void note(CaseFile dossier, String event) {
        cases.record(dossier.id(), new TimelineEntry(clock.instant(), event, null, null, null));
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new IllegalStateException("no dossier " + number));
    }

    private DpdApplication applicationOf(DossierNumber number) {
        return applications.find(dossier(number).id()).orElseThrow();
    }

    private DpdApplication lock(DossierNumber number) {
        return applications.lock(dossier(number).id()).orElseThrow();
    }
}
