package be.designations.principalmanager.web;

import be.designations.casework.AttachmentId;
import be.designations.casework.DocumentRules;
import be.designations.casework.Folder;
import be.designations.casework.web.DocumentLine;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Page;
import be.designations.pages.Uploads;
import be.designations.principalmanager.Ground;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The special procedure: from which act the mandate comes, and the documents that show it. <i>Source: S003, B2.</i> */
@Controller
@RequestMapping(StartPage.ADDRESS + "/{number}/mandate")
class MandateController {

    private static final String FORM = Step.MANDATE.form();
    private static final String GROUND = "ground";

    private final PrincipalManagers managers;
    private final MandateDocuments documents;
    private final RequestPages pages;

    MandateController(PrincipalManagers managers, MandateDocuments documents, RequestPages pages) {
        this.managers = managers;
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Situation situation = managers.situation(actor, number);
        if (isElsewhere(situation)) {
            return Page.redirect(Step.WHO.address(number));
        }
        List<ShownError> problems = pages.foundLater(actor, number, Step.MANDATE, page);
        FormValues kept = Objects.requireNonNull(situation.draft()).answers();
        FormValues shown = kept.has(GROUND)
                ? kept
                : kept.with(
                        GROUND,
                        Ground.of(situation.representation().recognition()).name());
        return show(actor, number, situation, shown, problems, page);
    }

    /** @param action {@code add}, {@code remove:<id>}; else on to the next page. What was typed is kept in each case. */
    @PostMapping
    String answer(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = "_action", defaultValue = "next") String action,
            @RequestParam(name = DocumentRules.FIELD, required = false) @Nullable List<MultipartFile> files,
            Page page) {
        Situation situation = managers.situation(actor, number);
        if (isElsewhere(situation)) {
            return Page.redirect(Step.WHO.address(number));
        }
        FormSubmission sent = page.read(FORM);
        managers.save(actor, number, page.pageOf(FORM), sent.values());
        var unwanted = Uploads.toRemove(action);
        if (unwanted.isPresent()) {
            documents.remove(actor, number, new AttachmentId(unwanted.get()));
            return page.done(Step.MANDATE.address(number), "case.files.removed");
        }
        List<MultipartFile> chosen = Uploads.chosen(files);
        boolean add = action.equals(Uploads.ADD);
        List<ShownError> errors = new ArrayList<>(add ? List.of() : page.errors(FORM, sent));
        if (chosen.isEmpty() && add) {
            errors.add(page.error(DocumentRules.FIELD, "case.files.choose"));
        }
        errors.addAll(Uploads.take(chosen, page, (name, content) -> documents.add(actor, number, name, content)));
        if (errors.isEmpty() && !add) {
            errors = pages.problems(actor, number, Step.MANDATE, page);
        }
        if (!errors.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
            return show(actor, number, situation, sent.values(), errors, page);
        }
        return add
                ? page.done(Step.MANDATE.address(number), "case.files.added", chosen.size())
                : Page.redirect(Step.CHECK.address(number));
    }

    /** The register recognises them, or it is not said yet who is to be designated. */
    private static boolean isElsewhere(Situation situation) {
        return situation.draft() == null || !situation.representation().allowsSpecial();
    }

    private String show(
            Actor actor,
            EnterpriseNumber number,
            Situation situation,
            FormValues values,
            List<ShownError> errors,
            Page page) {
        RequestPages.addTo(page, situation, number);
        List<ShownError> ofFiles = errors.stream()
                .filter(error -> DocumentRules.FIELD.equals(error.fieldKey()))
                .toList();
        List<ShownError> ofForm =
                errors.stream().filter(error -> !ofFiles.contains(error)).toList();
        page.with("form", page.form(FORM, values).withErrors(ofForm))
                .with("errors", errors)
                .with("fileErrors", ofFiles)
                .with(
                        "documents",
                        documents.ofDraft(actor, number).stream()
                                .map(file -> DocumentLine.of(file, true))
                                .toList())
                .with("most", Folder.MOST);
        return "principal-manager/mandate";
    }
}
