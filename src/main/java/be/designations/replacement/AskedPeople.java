package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * Who is asked to replace a manager: for the principal access manager the legal representatives; for the others the
 * principal and co-principal access managers, whoever is to be replaced only when nobody else is there.
 */
final class AskedPeople {

    private AskedPeople() {}

    /** Whether the legal representatives replace whoever is that. */
    static boolean areRepresentatives(ResponsibilityKind kind) {
        return kind == ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER;
    }

    static List<PersonId> of(Responsibility held, Directory directory, AccessModel access, Instant at) {
        if (areRepresentatives(held.kind())) {
            return directory.representatives(held.organisation(), at);
        }
        List<PersonId> managers = access.holders(held.organisation(), ResponsibilityKind.ENTITY_MANAGERS, at).stream()
                .distinct()
                .toList();
        List<PersonId> others = managers.stream()
                .filter(manager -> !manager.equals(held.person()))
                .toList();
        return others.isEmpty() ? managers : others;
    }
}
