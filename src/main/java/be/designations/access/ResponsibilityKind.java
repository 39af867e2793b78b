package be.designations.access;

import java.util.Set;

/** What a person can be in an entity or one of its qualities (S000, S001; D1). */
public enum ResponsibilityKind {
    /** RAE, also called GAP: one an entity. */
    PRINCIPAL_ACCESS_MANAGER,
    CO_PRINCIPAL_ACCESS_MANAGER,
    /** GL, also called GA: one a quality. */
    LOCAL_MANAGER,
    CO_LOCAL_MANAGER,
    SUBDIVISION_MANAGER,
    CO_SUBDIVISION_MANAGER,
    /** GA of a domain of CSAM: one an entity and domain. */
    ACCESS_MANAGER,
    CO_ACCESS_MANAGER,
    /** Contact for structured messages: one a quality. */
    TECHNICAL_USER,
    /** Known in the quality, with such applications as were added. */
    USER;

    /** Those who manage an entity. */
    public static final Set<ResponsibilityKind> ENTITY_MANAGERS =
            Set.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER);

    /** Those who manage one quality. */
    public static final Set<ResponsibilityKind> QUALITY_MANAGERS = Set.of(LOCAL_MANAGER, CO_LOCAL_MANAGER);

    /** Those who look after a domain of CSAM for an entity. */
    public static final Set<ResponsibilityKind> DOMAIN_MANAGERS = Set.of(ACCESS_MANAGER, CO_ACCESS_MANAGER);

    /** What keeps a person from becoming local manager of the same quality (S002 §2). */
    public static final Set<ResponsibilityKind> EXCLUDED_BY_LOCAL_MANAGER = Set.of(CO_LOCAL_MANAGER, USER);

    /** What ends in a quality for whoever becomes its local manager by a change, who manages all of it then (D27). */
    public static final Set<ResponsibilityKind> ENDED_BY_LOCAL_MANAGER =
            Set.of(CO_LOCAL_MANAGER, USER, SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER);
}
