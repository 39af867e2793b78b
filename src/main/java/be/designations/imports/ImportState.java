package be.designations.imports;

/** Where an import stands. */
public enum ImportState {
    /** Its lines are being checked, in the background. */
    CHECKING,
    /** A manager decides whether the good lines are applied. */
    CHECKED,
    /** Its good lines are being applied, in the background. */
    APPLYING,
    /** Every good line was applied, or refused since. */
    APPLIED,
    /** Nobody wanted it applied. */
    DISCARDED;

    /** Whether something goes on in the background. */
    public boolean runs() {
        return this == CHECKING || this == APPLYING;
    }
}
