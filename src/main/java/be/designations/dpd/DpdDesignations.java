package be.designations.dpd;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The draft of an application, and sending it: from then on it is a dossier, and {@link DpdCase} says what can be done. Each
 * operation decides whether this actor may, changes the application, then tells the process: all in one transaction.
 *
 * <p>Every operation throws {@link NotFoundException} when the actor may not see the draft, {@link NotAllowedException} when
 * they see it but may not file, {@link RejectedException} when a rule refuses, and {@link AlreadyHandledException} when it
 * was sent.
 */
@Service
@Transactional
public class DpdDesignations {

    private final DpdApplications applications;
    private final AnswerStore answers;
    private final SubmissionRules rules;
    private final Candidates candidates;
    private final DpdAccess access;
    private final CaseTrail trail;
    private final AuditLog audit;
    private final Directory directory;
    private final CandidateNames candidateNames;
    private final Cases cases;
    private final ProcessDriver process;
    private final TransactionOperations transaction;
    private final Clock clock;

    DpdDesignations(
            DpdApplications applications,
            AnswerStore answers,
            SubmissionRules rules,
            Candidates candidates,
            DpdAccess access,
            CaseTrail trail,
            AuditLog audit,
            Directory directory,
            CandidateNames candidateNames,
            Cases cases,
            ProcessDriver process,
            TransactionOperations transaction,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.rules = rules;
        this.candidates = candidates;
        this.access = access;
        this.trail = trail;
        this.audit = audit;
        this.directory = directory;
        this.candidateNames = candidateNames;
        this.cases = cases;
        this.process = process;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The draft of that CPAS; a new one when there is none. After a refusal it starts filled in and follows the refused
     * application (D7), as long as its answers are kept.
     */
    public DpdApplication startDraft(Actor actor, OrganisationId cpas) {
        Organisation organisation = access.requireCpas(actor, cpas);
        applications.lockDrafts(cpas);
        refuseSecondApplication(cpas);
        return applications.findDraft(cpas).orElseGet(() -> newDraft(actor, organisation));
    }

    private DpdApplication newDraft(Actor actor, Organisation cpas) {
        Optional<DpdApplication> refused =
                applications.findLastSent(cpas.id()).filter(last -> last.status() == ApplicationStatus.REFUSED);
        FormValues answers = refused.filter(it -> it.answersRemovedAt() == null)
                .map(DpdApplication::answers)
                .orElseGet(() -> whatIsKnown(cpas));
        DpdApplication draft = DpdApplication.draft(
                cpas.id(),
                answers,
                actor.person(),
                clock.instant(),
                refused.map(DpdApplication::id).orElse(null),
                // What was sent was compared, and of what is known there is no candidate.
                true);
        applications.add(draft);
        note(actor, draft, "dpd.draft-started");
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
     * Keeps what was typed, right or wrong: it is checked when the application is sent. Another candidate is compared with the
     * register at once, so that it is told where it is typed (D58); after too many tries that is left for later.
     *
     * @param version the version on which the answers were typed
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public DpdApplication saveDraft(Actor actor, ApplicationId id, int version, FormValues answers) {
        Boolean known = applications
                .find(id)
                .filter(draft -> isInHandsOf(actor, draft, version))
                .map(draft -> candidateKnown(actor, draft, answers))
                .orElse(null);
        return Objects.requireNonNull(transaction.execute(status -> saved(actor, id, version, answers, known)));
    }

    private @Nullable Boolean candidateKnown(Actor actor, DpdApplication draft, FormValues typed) {
        if (draft.candidateKnown() != null && CandidateNames.isSame(draft.answers(), typed)) {
            return draft.candidateKnown();
        }
        return compared(actor, draft, typed);
    }

    private @Nullable Boolean compared(Actor actor, DpdApplication draft, FormValues typed) {
        try {
            return candidateNames.knows(actor, draft.organisation(), typed);
        } catch (TooManyException tried) {
            return null;
        }
    }

    /** Compares the candidate of a draft once more: nobody could before, or the register may have changed since (D58). */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void compareAnew(Actor actor, ApplicationId id, int version) {
        applications
                .find(id)
                .filter(draft -> isInHandsOf(actor, draft, version))
                .ifPresent(draft -> note(draft, compared(actor, draft, draft.answers())));
    }

    private void note(DpdApplication draft, @Nullable Boolean candidateKnown) {
        transaction.executeWithoutResult(
                status -> applications.noteCandidate(draft.id(), draft.version(), candidateKnown));
    }

    private DpdApplication saved(
            Actor actor, ApplicationId id, int version, FormValues answers, @Nullable Boolean candidateKnown) {
        DpdApplication draft = draft(actor, id, version);
        DpdApplication saved = draft.fillIn(answers, candidateKnown, actor.person(), clock.instant());
        applications.update(saved);
        return saved;
    }

    /** Throws the draft away with its documents; an application that was sent stays. */
    public void discardDraft(Actor actor, ApplicationId id, int version) {
        DpdApplication draft = draft(actor, id, version);
        applications.deleteDraft(draft.id());
        note(actor, draft, "dpd.draft-discarded");
    }

    /**
     * Sends the draft to the Crossroads Bank. Sent twice, it is sent once: the second time answers with the number that
     * the first one gave.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public DossierNumber submit(Actor actor, ApplicationId id, int version) {
        applications
                .find(id)
                .filter(draft -> isInHandsOf(actor, draft, version))
                .ifPresent(draft -> compare(actor, draft));
        return Objects.requireNonNull(transaction.execute(status -> submitted(actor, id, version)));
    }

    private boolean isInHandsOf(Actor actor, DpdApplication draft, int version) {
        return draft.status() == ApplicationStatus.DRAFT
                && draft.version() == version
                && access.mayFile(actor, draft.organisation());
    }

    /** Anew, for a name may have changed in the register; the draft says from then on what came of it. */
    private void compare(Actor actor, DpdApplication draft) {
        Candidacy candidacy = rules.accept(draft.answers(), draft);
        try {
            candidateNames.compare(actor, draft.organisation(), candidacy.niss(), candidacy.lastName());
        } catch (TooManyException tried) {
            throw tried;
        } catch (RejectedException otherwise) {
            note(draft, false);
            throw otherwise;
        }
    }

    private DossierNumber submitted(Actor actor, ApplicationId id, int version) {
        DpdApplication draft = applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
        if (draft.status() != ApplicationStatus.DRAFT) {
            access.requireFiler(actor, draft);
            return caseOf(draft).number();
        }
        access.requireCpas(actor, draft.organisation());
        refuseStale(draft, version);
        refuseSecondApplication(draft.organisation());
        Candidacy candidacy = rules.accept(draft.answers(), draft);
        return send(actor, draft, candidacy).number();
    }

    private CaseFile send(Actor actor, DpdApplication draft, Candidacy candidacy) {
        Instant now = clock.instant();
        PersonId candidate = candidates.register(candidacy);
        CaseFile opened = cases.open(
                DpdCase.KIND, draft.organisation(), actor.person(), candidate, now, ApplicationStatus.AWAITING_OPINION);
        if (candidacy.supplier() != null) {
            cases.suppliedBy(opened.id(), candidacy.supplier());
        }
        Stream.of(candidate, actor.person(), draft.draftedBy())
                .distinct()
                .forEach(person -> candidates.bar(opened.id(), person));
        DpdApplication sent = draft.submit(new DpdApplication.Submission(
                opened.id(),
                candidate,
                actor.person(),
                now,
                candidacy.hoursPerWeek(),
                candidacy.startsOn(),
                candidacy.endsOn()));
        applications.update(sent);
        answers.sent(sent.id(), sent.answers(), actor.person(), now);
        trail.opened(opened, sent, Change.to(sent.status(), "dpd.submitted"), actor, now);
        process.start(DpdDesignationProcess.KEY, opened.number(), Map.of());
        return opened;
    }

    /** Something a person did to a draft: nothing of it shows in a dossier. */
    private void note(Actor actor, DpdApplication draft, String operation) {
        audit.record(AuditEvent.of(operation, draft.subject(), draft.subjectId())
                .by(actor.person().value(), draft.organisation().value()));
    }

    private DpdApplication draft(Actor actor, ApplicationId id, int version) {
        DpdApplication draft = applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
        access.requireFiler(actor, draft);
        if (draft.status() != ApplicationStatus.DRAFT) {
            throw alreadyHandled(actor, draft);
        }
        refuseStale(draft, version);
        return draft;
    }

    private void refuseStale(DpdApplication draft, int version) {
        if (draft.version() != version) {
            throw new RejectedException(Rejection.of("dpd.draft-changed-meanwhile", nameOf(draft.lastChangedBy()))
                    .ofState());
        }
    }

    private void refuseSecondApplication(OrganisationId cpas) {
        applications.findOpen(cpas).ifPresent(open -> {
            throw new RejectedException(Rejection.of(
                            "dpd.open-application-exists", caseOf(open).number().value())
                    .ofState());
        });
    }

    private CaseFile caseOf(DpdApplication application) {
        return cases.find(application.sent().caseId()).orElseThrow();
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
