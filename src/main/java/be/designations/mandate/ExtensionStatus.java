package be.designations.mandate;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where a request to extend a mandate stands. */
public enum ExtensionStatus implements CaseStatus {
    /** SPP IS is to decide. */
    ASKED(Tone.ACTIVE),
    ALLOWED(Tone.POSITIVE),
    REFUSED(Tone.NEGATIVE),
    /** The CPAS takes it back. */
    WITHDRAWN(Tone.NEUTRAL),
    /** The mandate ended before a decision. */
    LAPSED(Tone.NEUTRAL);

    private final Tone tone;

    ExtensionStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "extension." + name().toLowerCase(Locale.ROOT);
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
