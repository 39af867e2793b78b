package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.directory.TargetGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is granted to a person in a quality. <i>Source: S001 §3.</i>
 *
 * @param application   code of its home application
 * @param alsoOpens     codes of other applications of the same quality that it opens too
 * @param description   empty in all languages when there is none
 * @param quality       of its home application
 * @param domains       of all the applications that it opens
 * @param neededLevel   of its home application
 * @param longestMonths how many months, 1 to 120, a right of it may last; null when it may stay open
 * @param takesContext  whether a right of it may be narrowed to establishment units
 * @param excludes      codes of the roles that nobody has together with it (D20)
 * @param onlyFor       the only kind of entity in which it is granted; null when any will do
 * @param targetGroups  the groups of entities to which it is granted (S003); empty for every entity
 * @param retired       whether it is granted no more; what was granted stays
 */
public record Role(
        String code,
        String application,
        Set<String> alsoOpens,
        Translated name,
        Translated description,
        QualityKind quality,
        Set<DomainCode> domains,
        SignInLevel neededLevel,
        @Nullable Integer longestMonths,
        boolean takesContext,
        Set<String> excludes,
        @Nullable OrganisationKind onlyFor,
        Set<TargetGroup> targetGroups,
        boolean retired)
        implements CatalogueItem {

    public Role {
        alsoOpens = Set.copyOf(alsoOpens);
        domains = Set.copyOf(domains);
        excludes = Set.copyOf(excludes);
        targetGroups = Set.copyOf(targetGroups);
    }

    Role excluding(Set<String> others) {
        return new Role(
                code,
                application,
                alsoOpens,
                name,
                description,
                quality,
                domains,
                neededLevel,
                longestMonths,
                takesContext,
                others,
                onlyFor,
                targetGroups,
                retired);
    }

    @Override
    public String key() {
        return code;
    }
}
