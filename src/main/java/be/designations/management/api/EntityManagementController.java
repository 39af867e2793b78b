package be.designations.management.api;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.EntityAdministration;
import be.designations.management.QualityAdministration;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What managers of an entity do with the entity itself. */
@RestController
@RequestMapping("/api/v1/entities/{enterpriseNumber}")
@Tag(name = "Managers")
class EntityManagementController {

    private final EntityAdministration entities;
    private final QualityAdministration qualities;
    private final Texts texts;

    EntityManagementController(EntityAdministration entities, QualityAdministration qualities, Texts texts) {
        this.entities = entities;
        this.qualities = qualities;
        this.texts = texts;
    }

    /** How an entity is reached. */
    @Schema(name = "EntityDetails")
    record DetailsResource(
            OrganisationReference organisation,
            @Schema(example = "info@namur.example") String email,
            @Schema(example = "fr") String letterLanguage,
            @Nullable @Schema(example = "+32 81 00 00 00") String phone,

            @Nullable @Schema(description = "Whom to ask for", example = "Accueil")
            String contactPerson) {

        static DetailsResource of(Organisation organisation) {
            return new DetailsResource(
                    OrganisationReference.of(organisation),
                    organisation.email(),
                    organisation.letterLanguage().code(),
                    organisation.phone(),
                    organisation.contactPerson());
        }
    }

    /** A quality in which an entity has begun to act. */
    @Schema(name = "ActivatedQuality")
    record ActivatedQuality(
            UUID id,
            CodedText kind,
            @Schema(example = "0999000030") String identifier,
            @Nullable String email) {}

    /** A place where an entity works. */
    @Schema(name = "EstablishmentUnit")
    record UnitResource(
            @Schema(example = "2297964444") String number, String name, String postalCode, String locality) {

        static UnitResource of(EstablishmentUnit unit) {
            return new UnitResource(unit.number().value(), unit.name(), unit.postalCode(), unit.locality());
        }
    }

    @GetMapping("/details")
    @Operation(
            summary = "Read how an entity is reached",
            description = "For the principal and co-principal access managers, who may change it.")
    DetailsResource details(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        return DetailsResource.of(entities.entity(actor, enterpriseNumber, ManagementTask.ENTITY_DETAILS));
    }

    @PutMapping("/details")
    @Operation(
            summary = "Change how an entity is reached",
            description =
                    "For the principal and co-principal access managers. Name, number and address are changed in the "
                            + "register of enterprises. Without telephone or contact person the entity has none from then on.")
    DetailsResource changeDetails(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("EntityDetailsChange") ObjectNode json) {
        Body body = Body.of(json);
        String email = body.text("email");
        Language language = body.read("letterLanguage", Language::of);
        String phone = body.optionalText("phone").orElse(null);
        String person = body.optionalText("contactPerson").orElse(null);
        body.end();
        entities.changeDetails(actor, enterpriseNumber, new Organisation.Contact(email, language, phone, person));
        return details(actor, enterpriseNumber);
    }

    @PostMapping("/qualities")
    @Operation(
            summary = "Activate a quality",
            description =
                    "For the principal and co-principal access managers. Its local manager is designated afterwards.")
    @ApiResponse(responseCode = "201", description = "The quality; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<ActivatedQuality> activate(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("QualityActivation") ObjectNode json) {
        Body body = Body.of(json);
        QualityKind kind = body.read("kind", QualityKind::valueOf);
        String identifier = body.text("identifier");
        String email = body.text("email");
        body.end();
        QualityId id = entities.activateQuality(actor, enterpriseNumber, kind, identifier, email);
        var quality = Objects.requireNonNull(
                qualities.place(actor, id, ManagementTask.QUALITY_EMAIL).quality());
        return ResponseEntity.created(Addresses.of("/api/v1/qualities/{id}", id.value()))
                .body(new ActivatedQuality(
                        id.value(),
                        texts.coded("quality", quality.kind().name()),
                        quality.identifier(),
                        quality.email()));
    }

    @GetMapping("/establishment-units")
    @Operation(
            summary = "List the places where an entity works",
            description =
                    "By name. For whoever manages users in one of its qualities: rights can be limited to such places.")
    Items<UnitResource> units(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        return Items.of(
                entities.establishmentUnits(actor, enterpriseNumber).stream()
                        .map(UnitResource::of)
                        .toList(),
                null);
    }
}
