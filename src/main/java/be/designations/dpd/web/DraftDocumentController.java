package be.designations.dpd.web;

import be.designations.casework.AttachmentId;
import be.designations.casework.DocumentRules;
import be.designations.casework.Folder;
import be.designations.casework.web.DocumentLine;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdDocuments;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DraftView;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.pages.Uploads;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The documents of a draft. */
@Controller
@RequestMapping("/dpd/applications/{id}/documents")
class DraftDocumentController {

    private final DpdDrafts drafts;
    private final DpdDocuments documents;

    DraftDocumentController(DpdDrafts drafts, DpdDocuments documents) {
        this.drafts = drafts;
        this.documents = documents;
    }

    @GetMapping
    String list(Actor actor, @PathVariable UUID id, Page page) {
        return show(actor, drafts.view(actor, new ApplicationId(id)), List.of(), page);
    }

    /** @param action {@code remove:<id>} to take a document away; else the files are added */
    @PostMapping
    String change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "_action", defaultValue = Uploads.ADD) String action,
            @RequestParam(name = DocumentRules.FIELD, required = false) @Nullable List<MultipartFile> files,
            Page page) {
        DraftView draft = drafts.view(actor, new ApplicationId(id));
        ApplicationId application = draft.application().id();
        String here = DraftPages.address(draft.application()) + "/documents";
        var unwanted = Uploads.toRemove(action);
        if (unwanted.isPresent()) {
            documents.remove(actor, application, new AttachmentId(unwanted.get()));
            return page.done(here, "case.files.removed");
        }
        List<MultipartFile> chosen = Uploads.chosen(files);
        List<ShownError> wrong = chosen.isEmpty()
                ? List.of(page.error(DocumentRules.FIELD, "case.files.choose"))
                : Uploads.take(chosen, page, (name, content) -> documents.add(actor, application, name, content));
        return wrong.isEmpty()
                ? page.done(here, "case.files.added", chosen.size())
                : show(actor, draft, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private String show(Actor actor, DraftView draft, List<ShownError> wrong, Page page) {
        if (draft.asked() != null) {
            return Page.redirect(DraftPages.overview(draft));
        }
        DraftPages.addTo(page, draft);
        page.with(
                        "documents",
                        DocumentLine.ofEach(
                                documents.list(actor, draft.application().id())))
                .with("most", Folder.MOST)
                .with("errors", wrong);
        return "dpd/documents";
    }
}
