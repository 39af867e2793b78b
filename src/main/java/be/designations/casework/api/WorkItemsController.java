package be.designations.casework.api;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.api.After;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.Desk;
import be.designations.casework.WorkItemId;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Work items")
class WorkItemsController {

    private static final Set<CapacityKind> FILERS = EnumSet.of(
            CapacityKind.HEAD_OF_DAILY_MANAGEMENT,
            CapacityKind.PRINCIPAL_ACCESS_MANAGER,
            CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER);
    private static final Set<CapacityKind> ENTITY_MANAGERS =
            EnumSet.of(CapacityKind.PRINCIPAL_ACCESS_MANAGER, CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER);
    private static final Map<CapacityKind, Desk> CENTRAL_DESKS =
            Map.of(CapacityKind.DPD_REVIEWER, Desk.BCSS, CapacityKind.DPD_APPROVER, Desk.SPP_IS);

    private final WorkList work;
    private final Capacities capacities;
    private final Directory directory;
    private final Texts texts;

    WorkItemsController(WorkList work, Capacities capacities, Directory directory, Texts texts) {
        this.work = work;
        this.capacities = capacities;
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
        List<WorkList.Line> found = work.page(
                query(actor, assignee),
                after == null ? null : new WorkList.Cursor(after.at(), new WorkItemId(after.id())),
                size + 1);
        Map<OrganisationId, OrganisationReference> organisations = OrganisationReference.byId(directory.organisations(
                found.stream().map(WorkList.Line::organisation).distinct().toList()));
        return Items.page(
                found,
                size,
                line -> WorkItemResource.of(
                        line, Objects.requireNonNull(organisations.get(line.organisation())), texts),
                line -> new After(line.dueAt(), line.id().value()));
    }

    private WorkList.Query query(Actor actor, @Nullable String assignee) {
        List<Capacity> held = capacities.of(actor.person()).stream()
                .filter(capacity -> actor.speaksFor(capacity.organisation()))
                .toList();
        Set<Desk> desks = EnumSet.noneOf(Desk.class);
        held.forEach(capacity -> {
            Desk desk = CENTRAL_DESKS.get(capacity.kind());
            if (desk != null) {
                desks.add(desk);
            }
        });
        var all = new WorkList.Query(desks, organisations(held, FILERS), organisations(held, ENTITY_MANAGERS));
        return assignee == null ? all : all.takenBy(actor.person());
    }

    private static Set<OrganisationId> organisations(List<Capacity> held, Set<CapacityKind> kinds) {
        return held.stream()
                .filter(capacity -> kinds.contains(capacity.kind()))
                .map(Capacity::organisation)
                .collect(Collectors.toSet());
    }
}
