package be.designations.retention;

import java.util.Locale;

/** Kinds of data that are removed once their term is over, in the order of the schedule. <i>Source: D33.</i> */
public enum RetentionKind {
    /** Applications for a data protection officer that were never sent, with their documents. */
    DPD_DRAFTS,
    /** Requests to designate a principal access manager that were never sent, with their documents. */
    PRINCIPAL_MANAGER_DRAFTS,
    /** The content of documents of settled dossiers. */
    DOCUMENTS,
    /** What was filled in to apply for a data protection officer. */
    DPD_ANSWERS,
    /** The explanation and the contact data of a request to designate a principal access manager. */
    PRINCIPAL_MANAGER_ANSWERS,
    /** The words of mails that were sent or given up. */
    MAIL_BODIES,
    /** How somebody was reached for a responsibility that has ended. */
    POST_CONTACTS,
    /** How somebody was reached at a working relationship that has ended. */
    TIE_CONTACTS,
    /** The telephone number of an entity that has stopped, and whom to ask for there (D113). */
    ENTITY_CONTACTS,
    /** By which a second click on a step is known. */
    TAKEN_STEPS,
    /** By which tries of numbers are counted (D32). */
    LOOK_UPS,
    /** The lines of files that managers brought to import. */
    IMPORT_ROWS;

    /** As the audit log and the messages name it, in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
