package be.designations.insight.api;

import be.designations.insight.AccessOverview;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user of a quality with their rights. */
@Schema(name = "User")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserResource(
        HoldingResource.PersonResource person,

        @Schema(description = "Since when they are known in the quality")
        Instant since,

        @Nullable @Schema(description = "The first instant at which they no longer are; absent when no end is known")
        Instant until,

        @Nullable @Schema(description = "Absent when they are in none")
        SubdivisionReference subdivision,

        @Schema(description = "Whether their rights give nothing at present")
        boolean blocked,

        @Schema(description = "Those that run") List<EntityUserResource.RightResource> rights) {

    @Schema(name = "UserSubdivision")
    record SubdivisionReference(UUID id, String name) {}

    static UserResource of(AccessOverview.UserLine line) {
        AccessOverview.SubdivisionName subdivision = line.subdivision();
        return new UserResource(
                HoldingResource.PersonResource.of(line.person()),
                line.since(),
                line.until(),
                subdivision == null ? null : new SubdivisionReference(subdivision.id(), subdivision.name()),
                line.blocked(),
                line.rights().stream().map(EntityUserResource.RightResource::of).toList());
    }
}
