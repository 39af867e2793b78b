package be.designations.principalmanager;

import java.util.Locale;

/** Where a request stands. */
public enum RequestStatus {
    /** The register of enterprises has not answered yet. */
    AWAITING_REGISTER,
    /** Support verifies the mandate. */
    AWAITING_VERIFICATION,
    DESIGNATED,
    /** The register answered that there is no function that is valid. */
    NOT_RECOGNISED,
    REFUSED,
    /** Somebody else was designated meanwhile. */
    OVERTAKEN,
    /** What was declared held no longer when it came to it: the person is switched off, the tie has ended. */
    LAPSED,
    WITHDRAWN;

    /** As dossiers name it; message key {@code status.<code>}. */
    public String code() {
        return "principal-manager." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOpen() {
        return this == AWAITING_REGISTER || this == AWAITING_VERIFICATION;
    }
}
