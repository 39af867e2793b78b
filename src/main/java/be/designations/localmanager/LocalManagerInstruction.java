package be.designations.localmanager;

/**
 * The word of the principal access manager; the answers to {@code forms/local-manager-change.form}.
 *
 * @param niss           of the new local manager; must be the approved officer's
 * @param confirmRemoval whether what is in the way may go; needed only when something is
 */
public record LocalManagerInstruction(String niss, boolean confirmRemoval) {

    /** Without the number, which must not reach a log. */
    @Override
    public String toString() {
        return "LocalManagerInstruction";
    }
}
