package be.designations.departure;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where a departure stands. */
public enum DepartureStatus implements CaseStatus {
    /** It is known when the relationship ends; everybody is told. */
    ANNOUNCED(Tone.WAITING),
    /** The last day is over; successors are asked for where posts have lost their tie. */
    SETTLED(Tone.NEUTRAL),
    /** The relationship ends at another time: a later decision says when. */
    CHANGED(Tone.NEUTRAL);

    private final Tone tone;

    DepartureStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "departure." + name().toLowerCase(Locale.ROOT);
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
