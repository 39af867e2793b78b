package be.designations.primaweb;

/**
 * In what somebody enters PrimaWeb, the weightiest first. Roles are of access management, profiles of PrimaWeb. <i>Source: A9,
 * D3.</i>
 */
public enum PrimaWebRole {
    LOCAL_MANAGER,
    CO_LOCAL_MANAGER,
    CONFIGURATION,
    SOCIAL_WORKER;

    /** The role of access management that somebody is given to work in PrimaWeb. */
    public static final String SOCIAL_WORKER_CODE = "SOCIAL_WORKER";

    /** The role of access management of who looks after the profiles: Gestion Primaweb, or Configuration CPAS. */
    public static final String CONFIGURATION_CODE = "PRIMA_WEB_CONFIGURATION";

    /** Whether it makes and gives profiles. */
    public boolean manages() {
        return this != SOCIAL_WORKER;
    }
}
