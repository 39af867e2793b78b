package be.designations.dpd;

import be.designations.identifier.Niss;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One rule that an application must keep when it is sent (D12). */
@FunctionalInterface
interface SubmissionPolicy {

    /**
     * What is known around the application when it is sent.
     *
     * @param headNiss the NISS of the head of daily management, or null when none is known
     */
    record Circumstances(LocalDate today, @Nullable Niss headNiss) {}

    Optional<Rejection> check(Candidacy candidacy, Circumstances circumstances);

    /** At least four hours a week for this CPAS (S002 §1; D12). */
    SubmissionPolicy AT_LEAST_FOUR_HOURS_A_WEEK = (candidacy, around) -> refuseIf(
            candidacy.hoursPerWeek().compareTo(Candidacy.LEAST_HOURS_A_WEEK) < 0,
            Rejection.ofField("dpd.too-few-hours", "hoursPerWeek", Candidacy.LEAST_HOURS_A_WEEK));

    /** Knowledge of IT, of information security and of the law, each with how it came (S002 §1; D12). */
    SubmissionPolicy THREE_KINDS_OF_KNOWLEDGE = (candidacy, around) ->
            refuseIf(!candidacy.knowledgeDeclared(), Rejection.ofField("dpd.knowledge-missing", "itKnowledge"));

    /** The officer reports to the head of daily management (S002 §1; RD 12/8/1993 art. 5; D12). */
    SubmissionPolicy REPORTS_TO_THE_HEAD = (candidacy, around) ->
            refuseIf(!candidacy.reportsToHead(), Rejection.ofField("dpd.does-not-report-to-head", "reportsToHead"));

    /** Who decides does not control: the head of daily management is no candidate (D12). */
    SubmissionPolicy CANDIDATE_IS_NOT_THE_HEAD = (candidacy, around) -> {
        if (candidacy.declaredHead()) {
            return Optional.of(Rejection.ofField("dpd.candidate-is-head", "isHeadOfDailyManagement"));
        }
        return refuseIf(
                candidacy.niss().equals(around.headNiss()),
                Rejection.ofField("dpd.candidate-is-head", "candidateNiss"));
    };

    SubmissionPolicy CONFLICT_OF_INTEREST_EXCLUDED = (candidacy, around) ->
            refuseIf(!candidacy.noConflictDeclared(), Rejection.ofField("dpd.conflict-not-excluded", "noConflict"));

    /** The council has decided, and not tomorrow (D12). */
    SubmissionPolicy COUNCIL_HAS_DECIDED = (candidacy, around) -> refuseIf(
            candidacy.councilDecisionDate().isAfter(around.today()),
            Rejection.ofField("dpd.council-decision-in-future", "councilDecisionDate"));

    /** A mandate begins when it is approved, at the earliest on the day asked for (S002 §1; D34). */
    SubmissionPolicy BEGINS_TODAY_OR_LATER = (candidacy, around) -> {
        LocalDate starts = candidacy.startsOn();
        return refuseIf(
                starts != null && starts.isBefore(around.today()),
                Rejection.ofField("dpd.begins-in-the-past", "startDate"));
    };

    SubmissionPolicy END_AFTER_START = (candidacy, around) -> {
        LocalDate ends = candidacy.endsOn();
        if (ends == null) {
            return Optional.empty();
        }
        LocalDate starts = candidacy.startsOn();
        if (starts != null && !ends.isAfter(starts)) {
            return Optional.of(Rejection.ofField("dpd.end-before-start", "endDate"));
        }
        return refuseIf(!ends.isAfter(around.today()), Rejection.ofField("dpd.end-in-past", "endDate"));
    };

    List<SubmissionPolicy> ALL = List.of(
            AT_LEAST_FOUR_HOURS_A_WEEK,
            THREE_KINDS_OF_KNOWLEDGE,
            REPORTS_TO_THE_HEAD,
            CANDIDATE_IS_NOT_THE_HEAD,
            CONFLICT_OF_INTEREST_EXCLUDED,
            COUNCIL_HAS_DECIDED,
            BEGINS_TODAY_OR_LATER,
            END_AFTER_START);

    /** Every refusal, not only the first: the CPAS mends them in one go. */
    static List<Rejection> refusals(Candidacy candidacy, Circumstances circumstances) {
        return ALL.stream()
                .map(policy -> policy.check(candidacy, circumstances))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Rejection> refuseIf(boolean broken, Rejection rejection) {
        return broken ? Optional.of(rejection) : Optional.empty();
    }
}
