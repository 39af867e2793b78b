package be.designations.reviews;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where the review of a quality stands. */
public enum AccessReviewStatus implements CaseStatus {
    OPEN(Tone.WAITING),
    /** Every right was confirmed, taken back or has ended. */
    REVIEWED(Tone.POSITIVE),
    /** The campaign ended before. */
    LAPSED(Tone.NEGATIVE),
    /** The campaign was stopped before (D59). */
    STOPPED(Tone.NEUTRAL);

    private final Tone tone;

    AccessReviewStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "access-review." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public boolean isLast() {
        return this != OPEN;
    }
}
