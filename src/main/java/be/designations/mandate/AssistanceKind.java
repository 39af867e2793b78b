package be.designations.mandate;

/** As what somebody stands beside the data protection officer of a CPAS (D100, D101). */
public enum AssistanceKind {
    /** Does the work of the officer for a while: there is none, or the officer is absent. */
    INTERIM,
    /** Assists the officer (RD 12/8/1993 art. 4). */
    ADJUNCT
}
