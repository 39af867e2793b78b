package be.designations.directory;

/**
 * How surely the person was recognised: the levels of CSAM's authentication service, 100 (password) to 500 (eID).
 *
 * @param value from 0 (not known) to 500
 */
public record SignInLevel(int value) {

    /** eID card with reader. */
    public static final SignInLevel EID = new SignInLevel(500);

    /** itsme. */
    public static final SignInLevel ITSME = new SignInLevel(450);

    public boolean isAtLeast(SignInLevel other) {
        return value >= other.value;
    }
}
