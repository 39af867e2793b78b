package be.designations.directory;

/** What an organisation is in these processes. */
public enum OrganisationKind {
    /** Public centre for social welfare: CPAS, OCMW, ÖSHZ. */
    CPAS,
    /** Crossroads Bank for Social Security: gives the opinion. */
    BCSS,
    /** Federal service that runs the network of the CPAS: decides. */
    SPP_IS,
    /** Support desk of CSAM. */
    SUPPORT,
    ENTERPRISE
}
