package be.designations.principalmanager;

/** Why somebody who represents an entity cannot show it by the register of enterprises. */
public enum Ground {
    /** The register shows no function of theirs that is valid now. */
    FUNCTION_NOT_IN_REGISTER,
    /** The entity, or the one that represents it, is foreign. */
    FOREIGN_COMPANY,
    /** They have no card with which to sign in surely enough. */
    NO_EID,
    /** The register did not answer, and they cannot wait for it. */
    REGISTER_SILENT;

    /** The one that follows from what the register said. */
    public static Ground of(Recognition recognition) {
        return switch (recognition) {
            case SIGN_IN_TOO_WEAK -> NO_EID;
            case REGISTER_SILENT -> REGISTER_SILENT;
            case RECOGNISED, NO_FUNCTION, FUNCTION_ENDED, FUNCTION_TO_COME, ENTERPRISE_STOPPED ->
                FUNCTION_NOT_IN_REGISTER;
        };
    }
}
