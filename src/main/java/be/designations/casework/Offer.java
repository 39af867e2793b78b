package be.designations.casework;

import be.designations.rules.Rejection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done with a dossier, and whether this reader may do it now: the button, its link in the API, or the
 * reason why there is none (D29).
 *
 * @param process key of the process that has the step; null for what every dossier has
 * @param key     last part of its address
 * @param refusal why the reader may not; null when they may, and when it cannot be done now by anybody
 * @param doesWork whether the work that waits is done by it, so that it can be taken
 */
public record Offer(
        @Nullable String process,
        String key,
        State state,
        @Nullable Rejection refusal,
        Look look,
        boolean doesWork) {

    /** What stands between the reader and it. */
    public enum State {
        POSSIBLE,
        /** A colleague has taken the work. */
        TAKEN,
        /** The dossier does not stand where it can be done. */
        NOT_NOW,
        /** Kept from this reader, who else does such things. */
        HINDERED,
        /** Others do it. */
        NOT_THEIRS
    }

    /** How it is shown. */
    public enum Look {
        PRIMARY,
        SECONDARY,
        /** Done at once, without a page of its own. */
        AT_ONCE
    }

    static Offer of(CaseStep<?, ?> step, State state, @Nullable Rejection refusal) {
        return new Offer(
                step.process().key(),
                step.key(),
                state,
                refusal,
                step.isSecondary() ? Look.SECONDARY : Look.PRIMARY,
                step.isWork());
    }

    public boolean isPossible() {
        return state == State.POSSIBLE;
    }

    /** As programs know it. */
    public String code() {
        return key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Last part of its address. */
    public String path() {
        return key.equals("take-over") ? "take" : key;
    }

    /** Text of the button: a message key. */
    public String label() {
        return process == null ? "case.do." + key : "step." + process + "." + key + ".do";
    }
}
