package be.designations.deputies.api;

import be.designations.access.CapacityKind;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.CaseTypes;
import be.designations.deputies.Deputation;
import be.designations.deputies.Deputies;
import be.designations.deputies.DoneInPlace;
import be.designations.deputies.NewDeputation;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deputies: found, named, ended, and what they did. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Me")
class DeputiesController {

    private static final int A_PAGE = 50;

    private final Deputies deputies;
    private final Directory directory;
    private final CaseTypes types;
    private final Texts texts;

    DeputiesController(Deputies deputies, Directory directory, CaseTypes types, Texts texts) {
        this.deputies = deputies;
        this.directory = directory;
        this.types = types;
        this.texts = texts;
    }

    @Schema(name = "PersonReference")
    record PersonReference(UUID id, String name) {}

    @Schema(name = "Deputation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeputationResource(
            UUID id,
            @Schema(description = "In whose place") PersonReference principal,
            @Schema(description = "Who works in that place") PersonReference deputy,
            CodedText capacity,
            OrganisationReference organisation,
            Instant from,

            @Schema(description = "The first instant at which it no longer holds")
            Instant until,

            @Nullable String reason,

            @Schema(description = "Whether it counts now, and why not")
            CodedText state,

            @Nullable @Schema(description = "When it was ended before its time; absent when it was not")
            Instant endedAt,

            @Nullable String endReason) {}

    @Schema(name = "OwnDeputies")
    record OwnDeputies(
            @Schema(description = "Who works in your place, the latest first")
            List<DeputationResource> named,

            @Schema(description = "In whose place you work, or will")
            List<DeputationResource> standsIn) {}

    @Schema(name = "DoneInPlace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoneResource(
            Instant at,
            @Schema(example = "DPD-2026-00001") String dossier,
            CodedText event,
            @Schema(description = "Who did it") String deputy,
            @Nullable String reason) {}

    @GetMapping("/deputies")
    @Operation(
            summary = "List your deputies, and those for whom you stand in",
            description =
                    "A deputation counts while the person stood in for has the role, unblocked, and the deputy could have it.")
    OwnDeputies own(Actor actor) {
        Deputies.Overview overview = deputies.overview(actor);
        return new OwnDeputies(resources(overview.named()), resources(overview.standsIn()));
    }

    @GetMapping("/deputies/colleagues")
    @Operation(
            summary = "Find colleagues whom you can name",
            description = "For those at the desks of BCSS, SPP IS and support, in their own name.")
    Items<PersonReference> colleagues(
            Actor actor,
            @RequestParam(defaultValue = "") @Parameter(description = "Beginnings of words of the name") String name) {
        return Items.of(
                deputies.colleagues(actor, name).stream()
                        .map(colleague -> new PersonReference(colleague.id().value(), colleague.name()))
                        .toList(),
                null);
    }

    @PostMapping("/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Name a deputy",
            description =
                    "For a period, for some or all of what you are at desks; never for what the deputy could not be. A deputy "
                            + "names no deputy. Naming the same again changes nothing. Both are told by mail.")
    @ApiResponse(responseCode = "201", description = "One for each capacity", useReturnTypeSchema = true)
    Items<DeputationResource> name(Actor actor, @RequestBody @BodySchema("NewDeputation") ObjectNode json) {
        NewDeputation wanted = Body.read(
                json,
                body -> new NewDeputation(
                        new PersonId(body.read("deputy", UUID::fromString)),
                        Set.copyOf(body.list("capacities", CapacityKind::valueOf)),
                        body.read("firstDay", LocalDate::parse),
                        body.read("lastDay", LocalDate::parse),
                        body.optionalText("reason").orElse(null)));
        return Items.of(resources(deputies.name(actor, wanted)), null);
    }

    @PostMapping("/deputies/{id}/end")
    @Operation(
            summary = "End a deputation at once",
            description = "For the two whom it concerns, and for support with a reason. What has ended stays as it is.")
    DeputationResource end(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("DeputationEnd") ObjectNode json) {
        String reason = Body.read(json, body -> body.optionalText("reason").orElse(""));
        return resources(List.of(deputies.end(actor, id, reason))).get(0);
    }

    @GetMapping("/deputies/done")
    @Operation(summary = "List what was done in your place", description = "The latest first.")
    Items<DoneResource> done(Actor actor, @RequestParam(required = false) @Nullable Long after) {
        return Items.page(deputies.done(actor, after, A_PAGE + 1), A_PAGE, this::resource, DoneInPlace::id);
    }

    @GetMapping("/support/deputies")
    @Operation(
            summary = "List all deputations that are not over",
            description = "For support; those that end first at the head.")
    Items<DeputationResource> all(Actor actor, @RequestParam(required = false) @Nullable UUID after) {
        List<Deputation> found = deputies.open(actor, after, A_PAGE + 1);
        return Items.of(
                resources(found.subList(0, Math.min(A_PAGE, found.size()))),
                found.size() > A_PAGE ? found.get(A_PAGE - 1).id() : null);
    }

    private DoneResource resource(DoneInPlace done) {
        return new DoneResource(
                done.at(),
                done.number().value(),
                texts.coded(
                        done.event(),
                        List.of(
                                "timeline." + types.of(done.kind()).key() + "." + done.event(),
                                "timeline." + done.event())),
                done.deputy(),
                done.reason());
    }

    private List<DeputationResource> resources(Collection<Deputation> found) {
        Map<PersonId, PersonReference> people = directory
                .people(found.stream()
                        .flatMap(one -> Stream.of(one.principal(), one.deputy()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(
                        Person::id, person -> new PersonReference(person.id().value(), person.displayName())));
        Map<OrganisationId, OrganisationReference> offices = OrganisationReference.byId(directory.organisations(
                found.stream().map(Deputation::organisation).distinct().toList()));
        return found.stream()
                .map(one -> new DeputationResource(
                        one.id(),
                        Objects.requireNonNull(people.get(one.principal())),
                        Objects.requireNonNull(people.get(one.deputy())),
                        texts.coded("capacity", one.capacity().name()),
                        Objects.requireNonNull(offices.get(one.organisation())),
                        one.from(),
                        one.until(),
                        one.reason(),
                        texts.coded("deputies.state", one.state()),
                        one.endedAt(),
                        one.endReason()))
                .toList();
    }
}
