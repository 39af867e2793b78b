package be.designations.dpd.api;

import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Preferred;
import be.designations.casework.DossierNumber;
import be.designations.casework.api.DossierResources;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDrafts;
import be.designations.forms.FormValues;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dpd-applications")
@Tag(name = "Applications")
class ApplicationsController {

    private final DpdDesignations designations;
    private final DpdDrafts drafts;
    private final TypedAnswers answers;
    private final DpdResources resources;
    private final DossierResources dossierResources;
    private final Directory directory;

    ApplicationsController(
            DpdDesignations designations,
            DpdDrafts drafts,
            TypedAnswers answers,
            DpdResources resources,
            DossierResources dossierResources,
            Directory directory) {
        this.designations = designations;
        this.drafts = drafts;
        this.answers = answers;
        this.resources = resources;
        this.dossierResources = dossierResources;
        this.directory = directory;
    }

    @PostMapping
    @Operation(
            summary = "Start a draft",
            description = "A CPAS has one draft at a time: the one it has already comes back with 200. "
                    + "After a refusal the draft starts filled in.")
    @ApiResponse(responseCode = "200", description = "The draft that the CPAS has already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "A new draft; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<DraftResource> start(Actor actor, @RequestBody @BodySchema("NewDpdApplication") ObjectNode json) {
        Body body = Body.of(json);
        EnterpriseNumber number = EnterpriseNumber.parse(body.text("cpas"))
                .orElseThrow(() -> new RejectedException(Rejection.ofField("api.enterprise-number", "cpas")));
        body.end();
        OrganisationId cpas = directory
                .findOrganisation(number)
                .map(Organisation::id)
                .orElseThrow(() -> new NotFoundException("organisation"));
        Optional<ApplicationId> before = drafts.findDraft(actor, cpas).map(DpdApplication::id);
        DpdApplication draft = designations.startDraft(actor, cpas);
        boolean isNew = !before.equals(Optional.of(draft.id()));
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .location(
                        Addresses.of("/api/v1/dpd-applications/{id}", draft.id().value()))
                .body(resources.application(actor, draft));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an application",
            description =
                    "A draft is for those who may file for the CPAS; once it is sent, for the readers of the dossier.")
    DraftResource read(Actor actor, @PathVariable UUID id) {
        return resources.application(actor, drafts.find(actor, new ApplicationId(id)));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Save a draft",
            description =
                    "Replaces all answers. They are kept as they are sent, right or wrong, and the issues in the answer "
                            + "say what is still to be mended before the draft can be sent. Refused are fields that the form does "
                            + "not have, values of the wrong JSON type and codes that a field does not offer.")
    DraftResource save(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("DpdApplicationDraft") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        FormValues typed = answers.read(body);
        return resources.application(actor, designations.saveDraft(actor, new ApplicationId(id), version, typed));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away", description = "With its documents. An application that was sent stays.")
    void discard(Actor actor, @PathVariable UUID id, @RequestParam int version) {
        designations.discardDraft(actor, new ApplicationId(id), version);
    }

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Send an application",
            description =
                    "BCSS is asked for its opinion. Sent twice, it is sent once: the second time answers with the same "
                            + "dossier and 200.")
    @ApiResponse(
            responseCode = "200",
            description = "It was sent before",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Dossier")))
    @ApiResponse(
            responseCode = "201",
            description = "The dossier; Location is its address",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Dossier")))
    ResponseEntity<Map<String, Object>> submit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = Preferred.HEADER, required = false)
                    @Nullable
                    @Parameter(description = Preferred.DESCRIPTION)
                    String prefer,
            @RequestBody @BodySchema("DpdApplicationSubmission") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        body.end();
        ApplicationId application = new ApplicationId(id);
        boolean isDraft = drafts.find(actor, application).status() == ApplicationStatus.DRAFT;
        DossierNumber number = designations.submit(actor, application, version);
        return Preferred.answer(
                ResponseEntity.status(isDraft ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(Addresses.of("/api/v1/dossiers/{number}", number)),
                prefer,
                () -> dossierResources.read(actor, number));
    }
}
