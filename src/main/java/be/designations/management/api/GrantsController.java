package be.designations.management.api;

import be.designations.api.Addresses;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Staff;
import be.designations.management.Grants;
import be.designations.management.ManagedPeople;
import be.designations.management.api.UsersController.RoleResource;
import be.designations.management.api.UsersController.UserActionResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rights by entity, whatever the quality. */
@RestController
@RequestMapping("/api/v1/entities/{enterpriseNumber}")
@Tag(name = "Rights")
class GrantsController {

    private final Grants grants;
    private final ManagedPeople people;
    private final Bodies bodies;
    private final Texts texts;

    GrantsController(Grants grants, ManagedPeople people, Bodies bodies, Texts texts) {
        this.grants = grants;
        this.people = people;
        this.bodies = bodies;
        this.texts = texts;
    }

    /** Somebody who works for an entity. */
    @Schema(name = "ManagedPerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonResource(
            @Schema(description = "Names the person in grants and revocations")
            UUID id,

            String firstName,
            String lastName,
            @Nullable LocalDate birthDate,
            @Nullable @Schema(allowableValues = {"F", "M"}) String sex,

            @Schema(description = "The category of a working relationship, or the kind of a legal function")
            CodedText tie,

            Instant from,
            @Nullable Instant until) {

        static PersonResource of(Staff.Line line, Texts texts) {
            return new PersonResource(
                    line.id().value(),
                    line.firstName(),
                    line.lastName(),
                    line.born(),
                    line.sex(),
                    texts.coded("staff.kind", line.kind()),
                    line.from(),
                    line.until());
        }
    }

    @GetMapping("/people")
    @Operation(
            summary = "List the people to whom you can grant rights in an entity",
            description =
                    "Whoever works for it or holds a legal function in it, now or later, each once. For managers of "
                            + "subdivisions and domains the users within their reach.")
    Items<PersonResource> people(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @Parameter(description = "The beginning of words of the name")
                    String q,
            @RequestParam(defaultValue = "NAME") Staff.Order sort,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Parameter(description = "Where the page before ended; take it from the link next")
                    int after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        Staff.Page found =
                people.page(actor, enterpriseNumber, new Staff.Filter(q, null, sort, descending, after + 1, size));
        return Items.of(
                found.lines().stream()
                        .map(line -> PersonResource.of(line, texts))
                        .toList(),
                found.number() < found.pages() ? found.number() : null);
    }

    @PostMapping("/people")
    @Operation(
            summary = "Add somebody to an entity by a working relationship",
            description =
                    "Rights follow from decisions of their own. Who is tied to it already is refused with 409. At most some "
                            + "numbers of people whom nothing ties to the entity are taken in an hour and a day.")
    @ApiResponse(responseCode = "201", description = "The person", useReturnTypeSchema = true)
    ResponseEntity<PersonResource> add(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("NewPerson") ObjectNode json) {
        Bodies.NewPerson wanted = bodies.newPerson(json);
        PersonId added = Bodies.placing(() -> people.add(actor, enterpriseNumber, wanted.niss(), wanted.tie()));
        return ResponseEntity.created(Addresses.of(
                        "/api/v1/entities/" + enterpriseNumber.value() + "/people/{person}/relationships",
                        added.value()))
                .body(PersonResource.of(
                        people.tied(actor, enterpriseNumber, List.of(added)).get(0), texts));
    }

    @GetMapping("/grantable-roles")
    @Operation(
            summary = "List the roles that you can grant in an entity",
            description =
                    "Over all its qualities, in the order of their French names; of a domain those of the domain.")
    Items<RoleResource> grantableRoles(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        return Items.of(
                grants.grantableRoles(actor, enterpriseNumber).stream()
                        .map(RoleResource::of)
                        .toList(),
                null);
    }

    @PostMapping("/grants")
    @Operation(
            summary = "Grant rights to one or many people",
            description =
                    "The qualities follow from the roles; who is tied to the entity and no user of the quality yet becomes "
                            + "one. Each person has a line in the answer: all that is asked or nothing, and one who is "
                            + "refused does not keep back the others.")
    UserActionResult grant(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("Grant") ObjectNode json) {
        Bodies.GrantInstruction wanted = bodies.grant(json);
        return UserActionResult.of(
                wanted.preview(),
                wanted.preview()
                        ? grants.preview(actor, enterpriseNumber, wanted.grant(), wanted.people())
                        : grants.carryOut(actor, enterpriseNumber, wanted.grant(), wanted.people()),
                texts);
    }

    @PostMapping("/revocations")
    @Operation(
            summary = "Take rights back from one or many people",
            description = "Every right of these roles ends, in each quality that you manage, those to come included.")
    UserActionResult revoke(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("Revocation") ObjectNode json) {
        Bodies.RevocationInstruction wanted = bodies.revocation(json);
        return UserActionResult.of(
                wanted.preview(),
                wanted.preview()
                        ? grants.previewRevocation(actor, enterpriseNumber, wanted.revocation(), wanted.people())
                        : grants.revoke(actor, enterpriseNumber, wanted.revocation(), wanted.people()),
                texts);
    }
}
