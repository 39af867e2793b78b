package be.designations.casework;

import java.util.Locale;

/** How a status or an event is coloured. */
public enum Tone {
    ACTIVE,
    WAITING,
    POSITIVE,
    NEGATIVE,
    NEUTRAL;

    /** As the styles name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
