package be.designations.notification;

/**
 * A fact that a mail states: usable in its text as <code>{code}</code>, and shown with its label ({@code
 * mail.detail.<code>}) in the list under the text, in this order.
 */
public enum Detail {
    DOSSIER("dossier"),
    CPAS("cpas"),
    ENTITY("entity"),
    QUALITY("quality"),
    CANDIDATE("candidate"),
    LOCAL_MANAGER("local-manager"),
    FORMER_DPD("former-dpd"),
    PRINCIPAL_MANAGER("principal-manager"),
    /** Who asked for something. */
    REQUESTER("requester"),
    TASK("task"),
    EFFECTIVE_DATE("effective-date"),
    DEADLINE("deadline"),
    OPINION("opinion"),
    QUESTIONS("questions"),
    RESPONSIBILITY("responsibility"),
    SUBDIVISION("subdivision"),
    APPLICATIONS("applications"),
    /** What was done, in words. */
    CHANGE("change"),
    /** Whom it concerns. */
    PEOPLE("people"),
    /** What tied a person to an entity and has ended. */
    TIE("tie"),
    /** Who decided. */
    MANAGER("manager"),
    /** The last day on which it holds. */
    LAST_DAY("last-day"),
    REASON("reason");

    private final String code;

    Detail(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
