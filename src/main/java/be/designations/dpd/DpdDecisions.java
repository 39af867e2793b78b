package be.designations.dpd;

import be.designations.calendar.Days;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.StepTaken;
import be.designations.casework.Waits;
import be.designations.dpd.DpdAnswers.DpdCompletion;
import be.designations.dpd.DpdAnswers.DpdCompletionRequest;
import be.designations.dpd.DpdAnswers.DpdDecision;
import be.designations.dpd.DpdAnswers.DpdOpinion;
import be.designations.dpd.DpdAnswers.DpdWithdrawal;
import be.designations.dpd.DpdDesignationProcess.DecisionOutcome;
import be.designations.dpd.DpdDesignationProcess.OpinionOutcome;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people decide on an application that is sent, from the opinion to the decision. Who may and when stands in
 * {@link DpdCase}; here the application changes. Each throws {@link RejectedException} when a rule refuses.
 */
@Component
class DpdDecisions {

    private final DpdApplications applications;
    private final AnswerStore answers;
    private final DpdCorrections corrections;
    private final DpdDocuments documents;
    private final Candidates candidates;
    private final Cases cases;
    private final Waits waits;
    private final DpdLetters letters;

    DpdDecisions(
            DpdApplications applications,
            AnswerStore answers,
            DpdCorrections corrections,
            DpdDocuments documents,
            Candidates candidates,
            Cases cases,
            Waits waits,
            DpdLetters letters) {
        this.applications = applications;
        this.answers = answers;
        this.corrections = corrections;
        this.documents = documents;
        this.candidates = candidates;
        this.cases = cases;
        this.waits = waits;
        this.letters = letters;
    }

    /** Sends the file back to the CPAS with questions. */
    Change askCompletion(StepTaken<DpdApplication, DpdCompletionRequest> step) {
        String questions = step.answers().questions();
        requireText(questions, "questions");
        DpdApplication asked = step.content().askCompletion(step.by(), step.at());
        applications.update(asked);
        waits.open(step.dossier().id(), DpdCase.GIVE_OPINION, step.actor(), step.at(), questions);
        return Change.to(asked.status(), "dpd.completion-asked")
                .because(questions)
                .routing(DpdDesignationProcess.OPINION_OUTCOME, OpinionOutcome.COMPLETION_ASKED.name());
    }

    /** Answers the questions, with the answers of the form as they were corrected; the file goes back to the Crossroads Bank. */
    Change complete(StepTaken<DpdApplication, DpdCompletion> step) {
        String answer = step.answers().answer();
        requireText(answer, "answer");
        DpdApplication completed = corrections.apply(step.content()).complete(step.by(), step.at());
        applications.update(completed);
        answers.sent(completed.id(), completed.answers(), step.by(), step.at());
        answers.dropUnsent(completed.id());
        waits.resolve(step.dossier().id(), step.by(), step.at(), answer);
        candidates.bar(step.dossier().id(), step.by());
        return Change.to(completed.status(), "dpd.completed-file").because(answer);
    }

    /** Gives the opinion of the Crossroads Bank, with its reasons. */
    Change giveOpinion(StepTaken<DpdApplication, DpdOpinion> step) {
        boolean favourable = step.answers().isFavourable();
        String reasons = step.answers().reasons();
        requireText(reasons, "reasons");
        letters.requireWritten(reasons, "reasons");
        DpdApplication advised = step.content().receiveOpinion(step.by(), step.at());
        applications.update(advised);
        var opinion = new DpdApplications.Opinion(step.by(), step.inPlaceOf(), step.at(), favourable, reasons);
        applications.addOpinion(advised.id(), opinion);
        letters.opinion(step.dossier(), advised, opinion);
        // Whoever advised does not decide, nor in whose place it was (D20, D83).
        step.actor().people().forEach(person -> cases.bar(step.dossier().id(), person, DpdCase.DECIDE));
        return Change.to(advised.status(), favourable ? "dpd.opinion-favourable" : "dpd.opinion-unfavourable")
                .because(reasons)
                .routing(DpdDesignationProcess.OPINION_OUTCOME, OpinionOutcome.OPINION_GIVEN.name());
    }

    /** The decision of SPP IS. */
    Change decide(StepTaken<DpdApplication, DpdDecision> step) {
        boolean approved = step.answers().isApproval();
        RefusalGround ground = approved ? null : step.answers().ground();
        String reason = step.answers().reason();
        if (approved) {
            refuseMandateThatIsOver(step.content(), step.at());
        } else {
            requireGround(ground);
            requireText(reason, "reason");
        }
        letters.requireWritten(reason, "reason");
        DpdApplication decided = approved
                ? step.content().approve(step.by(), step.at())
                : step.content().refuse(step.by(), step.at());
        applications.update(decided);
        String words = reason == null || reason.isBlank() ? null : reason.strip();
        var decision = new DpdApplications.Decision(step.by(), step.inPlaceOf(), step.at(), approved, ground, words);
        applications.addDecision(decided.id(), decision);
        letters.decision(step.dossier(), decided, decision);
        return Change.to(decided.status(), approved ? "dpd.approved" : "dpd.refused")
                .because(words)
                .routing(
                        DpdDesignationProcess.DECISION_OUTCOME,
                        (approved ? DecisionOutcome.APPROVED : DecisionOutcome.REFUSED).name());
    }

    /** Takes the application back; possible until the decision. */
    Change withdraw(StepTaken<DpdApplication, DpdWithdrawal> step) {
        requireText(step.answers().reason(), "reason");
        DpdApplication withdrawn = step.content().withdraw(step.by(), step.at());
        applications.update(withdrawn);
        answers.dropUnsent(withdrawn.id());
        documents.dropUnsent(step.content());
        return Change.to(withdrawn.status(), "dpd.withdrawn")
                .because(step.answers().reason())
                .signalling(DpdDesignationProcess.WITHDRAWN);
    }

    private static void refuseMandateThatIsOver(DpdApplication application, Instant now) {
        LocalDate endsOn = application.sent().endsOn();
        if (endsOn != null && endsOn.isBefore(Days.of(now))) {
            throw new RejectedException(Rejection.ofField("dpd.mandate-would-be-over", "decision"));
        }
    }

    private static void requireGround(@Nullable RefusalGround ground) {
        if (ground == null || ground == RefusalGround.NOT_SAID) {
            throw new RejectedException(Rejection.ofField("dpd.ground-missing", "ground"));
        }
    }

    private static void requireText(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new RejectedException(Rejection.ofField("dpd." + field + "-missing", field));
        }
    }
}
