package be.designations.principalmanager;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where a request stands. */
public enum RequestStatus implements CaseStatus {
    /** The register of enterprises has not answered yet. */
    AWAITING_REGISTER(Tone.WAITING),
    /** Support verifies the mandate. */
    AWAITING_VERIFICATION(Tone.ACTIVE),
    DESIGNATED(Tone.POSITIVE),
    /** The register answered that there is no function that is valid. */
    NOT_RECOGNISED(Tone.NEGATIVE),
    REFUSED(Tone.NEGATIVE),
    /** Somebody else was designated meanwhile. */
    OVERTAKEN(Tone.NEUTRAL),
    /** What was declared held no longer when it came to it: the person is switched off, the tie has ended. */
    LAPSED(Tone.NEGATIVE),
    WITHDRAWN(Tone.NEUTRAL);

    private final Tone tone;

    RequestStatus(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public boolean isLast() {
        return !isOpen();
    }

    @Override
    public String code() {
        return "principal-manager." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOpen() {
        return this == AWAITING_REGISTER || this == AWAITING_VERIFICATION;
    }
}
