package be.designations.identifier;

/** An official number that is well formed; whether it was ever given out is for the registers to say. */
public sealed interface Identifier permits EnterpriseNumber, EstablishmentUnitNumber, Niss, NssoNumber, PplNumber {

    IdentifierKind kind();

    /** The digits alone, always as long as the kind prescribes: what is stored and exchanged. */
    String value();

    /** The digits with the separators people expect; {@code of} of the same type reads it back. */
    String formatted();
}
