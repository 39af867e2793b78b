package be.designations.casework.web;

import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.Documents;
import be.designations.casework.DossierNumber;
import be.designations.casework.OpenedDocument;
import be.designations.directory.Actor;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.preview.PagePicture;
import be.designations.preview.Previews;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A document, for whoever may see what it belongs to. */
@Controller
class DocumentController {

    private final Documents documents;
    private final Previews previews;

    DocumentController(Documents documents, Previews previews) {
        this.documents = documents;
        this.previews = previews;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable UUID id) {
        OpenedDocument opened = documents.open(actor, new AttachmentId(id));
        return Download.of(opened.file().fileName(), opened.file().kind().mediaType(), opened.content());
    }

    /**
     * Shows a page of it as a picture: to look at it is to open it.
     *
     * @param wanted  which page, from 1
     * @param dossier from which one it is looked at, to lead back there
     */
    @GetMapping("/documents/{id}/view")
    String look(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "page", defaultValue = "1") int wanted,
            @RequestParam(name = "dossier", required = false) @Nullable DossierNumber dossier,
            Page page) {
        OpenedDocument opened = documents.open(actor, new AttachmentId(id));
        Attachment file = opened.file();
        Optional<PagePicture> drawn =
                kindOf(file).flatMap(kind -> previews.page(opened.content(), kind, Math.max(1, wanted)));
        page.inSection("cases")
                .with("file", DocumentLine.of(file))
                .with("number", dossier == null ? null : dossier.value())
                .with("shown", drawn.orElse(null))
                .with(
                        "picture",
                        drawn.map(it -> "data:image/jpeg;base64,"
                                        + Base64.getEncoder().encodeToString(it.jpeg()))
                                .orElse(null));
        return "cases/document";
    }

    static Optional<Previews.Kind> kindOf(Attachment file) {
        return switch (file.kind()) {
            case PDF -> Optional.of(Previews.Kind.PDF);
            case PNG, JPEG -> Optional.of(Previews.Kind.PICTURE);
            case ODT, DOCX -> Optional.empty();
        };
    }
}
