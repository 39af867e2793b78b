package be.designations.insight.api;

import be.designations.api.CodedText;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.identifier.Niss;
import be.designations.insight.AccessOverview.RightLine;
import be.designations.insight.AccessOverview.SubdivisionName;
import be.designations.insight.AccessPages.PersonInEntity;
import be.designations.insight.Position;
import be.designations.insight.api.MeController.QualityReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with what they are in an entity. */
@Schema(name = "EntityUser")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntityUserResource(
        UUID id,
        String name,

        @Nullable @Schema(description = "Only for readers whom it concerns", example = "85073003328")
        String niss,

        @Schema(description = "The weightiest first") List<PositionResource> positions) {

    static EntityUserResource of(PersonInEntity line, Texts texts) {
        Niss niss = line.person().niss();
        return new EntityUserResource(
                line.person().id().value(),
                line.person().name(),
                niss == null ? null : niss.value(),
                line.positions().stream()
                        .map(position -> PositionResource.of(position, texts))
                        .toList());
    }

    @Schema(name = "Position")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PositionResource(
            CodedText kind,

            @Nullable @Schema(description = "The quality it is limited to; absent when it is for the whole entity")
            QualityReference quality,

            @Nullable String subdivision,

            @Nullable @Schema(description = "The domain of an access manager; absent for others")
            CodedText domain,

            @Schema(description = "Whether it gives nothing at present")
            boolean blocked,

            @Schema(description = "Of a user, those that run in that quality")
            List<RightResource> rights) {

        static PositionResource of(Position position, Texts texts) {
            Position.QualityName quality = position.quality();
            SubdivisionName subdivision = position.subdivision();
            return new PositionResource(
                    texts.coded("capacity", position.kind().name()),
                    quality == null ? null : QualityReference.of(quality.id(), quality.kind(), texts),
                    subdivision == null ? null : subdivision.name(),
                    texts.coded(position.domain()),
                    position.blocked(),
                    position.rights().stream().map(RightResource::of).toList());
        }
    }

    @Schema(name = "Right")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RightResource(
            @Schema(example = "SOCIAL_WORKER") String role,
            LocalizedString roleName,
            LocalizedString application,
            Instant since,

            @Nullable
            @Schema(description = "The first instant at which it no longer holds; absent when no end is known")
            Instant until) {

        static RightResource of(RightLine right) {
            return new RightResource(
                    right.roleCode(),
                    LocalizedString.of(right.role()),
                    LocalizedString.of(right.application()),
                    right.from(),
                    right.until());
        }
    }
}
