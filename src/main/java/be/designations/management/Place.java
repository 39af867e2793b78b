package be.designations.management;

import be.designations.access.DomainCode;
import be.designations.access.DomainName;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Where something is managed.
 *
 * @param quality     null for the whole entity
 * @param subdivision null for the whole entity or quality
 * @param domain      of the entity, or null for all of them
 */
public record Place(
        Organisation organisation,
        @Nullable Quality quality,
        @Nullable Subdivision subdivision,
        @Nullable DomainName domain) {

    /** One that is not a domain. */
    public Place(Organisation organisation, @Nullable Quality quality, @Nullable Subdivision subdivision) {
        this(organisation, quality, subdivision, null);
    }

    @Nullable
    QualityId qualityId() {
        return quality == null ? null : quality.id();
    }

    @Nullable
    SubdivisionId subdivisionId() {
        return subdivision == null ? null : subdivision.id();
    }

    @Nullable
    DomainCode domainCode() {
        return domain == null ? null : domain.code();
    }

    /** What somebody is or what was done there, with the domain that it is for. */
    public String named(String what, Language language) {
        return domain == null ? what : what + " – " + domain.name().in(language);
    }

    /** The page on which it is seen. */
    public String path() {
        if (quality != null) {
            return "/qualities/" + quality.id().value();
        }
        String entity = "/entities/" + organisation.enterpriseNumber().value();
        return domain == null ? entity : entity + "/access-managers";
    }
}
