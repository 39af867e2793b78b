package be.designations.casework;

/** What a dossier is about. */
public enum CaseKind {
    DPD_DESIGNATION("DPD");

    private final String prefix;

    CaseKind(String prefix) {
        this.prefix = prefix;
    }

    /** The first part of the dossier number. */
    public String prefix() {
        return prefix;
    }
}
