package be.designations.mandate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people answer when they take a step with the end or the extension of a mandate; each a record of the fields of its form. */
public interface MandateAnswers {

    /** The resignation is taken back; {@code forms/mandate-end-back.form}. */
    record TakingBack(@Nullable String reason) {}

    /**
     * The decision of SPP IS on an extension; {@code forms/mandate-extension-decision.form}.
     *
     * @param reason needed for a refusal
     */
    record ExtensionDecision(Verdict decision, @Nullable String reason) {

        /** What SPP IS decides. */
        public enum Verdict {
            ALLOWED,
            REFUSED
        }

        boolean isAllowance() {
            return decision == Verdict.ALLOWED;
        }
    }

    /** Why the CPAS takes its request back; {@code forms/mandate-extension-withdrawal.form}. */
    record ExtensionWithdrawal(@Nullable String reason) {}

    /**
     * The CPAS ends what an adjunct or interim officer does; {@code forms/assistance-end.form}.
     *
     * @param lastDay the last day; past, today or later
     */
    record AssistanceEnding(LocalDate lastDay, @Nullable String reason) {}

    /** The CPAS gives it up before the first day; {@code forms/assistance-give-up.form}. */
    record AssistanceGivenUp(@Nullable String reason) {}
}
