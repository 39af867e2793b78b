package be.designations.departure.api;

import be.designations.access.Responsibility;
import be.designations.access.Right;
import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.departure.Consequences;
import be.designations.departure.Relationships;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tie;
import be.designations.directory.WorkingRelationship;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.NewTie;
import be.designations.management.RelationshipDeclaration;
import be.designations.rules.RejectedException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RestController;

/** Working relationships: read, added, extended and ended. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Users")
class RelationshipsController {

    private static final String WHO =
            "For those who manage the entity, and the local and co-local managers of a quality for its users.";

    private final Relationships relationships;
    private final Texts texts;

    RelationshipsController(Relationships relationships, Texts texts) {
        this.relationships = relationships;
        this.texts = texts;
    }

    @Schema(name = "WorkingRelationship")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RelationshipResource(
            UUID id,
            UUID person,
            CodedText category,
            @Nullable String email,
            @Nullable String phone,
            Instant from,

            @Nullable
            @Schema(description = "The first instant at which it no longer holds; absent when no end is known")
            Instant until,

            @Nullable @Schema(description = "The words of who declared it")
            String reason) {}

    @Schema(name = "DepartureConsequences")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsequencesResource(
            @Nullable
            @Schema(description = "The dossier that sees to it; absent of a preview", example = "DEP-2026-00001")
            String dossier,

            @Schema(description = "When the relationship ends: the first instant at which it no longer holds")
            Instant until,

            @Schema(description = "Rights that end earlier by it")
            List<EndingResource> ending,

            @Schema(description = "Rights that another tie carries")
            List<KeptResource> kept,

            @Schema(description = "Qualities of which the person ceases to be a user")
            List<UserResource> users,

            @Schema(description = "Posts that stay, and for which a successor is asked for")
            List<PostResource> posts,

            @Schema(description = "Whether the person is the data protection officer")
            boolean officer) {}

    @Schema(name = "EndingRight")
    record EndingResource(UUID right, String role, UUID quality, Instant until) {}

    @Schema(name = "KeptRight")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeptResource(
            UUID right,
            String role,
            UUID quality,
            @Schema(description = "What carries it") CodedText tie,

            @Nullable @Schema(description = "When that ends")
            Instant tieUntil) {}

    @Schema(name = "EndingUser")
    record UserResource(UUID responsibility, @Nullable UUID quality, Instant until) {}

    @Schema(name = "PostWithoutTie")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostResource(
            UUID responsibility, CodedText kind, @Nullable UUID quality) {}

    @GetMapping("/entities/{enterpriseNumber}/people/{person}/relationships")
    @Operation(summary = "List the working relationships of a person with an entity", description = WHO)
    Items<RelationshipResource> list(
            Actor actor, @PathVariable EnterpriseNumber enterpriseNumber, @PathVariable UUID person) {
        return Items.of(
                relationships.of(actor, enterpriseNumber, new PersonId(person)).stream()
                        .map(this::resource)
                        .toList(),
                null);
    }

    @PostMapping("/entities/{enterpriseNumber}/people/{person}/relationships")
    @Operation(
            summary = "Add a working relationship",
            description = WHO + " The person is known in the entity already; nothing begins in the past.")
    @ApiResponse(responseCode = "201", description = "The relationship", useReturnTypeSchema = true)
    ResponseEntity<RelationshipResource> add(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable UUID person,
            @RequestBody @BodySchema("NewWorkingRelationship") ObjectNode json) {
        NewTie tie = Body.read(
                json,
                body -> new NewTie(
                        new RelationshipDeclaration(
                                body.read("category", RelationshipCategory::valueOf),
                                body.text("email"),
                                body.text("phone"),
                                body.optional("lastDay", Days::parse).orElse(null)),
                        body.read("firstDay", Days::parse),
                        body.optionalText("reason").orElse(null)));
        RelationshipResource added = read(actor, add(actor, enterpriseNumber, new PersonId(person), tie));
        return ResponseEntity.created(Addresses.of("/api/v1/relationships/{id}", added.id()))
                .body(added);
    }

    /** The rules name the last day as pages ask for it. */
    private UUID add(Actor actor, EnterpriseNumber entity, PersonId person, NewTie tie) {
        try {
            return relationships.add(actor, entity, person, tie);
        } catch (RejectedException refused) {
            throw refused.placed(
                    refusal -> "relationshipLastDay".equals(refusal.field()) ? refusal.at("lastDay") : refusal);
        }
    }

    @GetMapping("/relationships/{id}")
    @Operation(summary = "Read a working relationship", description = WHO)
    RelationshipResource read(Actor actor, @PathVariable UUID id) {
        return resource(relationships.managed(actor, id).relationship());
    }

    @PostMapping("/relationships/{id}/end")
    @Operation(
            summary = "End a working relationship, or see what that would come to",
            description = WHO
                    + " The last day may be past. What rests on it ends with it, unless another tie carries it; other posts "
                    + "stay and ask for a successor. Nobody ends their own.")
    ConsequencesResource end(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("RelationshipEnd") ObjectNode json) {
        return Body.read(json, body -> {
            LocalDate lastDay = body.read("lastDay", Days::parse);
            String reason = body.optionalText("reason").orElse(null);
            boolean preview = body.flag("preview");
            Consequences consequences = relationships.preview(actor, id, lastDay);
            body.end();
            return resource(consequences, preview ? null : relationships.end(actor, id, lastDay, reason));
        });
    }

    @PostMapping("/relationships/{id}/extension")
    @Operation(
            summary = "Extend a working relationship",
            description = WHO + " Rights that end with it are extended by decisions of their own.")
    RelationshipResource extend(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("RelationshipExtension") ObjectNode json) {
        Body.read(json, body -> {
            LocalDate lastDay = body.read("lastDay", Days::parse);
            String reason = body.optionalText("reason").orElse(null);
            body.end();
            relationships.extend(actor, id, lastDay, reason);
            return lastDay;
        });
        return read(actor, id);
    }

    private RelationshipResource resource(WorkingRelationship relationship) {
        return new RelationshipResource(
                relationship.id(),
                relationship.person().value(),
                texts.coded("relationship.category", relationship.category().name()),
                relationship.email(),
                relationship.phone(),
                relationship.from(),
                relationship.until(),
                relationship.reason());
    }

    private ConsequencesResource resource(Consequences consequences, @Nullable DossierNumber dossier) {
        return new ConsequencesResource(
                dossier == null ? null : dossier.value(),
                consequences.end(),
                consequences.ending().stream()
                        .map(it -> {
                            Right right = it.right();
                            return new EndingResource(
                                    right.id(), right.role(), right.quality().value(), it.at());
                        })
                        .toList(),
                consequences.kept().stream()
                        .map(it -> new KeptResource(
                                it.right().id(),
                                it.right().role(),
                                it.right().quality().value(),
                                tie(it.tie()),
                                it.tie().until()))
                        .toList(),
                consequences.users().stream()
                        .map(it -> new UserResource(it.user().id(), quality(it.user()), it.at()))
                        .toList(),
                consequences.posts().stream()
                        .map(post -> new PostResource(
                                post.id(), texts.coded("capacity", post.kind().name()), quality(post)))
                        .toList(),
                consequences.officer());
    }

    private CodedText tie(Tie tie) {
        return texts.coded(
                "replacement.tie", String.valueOf(tie.function() == null ? tie.relationship() : tie.function()));
    }

    private static @Nullable UUID quality(Responsibility held) {
        return held.quality() == null ? null : held.quality().value();
    }
}
