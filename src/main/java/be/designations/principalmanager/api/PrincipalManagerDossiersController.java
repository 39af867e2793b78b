package be.designations.principalmanager.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.DossierNumber;
import be.designations.casework.OpenedDocument;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import be.designations.management.Designation.Incumbency;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Principal access manager")
class PrincipalManagerDossiersController {

    private final PrincipalManagers principalManagers;
    private final MandateDocuments documents;
    private final PrincipalManagerResources resources;
    private final Forms forms;

    PrincipalManagerDossiersController(
            PrincipalManagers principalManagers,
            MandateDocuments documents,
            PrincipalManagerResources resources,
            Forms forms) {
        this.principalManagers = principalManagers;
        this.documents = documents;
        this.resources = resources;
        this.forms = forms;
    }

    @GetMapping("/principal-manager-dossiers/{number}")
    @Operation(
            summary = "Read a request to designate a principal access manager",
            description = "For whoever asked, those who manage or represent the entity, and support.")
    DossierResource read(Actor actor, @PathVariable DossierNumber number) {
        return resources.dossier(actor, number);
    }

    @PostMapping("/principal-manager-dossiers/{number}/withdrawal")
    @Operation(summary = "Take a request back", description = "As long as it waits: whoever made it.")
    DossierResource withdraw(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("PrincipalManagerWithdrawal") ObjectNode json) {
        FormValues answers = Body.of(json).answers(forms.get("principal-manager-withdrawal"));
        principalManagers.withdraw(actor, number, answers.optionalText("reason").orElse(null));
        return resources.dossier(actor, number);
    }

    @PostMapping("/principal-manager-dossiers/{number}/verification")
    @Operation(
            summary = "Verify a mandate",
            description = "Support, four eyes: not whoever asked, not whoever would be designated, nobody who holds "
                    + "something in that entity. A refusal has a reason. Accepted, the manager is designated.")
    DossierResource verify(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("MandateVerification") ObjectNode json) {
        Body body = Body.of(json);
        Incumbency seen =
                new Incumbency(body.optional("replaces", UUID::fromString).orElse(null));
        FormValues answers = body.answers(forms.get("mandate-verification"));
        principalManagers.verify(
                actor,
                number,
                answers.text("decision").equals("ACCEPT"),
                answers.optionalText("reason").orElse(null),
                seen);
        return resources.dossier(actor, number);
    }

    @GetMapping(path = "/principal-manager-documents/{id}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "Read a document that shows a mandate", description = "Its content, as a file to save.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id) {
        OpenedDocument opened = documents.open(actor, new AttachmentId(id));
        Attachment file = opened.file();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }
}
