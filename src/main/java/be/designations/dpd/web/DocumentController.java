package be.designations.dpd.web;

import be.designations.casework.AttachmentId;
import be.designations.casework.DocumentRules;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdDocuments;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.ShownError;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of a draft, and opening the documents of any application. */
@Controller
class DocumentController {

    private final DpdDrafts drafts;
    private final DpdDocuments documents;
    private final Uploads uploads;
    private final PageErrors errors;

    DocumentController(DpdDrafts drafts, DpdDocuments documents, Uploads uploads, PageErrors errors) {
        this.drafts = drafts;
        this.documents = documents;
        this.uploads = uploads;
        this.errors = errors;
    }

    @GetMapping("/dpd/applications/{id}/documents")
    String list(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return show(actor, drafts.view(actor, new ApplicationId(id)), List.of(), locale, model);
    }

    /** @param action {@code remove:<id>} to take a document away; else the files are added */
    @PostMapping("/dpd/applications/{id}/documents")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "_action", defaultValue = "add") String action,
            @RequestParam(name = DocumentRules.FIELD, required = false) @Nullable List<MultipartFile> files,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        var unwanted = Uploads.toRemove(action);
        if (unwanted.isPresent()) {
            documents.remove(actor, draft.application().id(), unwanted.get());
            DraftPages.tell(redirect, "dpd.page.document-removed");
            return "redirect:" + DraftPages.address(draft.application()) + "/documents";
        }
        List<MultipartFile> chosen = Uploads.chosen(files);
        List<ShownError> wrong = chosen.isEmpty()
                ? List.of(errors.of(DocumentRules.FIELD, "dpd.page.choose-file", locale))
                : errors.of(uploads.add(actor, draft.application().id(), chosen), locale);
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            DraftPages.markWrong(model, DraftPages.address(draft.application()) + "/documents");
            return show(actor, draft, wrong, locale, model);
        }
        DraftPages.tell(redirect, "dpd.page.documents-added", chosen.size());
        return "redirect:" + DraftPages.address(draft.application()) + "/documents";
    }

    private String show(Actor actor, DraftView draft, List<ShownError> wrong, Locale locale, Model model) {
        DraftPages.addTo(model, draft, locale);
        model.addAttribute("section", "cases");
        model.addAttribute(
                "documents",
                DocumentRow.of(documents.list(actor, draft.application().id())));
        model.addAttribute("most", DpdDocuments.MOST);
        model.addAttribute("errors", wrong);
        return "dpd/documents";
    }

    /** A document for whoever may see its application; browsers keep it, they do not show it. */
    @GetMapping("/dpd/documents/{id}")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable UUID id) {
        var opened = documents.open(actor, new AttachmentId(id));
        var disposition = ContentDisposition.attachment()
                .filename(opened.file().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.file().kind().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(opened.content());
    }
}
