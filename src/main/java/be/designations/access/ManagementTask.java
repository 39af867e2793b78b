package be.designations.access;

import static be.designations.access.CapacityKind.CO_ACCESS_MANAGER;
import static be.designations.access.CapacityKind.CO_LOCAL_MANAGER;
import static be.designations.access.CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER;
import static be.designations.access.CapacityKind.CO_SUBDIVISION_MANAGER;
import static be.designations.access.CapacityKind.PRINCIPAL_ACCESS_MANAGER;
import static be.designations.access.CapacityKind.SUBDIVISION_MANAGER;

import java.util.EnumSet;
import java.util.Set;

/**
 * What managers do, and who of them does it. The principal access manager administers like a local manager in every quality
 * (D2), and the co-managers of each do the same but for what D4 keeps from them. <i>Source: A2, D2, D4, D5, D6.</i>
 */
public enum ManagementTask {
    /** Change the entity's own data. */
    ENTITY_DETAILS(Managers.OF_ENTITY),
    /** Activate a quality. */
    QUALITIES(Managers.OF_ENTITY),
    /** Search people over all qualities. */
    SEARCH(Managers.OF_ENTITY),
    /** Designate, block, unblock and delete co-principal access managers. */
    CO_PRINCIPAL_MANAGERS(Managers.OF_ENTITY),
    /** Name, replace, block, unblock and remove access managers and co-access managers of a domain (S003). */
    DOMAIN_MANAGERS(Managers.OF_ENTITY),
    /** Name, block, unblock and remove co-access managers of a domain: not for co-access managers themselves (D4, D6). */
    CO_DOMAIN_MANAGERS(Managers.OF_DOMAIN_WITHOUT_CO_MANAGERS),
    /** Designate, change, block, unblock and delete the local manager of a quality. */
    LOCAL_MANAGER(Managers.OF_ENTITY),
    /** Name, block, unblock and delete co-local managers: not for co-local managers themselves (D4, D6). */
    CO_LOCAL_MANAGERS(Managers.OF_QUALITY_WITHOUT_CO_MANAGERS),
    /** Change the e-mail address of a quality. */
    QUALITY_EMAIL(Managers.OF_QUALITY),
    /** Name the contact for structured messages. */
    TECHNICAL_USER(Managers.OF_QUALITY),
    /** Make subdivisions, name their managers, move users between them. */
    SUBDIVISIONS(Managers.OF_QUALITY),
    /**
     * Add users, add and remove their applications; in a subdivision for its managers, of a domain's applications for those
     * of the domain.
     */
    RIGHTS(Managers.OF_RIGHTS),
    /**
     * End, extend and add working relationships with the entity; for those who manage a quality only of its users, and as far as nothing
     * ends elsewhere by it (D39).
     */
    RELATIONSHIPS(Managers.OF_QUALITY),
    /** Delete, block and unblock users; in a subdivision for its managers. */
    USERS(Managers.OF_USERS);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, which the checker cannot see
    private final Set<CapacityKind> by;

    ManagementTask(Set<CapacityKind> by) {
        this.by = Set.copyOf(by);
    }

    /** In which capacities one does this; each within its own entity, domain, quality or subdivision. */
    public Set<CapacityKind> by() {
        return by;
    }

    /** Under which task somebody is made that, replaced, blocked, unblocked and deleted. */
    public static ManagementTask of(ResponsibilityKind kind) {
        return switch (kind) {
            // Designated by the legal representative; whoever manages the entity learns from the rule why not by them.
            case PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER -> CO_PRINCIPAL_MANAGERS;
            case LOCAL_MANAGER -> LOCAL_MANAGER;
            case ACCESS_MANAGER -> DOMAIN_MANAGERS;
            case CO_ACCESS_MANAGER -> CO_DOMAIN_MANAGERS;
            case CO_LOCAL_MANAGER -> CO_LOCAL_MANAGERS;
            case SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER -> SUBDIVISIONS;
            case TECHNICAL_USER -> TECHNICAL_USER;
            case USER -> USERS;
        };
    }

    /** Groups of managers, each one level of the hierarchy wider. */
    private static final class Managers {

        private static final Set<CapacityKind> OF_ENTITY =
                EnumSet.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER);
        private static final Set<CapacityKind> OF_QUALITY_WITHOUT_CO_MANAGERS =
                EnumSet.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER, CapacityKind.LOCAL_MANAGER);
        private static final Set<CapacityKind> OF_QUALITY = EnumSet.of(
                PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER, CapacityKind.LOCAL_MANAGER, CO_LOCAL_MANAGER);
        private static final Set<CapacityKind> OF_DOMAIN_WITHOUT_CO_MANAGERS =
                EnumSet.of(PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER, CapacityKind.ACCESS_MANAGER);
        private static final Set<CapacityKind> OF_USERS = EnumSet.of(
                PRINCIPAL_ACCESS_MANAGER,
                CO_PRINCIPAL_ACCESS_MANAGER,
                CapacityKind.LOCAL_MANAGER,
                CO_LOCAL_MANAGER,
                SUBDIVISION_MANAGER,
                CO_SUBDIVISION_MANAGER);
        private static final Set<CapacityKind> OF_RIGHTS = EnumSet.of(
                PRINCIPAL_ACCESS_MANAGER,
                CO_PRINCIPAL_ACCESS_MANAGER,
                CapacityKind.LOCAL_MANAGER,
                CO_LOCAL_MANAGER,
                CapacityKind.ACCESS_MANAGER,
                CO_ACCESS_MANAGER,
                SUBDIVISION_MANAGER,
                CO_SUBDIVISION_MANAGER);
    }
}
