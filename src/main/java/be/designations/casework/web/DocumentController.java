package be.designations.casework.web;

import be.designations.casework.AttachmentId;
import be.designations.casework.Documents;
import be.designations.casework.OpenedDocument;
import be.designations.directory.Actor;
import be.designations.pages.Download;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A document, for whoever may see what it belongs to. */
@Controller
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable UUID id) {
        OpenedDocument opened = documents.open(actor, new AttachmentId(id));
        return Download.of(opened.file().fileName(), opened.file().kind().mediaType(), opened.content());
    }
}
