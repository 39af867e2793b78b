package be.designations.directory;

/** An authentic register does not answer, too late, or with what cannot be: that is neither a yes nor a no. */
public class RegisterSilentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegisterSilentException(String what) {
        super(what);
    }

    public RegisterSilentException(String what, Throwable cause) {
        super(what, cause);
    }
}
