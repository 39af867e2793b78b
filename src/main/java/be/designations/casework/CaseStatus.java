package be.designations.casework;

/** Where the dossiers of a kind can stand; an enumeration of its module, in the order of a dossier's life. */
public interface CaseStatus {

    /** The name of the constant: what programs know it by. */
    String name();

    /** Kept with the dossier; message key {@code status.<code>}. */
    String code();

    Tone tone();

    /** Whether nothing more can happen. */
    boolean isLast();
}
