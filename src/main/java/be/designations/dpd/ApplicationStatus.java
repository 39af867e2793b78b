package be.designations.dpd;

import be.designations.casework.CaseStatus;
import be.designations.casework.Tone;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationStatus implements CaseStatus {
    DRAFT(Tone.NEUTRAL),
    /** The Crossroads Bank is to give its opinion. */
    AWAITING_OPINION(Tone.ACTIVE),
    /** The CPAS is to complete the file. */
    AWAITING_COMPLETION(Tone.WAITING),
    /** The opinion is given; SPP IS is to decide. */
    AWAITING_DECISION(Tone.ACTIVE),
    /** The mandate is given; the local manager is still to be changed. */
    APPROVED(Tone.WAITING),
    /** The officer is local manager. */
    COMPLETED(Tone.POSITIVE),
    REFUSED(Tone.NEGATIVE),
    WITHDRAWN(Tone.NEUTRAL),
    /** Not completed in time (D14). */
    LAPSED(Tone.NEGATIVE),
    /** Another mandate began before the local manager was changed. */
    SUPERSEDED(Tone.NEUTRAL),
    /** The mandate ended before the local manager was changed. */
    MANDATE_ENDED(Tone.NEGATIVE);

    /** The CPAS has one application at a time in these (D7). */
    public static final Set<ApplicationStatus> OPEN =
            EnumSet.of(AWAITING_OPINION, AWAITING_COMPLETION, AWAITING_DECISION);

    private final Tone tone;

    ApplicationStatus(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }

    /** The one table of allowed changes. */
    boolean mayBecome(ApplicationStatus next) {
        return switch (this) {
            case DRAFT -> next == AWAITING_OPINION;
            case AWAITING_OPINION -> next == AWAITING_COMPLETION || next == AWAITING_DECISION || next == WITHDRAWN;
            case AWAITING_COMPLETION -> next == AWAITING_OPINION || next == LAPSED || next == WITHDRAWN;
            case AWAITING_DECISION -> next == APPROVED || next == REFUSED || next == WITHDRAWN;
            case APPROVED -> next == COMPLETED || next == SUPERSEDED || next == MANDATE_ENDED;
            case COMPLETED, REFUSED, WITHDRAWN, LAPSED, SUPERSEDED, MANDATE_ENDED -> false;
        };
    }

    @Override
    public boolean isLast() {
        return EnumSet.of(COMPLETED, REFUSED, WITHDRAWN, LAPSED, SUPERSEDED, MANDATE_ENDED)
                .contains(this);
    }

    @Override
    public String code() {
        return "dpd." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
