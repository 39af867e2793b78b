package be.designations.casework.api;

import be.designations.api.After;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desks;
import be.designations.casework.DossierNumber;
import be.designations.casework.Place;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.casework.WorkHandling;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    private final WorkHandling handling;
    private final Provinces provinces;
    private final Clock clock;

    WorkItemsController(
            WorkList work,
            Desks desks,
            CaseTypes types,
            Directory directory,
            Texts texts,
            WorkHandling handling,
            Provinces provinces,
            Clock clock) {
        this.work = work;
        this.desks = desks;
        this.types = types;
        this.directory = directory;
        this.texts = texts;
        this.handling = handling;
        this.provinces = provinces;
        this.clock = clock;
    }

    @GetMapping("/api/v1/work-items")
    @Operation(
            summary = "List the work that waits for you",
            description =
                    "What waits for the desks, and for the CPAS, where you may do it; what is due first comes first, unless another "
                            + "order is asked for.")
    Items<WorkItemResource> list(
            Actor actor,
            @Valid @ParameterObject DossierSearch search,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(
                            description = "A kind of work, or a process for all of its own",
                            schema = @Schema(type = "string", example = "GIVE_OPINION"))
                    String step,
            @RequestParam(defaultValue = "due")
                    @Pattern(regexp = "-?(due|created)")
                    @Parameter(
                            description = "When it is due, or when it came; with - the latest first",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"due", "-due", "created", "-created"}))
                    String sort,
            @RequestParam(required = false) @Nullable After after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        Map<String, String> more = new HashMap<>();
        more.put("sort", sort);
        if (step != null) {
            more.put("step", step);
        }
        WorkAsked asked = search.read(more, types, provinces.all());
        WorkList.Query query = desks.workFor(actor)
                .only(asked.filter(actor, types, clock.instant()))
                .by(asked.order());
        List<WorkList.Line> found =
                work.page(query, after == null ? null : new Place(after.at(), after.id()), size + 1);
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
                line -> new After(
                        work.placeOf(query, line).at(),
                        work.placeOf(query, line).id()));
    }

    @GetMapping("/api/v1/work-items/colleagues")
    @Operation(
            summary = "List the colleagues to whom work can be handed",
            description =
                    "Those who work at the desk of each of these dossiers. A rule may still keep some from one of them.")
    List<Colleague> colleagues(
            Actor actor,
            @RequestParam
                    @Size(min = 1, max = WorkHandling.MOST_AT_ONCE)
                    @Parameter(description = "Numbers of dossiers")
                    List<DossierNumber> dossier) {
        return handling.colleagues(actor, dossier).stream()
                .map(person -> new Colleague(person.id().value(), person.displayName()))
                .toList();
    }

    /** Somebody who works at the same desk. */
    @Schema(name = "Colleague")
    record Colleague(UUID id, String name) {}

    @PostMapping("/api/v1/work-items/take")
    @Operation(
            summary = "Take the work of several dossiers",
            description = "Each by itself: the answer says what became of each.")
    List<WorkVerdict> take(Actor actor, @RequestBody @BodySchema("WorkItemsTaken") ObjectNode json) {
        return verdicts(handling.take(actor, Body.read(json, WorkItemsController::numbers)));
    }

    @PostMapping("/api/v1/work-items/release")
    @Operation(
            summary = "Give the work of several dossiers back",
            description = "Each by itself, so that colleagues can take it: the answer says what became of each.")
    List<WorkVerdict> release(Actor actor, @RequestBody @BodySchema("WorkItemsTaken") ObjectNode json) {
        return verdicts(handling.release(actor, Body.read(json, WorkItemsController::numbers)));
    }

    @PostMapping("/api/v1/work-items/hand-over")
    @Operation(
            summary = "Hand the work of several dossiers to a colleague",
            description =
                    "Each by itself, to somebody who may do it: the answer says what became of each. The colleague is written to once.")
    List<WorkVerdict> handOver(Actor actor, @RequestBody @BodySchema("WorkItemsHandedOver") ObjectNode json) {
        Body body = Body.of(json);
        List<DossierNumber> dossiers = numbers(body);
        PersonId colleague = new PersonId(body.read("colleague", UUID::fromString));
        String note = body.optionalText("note").orElse("");
        body.end();
        return verdicts(handling.handOver(actor, dossiers, colleague, note));
    }

    private static List<DossierNumber> numbers(Body body) {
        return body.list("dossiers", DossierNumber::valueOf);
    }

    private List<WorkVerdict> verdicts(List<WorkHandling.Verdict> verdicts) {
        return verdicts.stream().map(verdict -> WorkVerdict.of(verdict, texts)).toList();
    }
}
