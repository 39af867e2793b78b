package be.designations.access;

import java.util.Set;

/** In what a person can act, the weightiest first: a responsibility, a legal function or a role of one of the desks. */
public enum CapacityKind {
    HEAD_OF_DAILY_MANAGEMENT,
    DIRECTOR,
    CHAIR,
    PRINCIPAL_ACCESS_MANAGER,
    CO_PRINCIPAL_ACCESS_MANAGER,
    LOCAL_MANAGER,
    CO_LOCAL_MANAGER,
    ACCESS_MANAGER,
    CO_ACCESS_MANAGER,
    SUBDIVISION_MANAGER,
    CO_SUBDIVISION_MANAGER,
    DPD_REVIEWER,
    DPD_APPROVER,
    SUPPORT_AGENT,
    TECHNICAL_USER,
    USER;

    /** Those who manage an entity. */
    public static final Set<CapacityKind> ENTITY_MANAGERS =
            Set.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER);

    /** Those who manage all rights of a quality: as one of the quality, or as one of its entity (D2). */
    public static final Set<CapacityKind> QUALITY_MANAGERS =
            Set.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER, LOCAL_MANAGER, CO_LOCAL_MANAGER);

    /** Those who speak for an entity by a legal function. */
    public static final Set<CapacityKind> REPRESENTATIVES = Set.of(HEAD_OF_DAILY_MANAGEMENT, DIRECTOR, CHAIR);

    /** Those who look after a domain of CSAM for an entity. */
    public static final Set<CapacityKind> DOMAIN_MANAGERS = Set.of(ACCESS_MANAGER, CO_ACCESS_MANAGER);

    /** Those who manage a part of a quality. */
    public static final Set<CapacityKind> SUBDIVISION_MANAGERS = Set.of(SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER);

    /** The roles of the desks. */
    public static final Set<CapacityKind> DESKS = Set.of(DPD_REVIEWER, DPD_APPROVER, SUPPORT_AGENT);

    /** Who puts a data protection officer forward for a CPAS, completes the file and withdraws it. */
    public static final Set<CapacityKind> DPD_FILERS =
            Set.of(HEAD_OF_DAILY_MANAGEMENT, PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER);
}
