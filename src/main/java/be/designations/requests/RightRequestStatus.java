package be.designations.requests;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where a request for a right stands. */
public enum RightRequestStatus implements CaseStatus {
    ASKED(Tone.WAITING),
    GRANTED(Tone.POSITIVE),
    REFUSED(Tone.NEGATIVE),
    /** The person has the right by another decision. */
    NEEDLESS(Tone.NEUTRAL),
    WITHDRAWN(Tone.NEUTRAL);

    private final Tone tone;

    RightRequestStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "right-request." + name().toLowerCase(Locale.ROOT);
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
