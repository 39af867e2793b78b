package be.designations.management;

import be.designations.access.ManagementTask;
import be.designations.access.SubdivisionId;
import be.designations.identifier.EstablishmentUnitNumber;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a manager does with one or many users of a quality at once: the choices before “Exécuter” (A6). */
public sealed interface UserAction {

    /** The words of the manager, or null. */
    @Nullable
    String reason();

    default ManagementTask task() {
        return ManagementTask.USERS;
    }

    /** “Supprimer utilisateur(s)”: they cease to be users, and their rights in the quality end. */
    record Delete(@Nullable String reason) implements UserAction {}

    /** “Bloquer utilisateur(s)”: their rights stay on record and give nothing. */
    record Block(@Nullable String reason) implements UserAction {}

    /** “Débloquer utilisateur(s)”. */
    record Unblock(@Nullable String reason) implements UserAction {}

    /**
     * “Ajouter application(s)”.
     *
     * @param roles    codes of the catalogue
     * @param context  the establishment units to which the rights are limited; empty for the whole entity
     * @param lastDay  the last day of the rights, or null when no end is given
     */
    record AddApplications(
            Set<String> roles,
            Set<EstablishmentUnitNumber> context,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reason)
            implements UserAction {

        public AddApplications {
            roles = Set.copyOf(roles);
            context = Set.copyOf(context);
        }

        @Override
        public ManagementTask task() {
            return ManagementTask.RIGHTS;
        }
    }

    /**
     * “Supprimer application(s)”.
     *
     * @param roles codes of the catalogue
     */
    record RemoveApplications(Set<String> roles, @Nullable String reason) implements UserAction {

        public RemoveApplications {
            roles = Set.copyOf(roles);
        }

        @Override
        public ManagementTask task() {
            return ManagementTask.RIGHTS;
        }
    }

    /**
     * Into another subdivision.
     *
     * @param to null: into none
     */
    record Move(@Nullable SubdivisionId to, @Nullable String reason) implements UserAction {

        @Override
        public ManagementTask task() {
            return ManagementTask.SUBDIVISIONS;
        }
    }
}
