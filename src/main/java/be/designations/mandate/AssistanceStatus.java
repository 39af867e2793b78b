package be.designations.mandate;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

/** Where the dossier of an adjunct or interim officer stands. */
public enum AssistanceStatus implements CaseStatus {
    /** Named, for now or for later, and not over. */
    NAMED(Tone.ACTIVE),
    /** The last day that was said from the start is over. */
    EXPIRED(Tone.NEUTRAL),
    /** The CPAS ended it. */
    ENDED(Tone.NEUTRAL),
    /** A mandate of data protection officer began. */
    SUCCEEDED(Tone.POSITIVE),
    /** The CPAS gave it up before the first day. */
    GIVEN_UP(Tone.NEUTRAL);

    private final Tone tone;

    AssistanceStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "assistance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Tone tone() {
        return tone;
    }

    @Override
    public boolean isLast() {
        return this != NAMED;
    }
}
