package be.designations.decisions.api;

/** A request that is none: its message says why, for the answer 400. */
class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
