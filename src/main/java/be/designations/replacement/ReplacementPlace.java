package be.designations.replacement;

import be.designations.access.Quality;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Subdivision;
import be.designations.access.Translated;
import be.designations.directory.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What a manager is to be replaced as, and where.
 *
 * @param quality     null for the whole entity and for a domain
 * @param subdivision the subdivision of that quality, or null
 * @param domain      the name of the domain of CSAM, or null
 */
public record ReplacementPlace(
        Responsibility held,
        Organisation entity,
        @Nullable Quality quality,
        @Nullable Subdivision subdivision,
        @Nullable Translated domain) {

    /** Whether the local manager follows from the approval of a data protection officer (S002). */
    public boolean isOfficersPost() {
        return held.kind() == ResponsibilityKind.LOCAL_MANAGER
                && quality != null
                && quality.kind() == QualityKind.SOCIAL_ACTION;
    }

    /** The page on which that manager is replaced or removed. */
    public String path() {
        String number = entity.enterpriseNumber().value();
        return switch (held.kind()) {
            case PRINCIPAL_ACCESS_MANAGER -> "/principal-manager/" + number;
            case CO_PRINCIPAL_ACCESS_MANAGER -> "/entities/" + number + "/co-managers";
            case ACCESS_MANAGER, CO_ACCESS_MANAGER -> "/entities/" + number + "/access-managers";
            case SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER -> qualityPath() + "/subdivisions";
            case LOCAL_MANAGER, CO_LOCAL_MANAGER, TECHNICAL_USER, USER -> qualityPath();
        };
    }

    private String qualityPath() {
        return "/qualities/" + (quality == null ? "" : quality.id().value());
    }
}
