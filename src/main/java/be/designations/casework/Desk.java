package be.designations.casework;

/** For whom a piece of work is. */
public enum Desk {
    /** Reviewers of the Crossroads Bank. */
    BCSS,
    /** Approvers of SPP IS. */
    SPP_IS,
    /** Support staff of CSAM. */
    SUPPORT,
    /** Those of the case's organisation who may file: head of daily management, RAE, co-RAE. */
    FILERS,
    /** RAE and co-RAE of the case's organisation. */
    ENTITY_MANAGERS,
    /** Whoever holds a legal function in the case's organisation. */
    REPRESENTATIVES
}
