package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.ResponsibilityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.WorkItems;
import be.designations.directory.Directory;
import be.designations.directory.NewRelationship;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.management.Ties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the process does between the steps of people. Each of these may be asked twice and does its work once; mails
 * are the exception that proves it: they are written with the change that they tell of, in the same transaction.
 */
@Service
@Transactional
public class DpdSteps {

    private final DpdApplications applications;
    private final AnswerStore answers;
    private final DpdDocuments documents;
    private final DpdRegister register;
    private final DpdApplicationForm form;
    private final DpdMails mails;
    private final DpdLetters letters;
    private final CaseTrail trail;
    private final AccessModel access;
    private final AuditLog audit;
    private final Directory directory;
    private final Ties ties;
    private final Cases cases;
    private final WorkItems workItems;
    private final ProcessDriver process;
    private final Clock clock;

    DpdSteps(
            DpdApplications applications,
            AnswerStore answers,
            DpdDocuments documents,
            DpdRegister register,
            DpdApplicationForm form,
            DpdMails mails,
            DpdLetters letters,
            CaseTrail trail,
            AccessModel access,
            AuditLog audit,
            Directory directory,
            Ties ties,
            Cases cases,
            WorkItems workItems,
            ProcessDriver process,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.documents = documents;
        this.register = register;
        this.form = form;
        this.mails = mails;
        this.letters = letters;
        this.trail = trail;
        this.access = access;
        this.audit = audit;
        this.directory = directory;
        this.ties = ties;
        this.cases = cases;
        this.workItems = workItems;
        this.process = process;
        this.clock = clock;
    }

    /** Lets a file lapse that was not completed in time (D14). */
    public void lapse(DossierNumber number) {
        DpdApplication application = lock(number);
        if (application.status() != ApplicationStatus.AWAITING_COMPLETION) {
            return;
        }
        DpdApplication lapsed = application.lapse(clock.instant());
        answers.dropUnsent(lapsed.id());
        documents.dropUnsent(application);
        moved(dossier(number), lapsed, "dpd.lapsed");
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
        trail.note(dossier(number), "dpd.register-updated", clock.instant());
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
        LocalDate startsOn = sent.startsOn();
        Instant from = startsOn == null ? now : Days.startOf(startsOn, now);
        Basis decided = Basis.of(
                        dossier.id().value(),
                        "dpd-designation",
                        decision.decidedBy(),
                        decision.decidedAt(),
                        "dpd-is-local-manager",
                        decision.reason())
                .inPlaceOf(decision.inPlaceOf());
        BasisId basis = access.save(decided);
        endEarlierMandates(application, from, basis);
        Mandate mandate = new Mandate(
                UUID.randomUUID(),
                application.organisation(),
                sent.candidate(),
                application.id(),
                sent.hoursPerWeek(),
                from,
                Days.endOfPeriod(sent.endsOn()),
                basis);
        register.begin(mandate);
        letters.mandate(dossier, mandate, decision, now);
        if (!directory.hasWorkingRelationship(sent.candidate(), application.organisation(), now)) {
            RelationshipCategory category = form.read(application.answers()).employment() == Employment.EXTERNAL
                    ? RelationshipCategory.EXTERNAL_DPD
                    : RelationshipCategory.PERMANENT;
            ties.follow(
                    new NewRelationship(
                            sent.candidate(),
                            application.organisation(),
                            category,
                            null,
                            null,
                            now,
                            null,
                            dossier.number().value()),
                    decided);
        }
        trail.note(dossier, "dpd.mandate-begun", clock.instant());
        audit.record(AuditEvent.of("dpd.mandate-begun", "dpd-mandate", mandate.id())
                .by(decision.decidedBy().value(), null)
                .onBehalfOf(
                        decision.inPlaceOf() == null
                                ? null
                                : decision.inPlaceOf().value())
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
                .forEach(approved -> giveWay(approved, application.sent().candidate()));
    }

    /** What is still to be done in the dossier of an approved officer is to change the local manager, if that was asked yet. */
    private void giveWay(DpdApplication approved, PersonId newOfficer) {
        Instant now = clock.instant();
        DpdApplication superseded = approved.giveWay(now);
        CaseFile dossier = cases.find(approved.sent().caseId()).orElseThrow();
        if (workItems.findOpen(dossier.id()).isPresent()) {
            mails.changeSuperseded(
                    superseded,
                    newOfficer,
                    access.holders(approved.organisation(), ResponsibilityKind.ENTITY_MANAGERS, now));
        }
        moved(dossier, superseded, "dpd.superseded");
        process.signal(dossier.number(), DpdDesignationProcess.MANDATE_ENDED);
    }

    /** Closes the dossier of an officer who has become local manager. */
    public void closeDossier(DossierNumber number) {
        DpdApplication application = lock(number);
        if (application.status() == ApplicationStatus.COMPLETED) {
            return;
        }
        moved(dossier(number), application.finish(clock.instant()), "dpd.completed");
    }

    private void moved(CaseFile dossier, DpdApplication application, String event) {
        applications.update(application);
        trail.happened(dossier, application, Change.to(application.status(), event), application.lastChangedAt());
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
