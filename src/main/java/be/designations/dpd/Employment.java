package be.designations.dpd;

/** Whether the officer is of the CPAS's own staff. */
public enum Employment {
    INTERNAL,
    /** Works under a contract, alone or for a company (D9, D10). */
    EXTERNAL
}
