package be.designations.dpd;

import org.jspecify.annotations.Nullable;

/** What people answer when they take a step with an application that is sent; each a record of the fields of its form. */
public interface DpdAnswers {

    /** The opinion of the Crossroads Bank; {@code forms/dpd-opinion.form}. */
    record DpdOpinion(Advice opinion, String reasons) {

        /** What the Crossroads Bank thinks of it. */
        public enum Advice {
            FAVOURABLE,
            UNFAVOURABLE
        }

        boolean isFavourable() {
            return opinion == Advice.FAVOURABLE;
        }
    }

    /** What the CPAS is to complete; {@code forms/dpd-completion-request.form}. */
    record DpdCompletionRequest(String questions) {}

    /** What the CPAS answers; {@code forms/dpd-completion.form}. */
    record DpdCompletion(String answer) {}

    /**
     * The decision of SPP IS; {@code forms/dpd-decision.form}.
     *
     * @param ground for what it is refused; null for an approval (D107)
     * @param reason needed for a refusal (S002 §1, step 5)
     */
    record DpdDecision(
            Verdict decision,
            @Nullable RefusalGround ground,
            @Nullable String reason) {

        /** What SPP IS decides. */
        public enum Verdict {
            APPROVED,
            REFUSED
        }

        boolean isApproval() {
            return decision == Verdict.APPROVED;
        }
    }

    /** Why the CPAS takes its application back; {@code forms/dpd-withdrawal.form}. */
    record DpdWithdrawal(String reason) {}
}
