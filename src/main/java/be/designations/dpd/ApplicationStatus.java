package be.designations.dpd;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationStatus {
    DRAFT,
    /** The Crossroads Bank is to give its opinion. */
    AWAITING_OPINION,
    /** The CPAS is to complete the file. */
    AWAITING_COMPLETION,
    /** The opinion is given; SPP IS is to decide. */
    AWAITING_DECISION,
    /** The mandate is given; the local manager is still to be changed. */
    APPROVED,
    /** The officer is local manager. */
    COMPLETED,
    REFUSED,
    WITHDRAWN,
    /** Not completed in time (D14). */
    LAPSED,
    /** Another mandate began before the local manager was changed. */
    SUPERSEDED;

    /** The CPAS has one application at a time in these (D7). */
    public static final Set<ApplicationStatus> OPEN =
            EnumSet.of(AWAITING_OPINION, AWAITING_COMPLETION, AWAITING_DECISION);

    /** The one table of allowed changes. */
    boolean mayBecome(ApplicationStatus next) {
        return switch (this) {
            case DRAFT -> next == AWAITING_OPINION;
            case AWAITING_OPINION -> next == AWAITING_COMPLETION || next == AWAITING_DECISION || next == WITHDRAWN;
            case AWAITING_COMPLETION -> next == AWAITING_OPINION || next == LAPSED || next == WITHDRAWN;
            case AWAITING_DECISION -> next == APPROVED || next == REFUSED || next == WITHDRAWN;
            case APPROVED -> next == COMPLETED || next == SUPERSEDED;
            case COMPLETED, REFUSED, WITHDRAWN, LAPSED, SUPERSEDED -> false;
        };
    }

    /** Whether nothing more can happen. */
    public boolean isLast() {
        return EnumSet.of(COMPLETED, REFUSED, WITHDRAWN, LAPSED, SUPERSEDED).contains(this);
    }

    /** The status of the dossier; message key {@code status.<code>}. */
    public String code() {
        return "dpd." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
