package be.designations.casework.api;

import be.designations.api.After;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desks;
import be.designations.casework.Place;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Work items")
class WorkItemsController {

    private final WorkList work;
    private final Desks desks;
    private final CaseTypes types;
    private final Directory directory;
    private final Texts texts;

    WorkItemsController(WorkList work, Desks desks, CaseTypes types, Directory directory, Texts texts) {
        this.work = work;
        this.desks = desks;
        this.types = types;
        this.directory = directory;
        this.texts = texts;
    }

    @GetMapping("/api/v1/work-items")
    @Operation(
            summary = "List the work that waits for you",
            description =
                    "What waits for the desks, and for the CPAS, where you may do it; what is due first comes first.")
    Items<WorkItemResource> list(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = "me")
                    @Parameter(description = "me: only what you have taken", schema = @Schema(allowableValues = "me"))
                    String assignee,
            @RequestParam(required = false) @Nullable After after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        WorkList.Query all = desks.workFor(actor);
        List<WorkList.Line> found = work.page(
                assignee == null ? all : all.takenBy(actor.person()),
                after == null ? null : new Place(after.at(), after.id()),
                size + 1);
        Map<OrganisationId, OrganisationReference> organisations = OrganisationReference.byId(directory.organisations(
                found.stream().map(WorkList.Line::organisation).distinct().toList()));
        return Items.page(
                found,
                size,
                line -> WorkItemResource.of(
                        line,
                        Objects.requireNonNull(organisations.get(line.organisation())),
                        types.stepsOf(line.kind()),
                        texts),
                line -> new After(line.dueAt(), line.id().value()));
    }
}
