package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;

/** The kinds of number by which people, organisations and qualities are known. */
public enum IdentifierKind {
    NISS,
    ENTERPRISE_NUMBER,
    ESTABLISHMENT_UNIT_NUMBER,
    NSSO_NUMBER,
    PPL_NUMBER;

    InvalidIdentifierException refused(Reason reason) {
        return new InvalidIdentifierException(this, reason);
    }

    /**
     * Reads a number whose kind is only known at run time, such as the identifier of a quality.
     *
     * @throws InvalidIdentifierException if the text is not a number of this kind
     */
    public Identifier read(String text) {
        return switch (this) {
            case NISS -> Niss.of(text);
            case ENTERPRISE_NUMBER -> EnterpriseNumber.of(text);
            case ESTABLISHMENT_UNIT_NUMBER -> EstablishmentUnitNumber.of(text);
            case NSSO_NUMBER -> NssoNumber.of(text);
            case PPL_NUMBER -> PplNumber.of(text);
        };
    }
}
