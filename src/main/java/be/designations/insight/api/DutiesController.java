package be.designations.insight.api;

import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.directory.Actor;
import be.designations.insight.DutyConflicts;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class DutiesController {

    private final DutyConflicts conflicts;

    DutiesController(DutyConflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** That somebody has two roles that exclude each other. */
    @Schema(name = "DutyConflict")
    record ConflictResource(
            @Schema(description = "Names the person in other operations")
            UUID person,

            String name,
            HeldRole first,
            HeldRole second) {}

    /** One of the two. */
    @Schema(name = "ConflictingRole")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldRole(
            @Schema(example = "DPD_REVIEWER") String role,
            LocalizedString name,

            @Schema(description = "The entity in which it was granted")
            LocalizedString organisation,

            Instant from,

            @Nullable
            @Schema(description = "The first instant at which it no longer holds; absent when no end is known")
            Instant until) {

        static HeldRole of(DutyConflicts.Held held) {
            return new HeldRole(
                    held.role(),
                    LocalizedString.of(held.name()),
                    LocalizedString.of(held.organisation()),
                    held.from(),
                    held.until());
        }
    }

    /** Where a page ended; read by Spring from the query. */
    record Place(UUID first, UUID second) {

        /** @throws IllegalArgumentException for what is not the end of a page */
        public static Place valueOf(String text) {
            String[] parts = text.split("_", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not the end of a page");
            }
            return new Place(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return first + "_" + second;
        }
    }

    @GetMapping("/api/v1/support/duty-conflicts")
    @Operation(
            summary = "List who has roles that exclude each other",
            description =
                    "For support staff, by name: whoever had both before they excluded each other keeps them until "
                            + "somebody takes one away. That it was read is written to the audit log.")
    Items<ConflictResource> conflicts(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
                    @Parameter(description = "Code of a role that is one of the two", example = "DPD_REVIEWER")
                    String role,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(
                            description = "Where the page before ended; take it from the link next",
                            schema = @Schema(type = "string"))
                    Place after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        return Items.page(
                conflicts.page(
                        actor,
                        role,
                        after == null ? null : new DutyConflicts.Cursor(after.first(), after.second()),
                        size),
                size,
                line -> new ConflictResource(
                        line.person().value(), line.name(), HeldRole.of(line.first()), HeldRole.of(line.second())),
                line -> new Place(line.first().right(), line.second().right()));
    }
}
