package be.designations.dpd.api;

import be.designations.api.Items;
import be.designations.api.UploadedFile;
import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.DocumentRules;
import be.designations.casework.Documents;
import be.designations.casework.OpenedDocument;
import be.designations.casework.StepDocuments;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdDocuments;
import be.designations.pages.Download;
import be.designations.rules.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/dpd-applications/{id}/documents")
@Tag(name = "Applications")
class DocumentsController {

    private final DpdDocuments documents;
    private final Documents content;

    DocumentsController(DpdDocuments documents, Documents content) {
        this.documents = documents;
        this.content = content;
    }

    @GetMapping
    @Operation(
            summary = "List the documents of an application",
            description =
                    "All of them, in one page; those that were added since BCSS asked are for those who file alone until "
                            + "they are sent.")
    Items<DocumentResource> list(Actor actor, @PathVariable UUID id) {
        return new Items<>(
                documents.list(actor, new ApplicationId(id)).stream()
                        .map(DocumentResource::of)
                        .toList(),
                null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add a document",
            description =
                    "One file a request, in the part files: PDF, PNG, JPEG, ODT or DOCX, told by its content, 10 MiB at "
                            + "most. For a draft, and while the file is to be completed. The same file twice is added once.")
    @ApiResponse(responseCode = "201", description = "Added; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<DocumentResource> add(
            Actor actor, @PathVariable UUID id, @RequestParam(DocumentRules.FIELD) List<MultipartFile> files)
            throws IOException {
        UploadedFile file = UploadedFile.only(DocumentRules.FIELD, files);
        Attachment added = documents.add(actor, new ApplicationId(id), file.name(), file.content());
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequest()
                        .path("/{document}")
                        .buildAndExpand(added.id().value())
                        .toUri())
                .body(DocumentResource.of(new StepDocuments.Document(added, true)));
    }

    @GetMapping(path = "/{document}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "Read a document", description = "Its content, as a file to save.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> content(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        OpenedDocument opened = content.open(actor, new AttachmentId(document));
        Attachment file = opened.file();
        if (!file.subject().equals(id)) {
            throw new NotFoundException("document");
        }
        return Download.of(file.fileName(), file.kind().mediaType(), opened.content());
    }

    @DeleteMapping("/{document}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a document away",
            description = "As long as it was not sent; one that is gone already stays gone.")
    void remove(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        documents.remove(actor, new ApplicationId(id), new AttachmentId(document));
    }
}
