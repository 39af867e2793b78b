package be.designations.notification;

import java.util.Locale;

/**
 * A fact that a mail states: usable in its text as <code>{code}</code>, and shown with its label ({@code
 * mail.detail.<code>}) in the list under the text, in this order.
 */
public enum Detail {
    DOSSIER,
    CPAS,
    /** Which desk, by what it does. */
    DESK,
    ENTITY,
    QUALITY,
    CANDIDATE,
    LOCAL_MANAGER,
    FORMER_DPD,
    /** Whose mandate it is. */
    OFFICER,
    PRINCIPAL_MANAGER,
    /** In whose place somebody works. */
    PRINCIPAL,
    /** Who works in somebody’s place. */
    DEPUTY,
    /** Who asked for something. */
    REQUESTER,
    /** The name of a campaign. */
    CAMPAIGN,
    TASK,
    EFFECTIVE_DATE,
    DEADLINE,
    OPINION,
    QUESTIONS,
    RESPONSIBILITY,
    SUBDIVISION,
    APPLICATIONS,
    /** What was done, in words. */
    CHANGE,
    /** Whom it concerns. */
    PEOPLE,
    /** What tied a person to an entity and has ended. */
    TIE,
    /** What ends soon, each with whose it is and its last day. */
    ENDING,
    /** Who did it and in whose place, in words. */
    DONE_BY,
    /** Who decided. */
    MANAGER,
    /** The last day on which it holds. */
    LAST_DAY,
    REASON,
    /** The letters that say it, by their references. */
    LETTER,
    /** What a colleague says. */
    NOTE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
