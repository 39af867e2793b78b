package be.designations.replacement;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where a request to replace a manager stands. */
public enum ReplacementStatus implements CaseStatus {
    ASKED(Tone.WAITING),
    /** The responsibility ended: somebody else has it, or nobody. */
    REPLACED(Tone.POSITIVE),
    /** The person is tied to the entity again and stays. */
    TIED_AGAIN(Tone.POSITIVE);

    private final Tone tone;

    ReplacementStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "replacement." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public boolean isLast() {
        return this != ASKED;
    }
}
