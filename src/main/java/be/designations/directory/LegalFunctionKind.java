package be.designations.directory;

/** Functions of the register of enterprises that let a person speak for an organisation. */
public enum LegalFunctionKind {
    /** Responsable de la gestion quotidienne: the one to whom the DPD reports (S002). */
    HEAD_OF_DAILY_MANAGEMENT,
    DIRECTOR,
    CHAIR
}
