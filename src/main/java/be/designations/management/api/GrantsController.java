package be.designations.management.api;

import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Grants;
import be.designations.management.api.UsersController.RoleResource;
import be.designations.management.api.UsersController.UserActionResult;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rights by entity, whatever the quality. */
@RestController
@RequestMapping("/api/v1/entities/{enterpriseNumber}")
@Tag(name = "Rights")
class GrantsController {

    private final Grants grants;
    private final Bodies bodies;
    private final Texts texts;

    GrantsController(Grants grants, Bodies bodies, Texts texts) {
        this.grants = grants;
        this.bodies = bodies;
        this.texts = texts;
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
