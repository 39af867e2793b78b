package be.designations.management.api;

import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.management.Place;
import be.designations.management.QualityAdministration;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What managers do with a quality itself: its mailbox and its subdivisions. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Managers")
class QualityManagementController {

    private final QualityAdministration qualities;
    private final Texts texts;

    QualityManagementController(QualityAdministration qualities, Texts texts) {
        this.qualities = qualities;
        this.texts = texts;
    }

    /** A part of a quality whose users have managers of their own. */
    @Schema(name = "Subdivision")
    record SubdivisionResource(UUID id, String name, ResponsibilityResource.QualityReference quality) {}

    @PutMapping("/qualities/{id}/email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change the e-mail address of a quality",
            description = "For those who manage the quality or the entity. The former address is told, too.")
    void changeEmail(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("EmailChange") ObjectNode json) {
        qualities.changeEmail(actor, new QualityId(id), Body.read(json, body -> body.text("email")));
    }

    @PostMapping("/qualities/{id}/subdivisions")
    @Operation(
            summary = "Make a subdivision",
            description = "For those who manage the quality or the entity. Its managers are named afterwards.")
    @ApiResponse(
            responseCode = "201",
            description = "The subdivision; Location is its address",
            useReturnTypeSchema = true)
    ResponseEntity<SubdivisionResource> createSubdivision(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("SubdivisionName") ObjectNode json) {
        SubdivisionId made = qualities.createSubdivision(actor, new QualityId(id), name(json));
        return ResponseEntity.created(Addresses.of("/api/v1/subdivisions/{id}", made.value()))
                .body(subdivision(actor, made.value()));
    }

    @GetMapping("/subdivisions/{id}")
    @Operation(summary = "Read a subdivision", description = "For those who manage the quality or the entity.")
    SubdivisionResource subdivision(Actor actor, @PathVariable UUID id) {
        Place place = qualities.place(actor, new SubdivisionId(id));
        Subdivision subdivision = Objects.requireNonNull(place.subdivision());
        Quality quality = Objects.requireNonNull(place.quality());
        return new SubdivisionResource(
                subdivision.id().value(),
                subdivision.name(),
                ResponsibilityResource.QualityReference.of(quality, texts));
    }

    @PatchMapping("/subdivisions/{id}")
    @Operation(summary = "Rename a subdivision", description = "For those who manage the quality or the entity.")
    SubdivisionResource renameSubdivision(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("SubdivisionName") ObjectNode json) {
        qualities.renameSubdivision(actor, new SubdivisionId(id), name(json));
        return subdivision(actor, id);
    }

    private static String name(ObjectNode json) {
        return Body.read(json, body -> body.text("name"));
    }
}
