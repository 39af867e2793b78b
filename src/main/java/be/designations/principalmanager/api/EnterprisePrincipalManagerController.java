package be.designations.principalmanager.api;

import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.UploadedFile;
import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.DocumentRules;
import be.designations.casework.DossierNumber;
import be.designations.casework.api.DossierResources;
import be.designations.directory.Actor;
import be.designations.forms.FormDefinition;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation.Incumbency;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Representation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/enterprises")
@Tag(name = "Principal access manager")
class EnterprisePrincipalManagerController {

    private final PrincipalManagers principalManagers;
    private final MandateDocuments documents;
    private final PrincipalManagerResources resources;
    private final DossierResources dossierResources;
    private final Forms forms;

    EnterprisePrincipalManagerController(
            PrincipalManagers principalManagers,
            MandateDocuments documents,
            PrincipalManagerResources resources,
            DossierResources dossierResources,
            Forms forms) {
        this.principalManagers = principalManagers;
        this.documents = documents;
        this.resources = resources;
        this.dossierResources = dossierResources;
        this.forms = forms;
    }

    @GetMapping("/represented")
    @Operation(
            summary = "List the enterprises that you represent",
            description = "As the register of enterprises says it now; 100 at the most. It answers with 503 when the "
                    + "register does not answer.")
    Items<EnterpriseResource> represented(Actor actor) {
        return new Items<>(
                principalManagers
                        .represented(actor)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE))
                        .stream()
                        .map(EnterpriseResource::of)
                        .toList(),
                null);
    }

    @GetMapping("/{number}/principal-manager")
    @Operation(
            summary = "See where you stand with an enterprise",
            description = "Whether the register of enterprises recognises you as representing it, why not, and what of "
                    + "yours is kept. Who is principal access manager now is told to whoever is recognised.")
    SituationResource situation(Actor actor, @PathVariable String number) {
        return resources.situation(actor, PrincipalManagers.numberOf(number));
    }

    @PutMapping("/{number}/principal-manager/draft")
    @Operation(
            summary = "Keep whom you want as principal access manager",
            description = "manager always; relationship when relationshipNeeded is true; mandate for the special "
                    + "procedure. Parts that are left out stay as they are.")
    SituationResource save(
            Actor actor,
            @PathVariable String number,
            @RequestBody @BodySchema("PrincipalManagerDraft") ObjectNode json) {
        EnterpriseNumber enterprise = PrincipalManagers.numberOf(number);
        Representation representation =
                principalManagers.situation(actor, enterprise).representation();
        Body body = Body.of(json);
        Optional<Body> manager = body.within("manager");
        Optional<Body> relationship = body.within("relationship");
        Optional<Body> mandate = body.within("mandate");
        body.end();
        FormDefinition who = forms.get("principal-manager");
        manager.map(answers -> answers.answers(who)).ifPresent(answers -> {
            principalManagers.checkPerson(actor, representation, answers);
            principalManagers.save(actor, enterprise, who.pages().get(0), answers);
        });
        keep(actor, enterprise, "principal-manager-relationship", relationship);
        keep(actor, enterprise, "principal-manager-mandate", mandate);
        return resources.situation(actor, enterprise);
    }

    private void keep(Actor actor, EnterpriseNumber enterprise, String form, Optional<Body> part) {
        FormDefinition definition = forms.get(form);
        part.map(answers -> answers.answers(definition))
                .ifPresent(answers -> principalManagers.save(
                        actor, enterprise, definition.pages().get(0), answers));
    }

    @PostMapping(path = "/{number}/principal-manager/draft/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add a document that shows your mandate",
            description = "One file a request, in the part files: PDF, PNG, JPEG, ODT or DOCX, told by its content, "
                    + "10 MiB at most, ten in all. The same file twice is added once.")
    @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
    ResponseEntity<DocumentResource> add(
            Actor actor, @PathVariable String number, @RequestParam(DocumentRules.FIELD) List<MultipartFile> files)
            throws IOException {
        UploadedFile file = UploadedFile.only(DocumentRules.FIELD, files);
        Attachment added = documents.add(actor, PrincipalManagers.numberOf(number), file.name(), file.content());
        return ResponseEntity.created(
                        Addresses.of("/api/v1/documents/{id}", added.id().value()))
                .body(DocumentResource.of(added));
    }

    @DeleteMapping("/{number}/principal-manager/draft/documents/{document}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a document away",
            description = "As long as the request was not sent; one that is gone already stays gone.")
    void remove(Actor actor, @PathVariable String number, @PathVariable UUID document) {
        documents.remove(actor, PrincipalManagers.numberOf(number), new AttachmentId(document));
    }

    @PostMapping("/{number}/principal-manager")
    @Operation(
            summary = "Designate the principal access manager",
            description = "Sends what is kept. Whoever the register recognises has designated the manager when this "
                    + "answers; else the dossier waits for the register or for support. Sent twice, it is sent once.")
    @ApiResponse(
            responseCode = "201",
            description = "The dossier; Location is its address",
            content = @Content(schema = @Schema(ref = "#/components/schemas/Dossier")))
    ResponseEntity<Map<String, Object>> send(
            Actor actor,
            @PathVariable String number,
            @RequestBody @BodySchema("PrincipalManagerConfirmation") ObjectNode json) {
        Body body = Body.of(json);
        Incumbency seen =
                new Incumbency(body.optional("replaces", UUID::fromString).orElse(null));
        body.answers(forms.get("principal-manager-conditions"));
        DossierNumber dossier = principalManagers.send(actor, PrincipalManagers.numberOf(number), seen);
        return ResponseEntity.created(Addresses.of("/api/v1/dossiers/{number}", dossier.value()))
                .body(dossierResources.read(actor, dossier));
    }
}
