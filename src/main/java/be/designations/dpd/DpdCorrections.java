package be.designations.dpd;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.Cases;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Correcting the answers of a file that is to be completed (D19). What is corrected is sent with the step that completes the
 * file; until then the desks read what was sent before.
 *
 * <p>Every operation throws {@link NotFoundException} when the actor may not see the application, {@link NotAllowedException}
 * when they see it but may not file, {@link AlreadyHandledException} when the file is not to be completed any more, and {@link
 * RejectedException} when a colleague has changed the correction meanwhile.
 */
@Service
@Transactional
public class DpdCorrections {

    /** More than a reply can have, so that one that is too long is told so with all that was typed. */
    private static final int LONGEST_KEPT = 10_000;

    private final DpdApplications applications;
    private final AnswerStore answers;
    private final SubmissionRules rules;
    private final Candidates candidates;
    private final CandidateNames names;
    private final DpdAccess access;
    private final Cases cases;
    private final AuditLog audit;
    private final Directory directory;
    private final TransactionOperations transaction;
    private final Clock clock;

    DpdCorrections(
            DpdApplications applications,
            AnswerStore answers,
            SubmissionRules rules,
            Candidates candidates,
            CandidateNames names,
            DpdAccess access,
            Cases cases,
            AuditLog audit,
            Directory directory,
            TransactionOperations transaction,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.rules = rules;
        this.candidates = candidates;
        this.names = names;
        this.access = access;
        this.cases = cases;
        this.audit = audit;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps what was typed, right or wrong: it is checked when the file is completed. Another candidate is compared with the
     * register at once.
     *
     * @param version the version of the correction on which the answers were typed, 0 when there was none
     * @throws TooManyException after too many tries of numbers or names; nothing is kept then
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Correction save(Actor actor, ApplicationId id, int version, FormValues typed) {
        DpdApplication application = access.visible(actor, id);
        access.requireFiler(actor, application);
        boolean compared = application.status() == ApplicationStatus.AWAITING_COMPLETION
                && isCandidateKnown(actor, application, typed);
        return Objects.requireNonNull(transaction.execute(status -> saved(actor, id, version, typed, compared)));
    }

    private boolean isCandidateKnown(Actor actor, DpdApplication application, FormValues typed) {
        if (CandidateNames.isSame(application.answers(), typed)) {
            return true;
        }
        return answers.findCorrection(application.id())
                .filter(before -> CandidateNames.isSame(before.answers(), typed))
                .map(Correction::candidateCompared)
                .orElseGet(() -> names.knows(actor, application.organisation(), typed));
    }

    private Correction saved(Actor actor, ApplicationId id, int version, FormValues typed, boolean compared) {
        DpdApplication application = lock(actor, id, version);
        Correction saved = new Correction(version + 1, typed, compared, actor.person(), clock.instant());
        answers.keep(id, saved);
        // Who had a hand in it neither advises nor decides; whoever reads the old state to send it reads it anew.
        candidates.bar(application.sent().caseId(), actor.person());
        cases.outdate(application.sent().caseId());
        if (version == 0) {
            note(actor, application, "dpd.correction-started");
        }
        return saved;
    }

    /** Keeps what the actor has typed so far as the reply, for themselves alone, until the file is completed. */
    public void keepReply(Actor actor, ApplicationId id, String words) {
        String kept = words.length() > LONGEST_KEPT ? words.substring(0, LONGEST_KEPT) : words;
        answers.keepReply(requireOpen(actor, id).id(), actor.person(), kept, clock.instant());
    }

    /** What the actor has typed so far as the reply; empty when that is nothing. */
    @Transactional(readOnly = true)
    public String reply(Actor actor, ApplicationId id) {
        return answers.reply(id, actor.person());
    }

    /** Throws the correction away: what was sent before stands again. Nothing to throw away is no error. */
    public void discard(Actor actor, ApplicationId id, int version) {
        DpdApplication application = lock(actor, id, version);
        if (version > 0) {
            answers.dropCorrection(id);
            cases.outdate(application.sent().caseId());
            note(actor, application, "dpd.correction-discarded");
        }
    }

    /**
     * The application with its corrected answers, as it is sent now; the hard rules hold for them, too (D12).
     *
     * @throws be.designations.forms.InvalidAnswersException with every answer that is missing or wrong
     */
    DpdApplication apply(DpdApplication application) {
        Correction correction = answers.findCorrection(application.id())
                .filter(it -> !it.answers().equals(application.answers()))
                .orElse(null);
        if (correction == null) {
            return application;
        }
        Candidacy candidacy = rules.accept(correction.answers(), application);
        RejectedException.throwIfAny(CandidateNames.refusal(correction.answers(), correction.candidateCompared()));
        PersonId candidate = candidates.register(candidacy);
        candidates.corrected(application.sent().caseId(), candidate, candidacy);
        return application.corrected(
                correction.answers(), candidate, candidacy.hoursPerWeek(), candidacy.startsOn(), candidacy.endsOn());
    }

    /** What would refuse the correction if the file were completed now, besides what is missing or wrong. */
    List<Rejection> refusals(FormSubmission checked, DpdApplication application, @Nullable Correction correction) {
        return rules.refusals(checked, application, correction == null || correction.candidateCompared());
    }

    private DpdApplication lock(Actor actor, ApplicationId id, int version) {
        DpdApplication application = requireOpen(actor, id);
        Optional<Correction> stored = answers.findCorrection(id);
        if (stored.map(Correction::version).orElse(0) != version) {
            throw new RejectedException(Rejection.of(
                            "dpd.draft-changed-meanwhile",
                            stored.map(it -> nameOf(it.changedBy())).orElse(""))
                    .ofState());
        }
        return application;
    }

    /** The application, whose file is to be completed, held back from others until this transaction ends. */
    private DpdApplication requireOpen(Actor actor, ApplicationId id) {
        DpdApplication application = applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
        access.requireFiler(actor, application);
        if (application.status() != ApplicationStatus.AWAITING_COMPLETION) {
            PersonId by = application.lastChangedBy();
            throw new AlreadyHandledException(
                    by == null ? null : nameOf(by),
                    application.lastChangedAt(),
                    actor.person().equals(by));
        }
        return application;
    }

    private void note(Actor actor, DpdApplication application, String operation) {
        audit.record(AuditEvent.of(operation, application.subject(), application.subjectId())
                .by(actor.person().value(), application.organisation().value()));
    }

    private String nameOf(PersonId person) {
        return directory.findPerson(person).map(Person::displayName).orElse("");
    }
}
