package be.designations.dpd;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * For what SPP IS refuses an officer, of several reasons the main one. It is counted; the words of the decision say why. The criteria are those of
 * the form, and what was looked at before any advice on a candidate. <i>Source: D107, S002 §1, B1.</i>
 */
public enum RefusalGround {
    /** Four hours a week at least (S002 §1, step 1), and enough for this CPAS (B1: available time). */
    TIME,
    /** Of IT, of information security, of laws and regulations (S002 §1, step 1). */
    KNOWLEDGE,
    /** To the head of daily management (S002 §1, step 1). */
    REPORTING,
    /** That head, or a function that does not go with watching over the data (B1, D12). */
    CONFLICT,
    /** Something is missing that was asked for (D19). */
    INCOMPLETE,
    /** What no source names; the words say it. */
    OTHER,
    /** Refused before it was asked; nobody chooses it. */
    NOT_SAID;

    /** As it stands in addresses and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what was made up. */
    public static Optional<RefusalGround> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
