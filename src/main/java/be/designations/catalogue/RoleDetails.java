package be.designations.catalogue;

import be.designations.access.Translated;
import be.designations.directory.OrganisationKind;
import be.designations.directory.TargetGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says about a role; checked by {@link CatalogueRulesPolicy}.
 *
 * @param application   code of its home application; blank when none was chosen
 * @param excludes      codes of the roles that nobody has together with it (D20); these exclude it, too
 * @param targetGroups  the groups of entities to which it is granted; empty for every entity
 * @param longestMonths null for no limit; 0 stands for what is no whole number
 */
public record RoleDetails(
        String application,
        Set<String> alsoOpens,
        Translated name,
        Translated description,
        @Nullable Integer longestMonths,
        boolean takesContext,
        Set<String> excludes,
        @Nullable OrganisationKind onlyFor,
        Set<TargetGroup> targetGroups) {

    public RoleDetails {
        name = name.tidy();
        description = description.tidy();
        alsoOpens = Set.copyOf(alsoOpens);
        excludes = Set.copyOf(excludes);
        targetGroups = Set.copyOf(targetGroups);
    }

    public static RoleDetails of(Role role) {
        return new RoleDetails(
                role.application(),
                role.alsoOpens(),
                role.name(),
                role.description(),
                role.longestMonths(),
                role.takesContext(),
                role.excludes(),
                role.onlyFor(),
                role.targetGroups());
    }
}
