package be.designations.access;

/** The qualities in which an organisation acts, with the kind of number that identifies each (S001). */
public enum QualityKind {
    SOCIAL_ACTION(IdentifierKind.ENTERPRISE_NUMBER),
    YOUTH_CARE(IdentifierKind.ENTERPRISE_NUMBER),
    NSSO_EMPLOYER(IdentifierKind.NSSO_NUMBER),
    PPL_EMPLOYER(IdentifierKind.PPL_NUMBER),
    PUBLIC_PROCUREMENT(IdentifierKind.ENTERPRISE_NUMBER),
    RESIDENTIAL_HEALTH_CARE(IdentifierKind.ENTERPRISE_NUMBER),
    HEALTH_CARE(IdentifierKind.ENTERPRISE_NUMBER),
    SOCIAL_SECURITY(IdentifierKind.ENTERPRISE_NUMBER),
    EHEALTH_HEALTH_CARE(IdentifierKind.ENTERPRISE_NUMBER),
    FEDERAL_VALUE_ADDED_SERVICES(IdentifierKind.ENTERPRISE_NUMBER);

    private final IdentifierKind identifierKind;

    QualityKind(IdentifierKind identifierKind) {
        this.identifierKind = identifierKind;
    }

    public IdentifierKind identifierKind() {
        return identifierKind;
    }

    /** The kind of number that identifies a quality. */
    public enum IdentifierKind {
        ENTERPRISE_NUMBER,
        NSSO_NUMBER,
        PPL_NUMBER
    }
}
