package be.designations.client;

/** There is no answer: let nobody in. */
public class DecisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    DecisionException(String message, int status) {
        super(message);
        this.status = status;
    }

    DecisionException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** Of HTTP; 0 when nothing came back. */
    public int status() {
        return status;
    }
}
