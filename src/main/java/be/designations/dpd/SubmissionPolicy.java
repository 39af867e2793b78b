package be.designations.dpd;

import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule that an application must keep when it is sent (D12). It is told where it is typed, too: what is not answered yet breaks
 * none (D58).
 */
@FunctionalInterface
interface SubmissionPolicy {

    /**
     * What is known around the application when it is sent.
     *
     * @param whole         whether the form is filled in: then a declaration that is missing is refused
     * @param headNiss      the NISS of the head of daily management, or null when none is known
     * @param acceptedStart the first day of the mandate with which it was sent before, or null
     */
    record Circumstances(
            LocalDate today,
            boolean whole,
            @Nullable Niss headNiss,
            @Nullable LocalDate acceptedStart) {}

    /** @param answers those with which nothing is wrong, all or some */
    Optional<Rejection> check(FormValues answers, Circumstances circumstances);

    /** At least four hours a week for this CPAS (S002 §1; D12). */
    SubmissionPolicy AT_LEAST_FOUR_HOURS_A_WEEK = (answers, around) -> answers.number("hoursPerWeek")
            .filter(hours -> hours.compareTo(Candidacy.LEAST_HOURS_A_WEEK) < 0)
            .map(hours -> Rejection.ofField("dpd.too-few-hours", "hoursPerWeek", Candidacy.LEAST_HOURS_A_WEEK));

    /** Knowledge of IT, of information security and of the law, each with how it came (S002 §1; D12). */
    SubmissionPolicy THREE_KINDS_OF_KNOWLEDGE = (answers, around) -> refuseIf(
            around.whole()
                    && !Stream.of("itKnowledge", "securityKnowledge", "legalKnowledge")
                            .allMatch(answers::has),
            Rejection.ofField("dpd.knowledge-missing", "itKnowledge"));

    /** The officer reports to the head of daily management (S002 §1; RD 12/8/1993 art. 5; D12). */
    SubmissionPolicy REPORTS_TO_THE_HEAD = (answers, around) -> refuseIf(
            answers.text("reportsToHead").equals("NO"),
            Rejection.ofField("dpd.does-not-report-to-head", "reportsToHead"));

    /** Who decides does not control: the head of daily management is no candidate (D12). */
    SubmissionPolicy CANDIDATE_IS_NOT_THE_HEAD =
            (answers, around) -> answers.text("isHeadOfDailyManagement").equals("YES")
                    ? Optional.of(Rejection.ofField("dpd.candidate-is-head", "isHeadOfDailyManagement"))
                    : answers.optionalText("candidateNiss")
                            .map(Niss::of)
                            .filter(niss -> niss.equals(around.headNiss()))
                            .map(niss -> Rejection.ofField("dpd.candidate-is-head", "candidateNiss"));

    SubmissionPolicy CONFLICT_OF_INTEREST_EXCLUDED = (answers, around) -> refuseIf(
            around.whole() && !answers.isChecked("noConflict"),
            Rejection.ofField("dpd.conflict-not-excluded", "noConflict"));

    /** The council has decided, and not tomorrow (D12). */
    SubmissionPolicy COUNCIL_HAS_DECIDED = (answers, around) -> answers.date("councilDecisionDate")
            .filter(day -> day.isAfter(around.today()))
            .map(day -> Rejection.ofField("dpd.council-decision-in-future", "councilDecisionDate"));

    /**
     * A mandate begins when it is approved, at the earliest on the day asked for (S002 §1; D34). A day that was still to come
     * when it was sent stays right while the file is completed.
     */
    SubmissionPolicy BEGINS_TODAY_OR_LATER = (answers, around) -> answers.date("startDate")
            .filter(day -> day.isBefore(around.today()) && !day.equals(around.acceptedStart()))
            .map(day -> Rejection.ofField("dpd.begins-in-the-past", "startDate"));

    SubmissionPolicy END_AFTER_START = (answers, around) -> answers.date("endDate")
            .flatMap(ends -> answers.date("startDate")
                            .filter(starts -> !ends.isAfter(starts))
                            .isPresent()
                    ? Optional.of(Rejection.ofField("dpd.end-before-start", "endDate"))
                    : refuseIf(!ends.isAfter(around.today()), Rejection.ofField("dpd.end-in-past", "endDate")));

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
    static List<Rejection> refusals(FormValues answers, Circumstances circumstances) {
        return ALL.stream()
                .map(policy -> policy.check(answers, circumstances))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Rejection> refuseIf(boolean broken, Rejection rejection) {
        return broken ? Optional.of(rejection) : Optional.empty();
    }
}
