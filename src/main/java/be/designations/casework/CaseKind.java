package be.designations.casework;

/** What a dossier is about. */
public enum CaseKind {
    DPD_DESIGNATION("DPD"),
    /** A principal access manager is designated (S003). */
    PRINCIPAL_MANAGER("GAP"),
    /** A manager whose tie to the entity has ended is to be replaced. */
    MANAGER_REPLACEMENT("REM");

    private final String prefix;

    CaseKind(String prefix) {
        this.prefix = prefix;
    }

    /** The first part of the dossier number. */
    public String prefix() {
        return prefix;
    }
}
