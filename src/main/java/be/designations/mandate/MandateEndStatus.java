package be.designations.mandate;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where the end of a mandate stands. */
public enum MandateEndStatus implements CaseStatus {
    /** It is known when the mandate ends; everybody is told. */
    ANNOUNCED(Tone.WAITING),
    /** The mandate has ended and nobody follows: a new application is asked for. */
    WITHOUT_SUCCESSOR(Tone.NEGATIVE),
    /** The mandate has ended and the CPAS has an officer. */
    SUCCEEDED(Tone.NEUTRAL),
    /** The mandate ends at another time: a later decision says when. */
    CHANGED(Tone.NEUTRAL),
    /** Whoever announced it took it back before the day. */
    TAKEN_BACK(Tone.NEUTRAL);

    private final Tone tone;

    MandateEndStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "mandate." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public boolean isLast() {
        return this != ANNOUNCED;
    }
}
