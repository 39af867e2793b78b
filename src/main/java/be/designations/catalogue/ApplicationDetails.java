package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.directory.SignInLevel;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says about an application; checked by {@link CatalogueRulesPolicy}.
 *
 * @param quality     null when none was chosen
 * @param domain      null when none was chosen
 * @param neededLevel null when none was chosen
 */
public record ApplicationDetails(
        Translated name,
        Translated description,
        @Nullable QualityKind quality,
        @Nullable DomainCode domain,
        @Nullable SignInLevel neededLevel) {

    public ApplicationDetails {
        name = name.tidy();
        description = description.tidy();
    }

    public static ApplicationDetails of(Application application) {
        return new ApplicationDetails(
                application.name(),
                application.description(),
                application.quality(),
                application.domain(),
                application.neededLevel());
    }
}
