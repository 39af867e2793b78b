package be.designations.management.api;

import be.designations.access.Quality;
import be.designations.access.Subdivision;
import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.management.Managers;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody is, for those who may change it. */
@Schema(name = "Responsibility")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResponsibilityResource(
        UUID id,
        CodedText kind,
        @Schema(description = "Of the person") String name,
        OrganisationReference organisation,

        @Nullable @Schema(description = "Absent when it is for the whole organisation")
        QualityReference quality,

        @Nullable @Schema(description = "Absent when it is for the whole organisation or quality")
        SubdivisionReference subdivision,

        @Nullable @Schema(description = "The domain of an access manager; absent for others")
        CodedText domain,

        @Schema(description = "Whether it gives nothing at present")
        boolean blocked,

        @Schema(description = "False once it has ended") boolean running) {

    /** A quality, as others name it. */
    @Schema(name = "ManagedQuality")
    record QualityReference(UUID id, CodedText kind) {

        static QualityReference of(Quality quality, Texts texts) {
            return new QualityReference(
                    quality.id().value(), texts.coded("quality", quality.kind().name()));
        }
    }

    /** A subdivision, as others name it. */
    @Schema(name = "SubdivisionReference")
    record SubdivisionReference(UUID id, String name) {

        static SubdivisionReference of(Subdivision subdivision) {
            return new SubdivisionReference(subdivision.id().value(), subdivision.name());
        }
    }

    static ResponsibilityResource of(UUID id, Managers.Managed managed, Texts texts) {
        Quality quality = managed.place().quality();
        Subdivision subdivision = managed.place().subdivision();
        return new ResponsibilityResource(
                id,
                texts.coded("capacity", managed.kind().name()),
                managed.name(),
                OrganisationReference.of(managed.place().organisation()),
                quality == null ? null : QualityReference.of(quality, texts),
                subdivision == null ? null : SubdivisionReference.of(subdivision),
                texts.coded(managed.place().domain()),
                managed.blocked(),
                managed.runs());
    }
}
