package be.designations.example;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.Locale;

enum ExampleStatus implements CaseStatus {
    ASKED(Tone.WAITING),
    ACCEPTED(Tone.POSITIVE),
    REFUSED(Tone.NEGATIVE);

    private final Tone tone;

    ExampleStatus(Tone tone) {
        this.tone = tone;
    }

    /** Also what the history says when it gets there. */
    @Override
    public String code() {
        return "example." + name().toLowerCase(Locale.ROOT);
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
