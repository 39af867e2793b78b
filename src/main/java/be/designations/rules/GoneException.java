package be.designations.rules;

/** What was asked for was here and is gone for good; whoever asks may know that. */
public final class GoneException extends RuntimeException {

    private final transient Rejection rejection;

    public GoneException(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
