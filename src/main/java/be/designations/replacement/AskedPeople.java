package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * Who is asked to replace a manager: for the principal access manager, and where nobody manages the entity, the legal
 * representatives; for the others the principal and co-principal access managers, whoever is to be replaced only when nobody
 * else is there.
 */
final class AskedPeople {

    private AskedPeople() {}

    static boolean areRepresentatives(Responsibility held, AccessModel access, Instant at) {
        return isPrincipal(held) || managers(held, access, at).isEmpty();
    }

    static boolean isPrincipal(Responsibility held) {
        return held.kind() == ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER;
    }

    static List<PersonId> of(Responsibility held, Directory directory, AccessModel access, Instant at) {
        List<PersonId> managers = isPrincipal(held) ? List.of() : managers(held, access, at);
        if (managers.isEmpty()) {
            return directory.representatives(held.organisation(), at);
        }
        List<PersonId> others = managers.stream()
                .filter(manager -> !manager.equals(held.person()))
                .toList();
        return others.isEmpty() ? managers : others;
    }

    private static List<PersonId> managers(Responsibility held, AccessModel access, Instant at) {
        return access.holders(held.organisation(), ResponsibilityKind.ENTITY_MANAGERS, at).stream()
                .distinct()
                .toList();
    }
}
