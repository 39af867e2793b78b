package be.designations.management;

import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.directory.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Where something is managed.
 *
 * @param quality     null for the whole entity
 * @param subdivision null for the whole entity or quality
 */
public record Place(
        Organisation organisation,
        @Nullable Quality quality,
        @Nullable Subdivision subdivision) {

    @Nullable
    QualityId qualityId() {
        return quality == null ? null : quality.id();
    }

    @Nullable
    SubdivisionId subdivisionId() {
        return subdivision == null ? null : subdivision.id();
    }

    /** The page on which it is seen. */
    public String path() {
        return quality == null
                ? "/entities/" + organisation.enterpriseNumber().value()
                : "/qualities/" + quality.id().value();
    }
}
