package be.designations.rules;

/** There is no such thing, or it is none of this person's: which of the two is not told. */
public final class NotFoundException extends RuntimeException {

    /** @param what the kind of thing, for the log; never an identifier of a person */
    public NotFoundException(String what) {
        super(what);
    }
}
