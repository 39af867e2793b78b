package be.designations.rules;

/** The person sees the thing but may not do this with it; nothing was changed. */
public final class NotAllowedException extends RuntimeException {

    private final transient Rejection rejection;

    public NotAllowedException(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
