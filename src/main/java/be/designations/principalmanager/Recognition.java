package be.designations.principalmanager;

/** Whether the register of enterprises recognises somebody as representing an enterprise now, and if not why (S003). */
public enum Recognition {
    RECOGNISED,
    /** The register knows no legal function of theirs there. */
    NO_FUNCTION,
    /** It ended. */
    FUNCTION_ENDED,
    /** It has not begun. */
    FUNCTION_TO_COME,
    /** The enterprise has stopped since. */
    ENTERPRISE_STOPPED,
    /** They did not sign in with eID or itsme. */
    SIGN_IN_TOO_WEAK,
    /** The register does not answer: neither yes nor no. */
    REGISTER_SILENT
}
