package be.designations.principalmanager.web;

import be.designations.casework.AttachmentId;
import be.designations.casework.DocumentRules;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.Ground;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Situation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The special procedure: from which act the mandate comes, and the documents that show it. <i>Source: S003, B2.</i> */
@Controller
class MandateController {

    private static final String PATH = StartPage.ADDRESS + "/{number}/mandate";
    private static final String FORM = Step.MANDATE.form();
    private static final String GROUND = "ground";
    private static final String ADD = "add";

    private final PrincipalManagers managers;
    private final MandateDocuments documents;
    private final MandateUploads uploads;
    private final RequestPages pages;
    private final RequestForms forms;

    MandateController(
            PrincipalManagers managers,
            MandateDocuments documents,
            MandateUploads uploads,
            RequestPages pages,
            RequestForms forms) {
        this.managers = managers;
        this.documents = documents;
        this.uploads = uploads;
        this.pages = pages;
        this.forms = forms;
    }

    /** @param again present when a later page found something wrong with what is asked here */
    @GetMapping(PATH)
    String ask(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable String again,
            Locale locale,
            Model model) {
        Situation situation = managers.situation(actor, number);
        if (isElsewhere(situation)) {
            return "redirect:" + Step.WHO.address(number);
        }
        List<ShownError> problems = again == null ? List.of() : pages.problems(actor, number, Step.MANDATE, locale);
        model.addAttribute("hasErrors", !problems.isEmpty());
        FormValues kept = Objects.requireNonNull(situation.draft()).answers();
        FormValues shown = kept.has(GROUND)
                ? kept
                : kept.with(
                        GROUND,
                        Ground.of(situation.representation().recognition()).name());
        return show(actor, number, situation, shown, problems, locale, model);
    }

    /** @param action {@code add}, {@code remove:<id>}; else on to the next page. What was typed is kept in each case. */
    @PostMapping(PATH)
    String answer(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = "_action", defaultValue = "next") String action,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(name = DocumentRules.FIELD, required = false) @Nullable List<MultipartFile> files,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Situation situation = managers.situation(actor, number);
        if (isElsewhere(situation)) {
            return "redirect:" + Step.WHO.address(number);
        }
        FormSubmission sent = forms.read(FORM, posted);
        managers.save(actor, number, forms.page(FORM), sent.values());
        var unwanted = MandateUploads.toRemove(action);
        if (unwanted.isPresent()) {
            documents.remove(actor, number, unwanted.get());
            RequestForms.done(redirect, "principalmanager.page.document-removed");
            return "redirect:" + Step.MANDATE.address(number);
        }
        List<MultipartFile> chosen = MandateUploads.chosen(files);
        boolean add = action.equals(ADD);
        List<ShownError> errors = Stream.of(
                        add ? List.<ShownError>of() : forms.errors(FORM, sent, locale),
                        chosen.isEmpty() && add
                                ? List.of(new ShownError(
                                        DocumentRules.FIELD, forms.text(locale, "principalmanager.page.choose-file")))
                                : uploads.add(actor, number, chosen, locale))
                .flatMap(List::stream)
                .toList();
        if (errors.isEmpty() && !add) {
            errors = pages.problems(actor, number, Step.MANDATE, locale);
        }
        if (!errors.isEmpty()) {
            RequestForms.refused(HttpStatus.UNPROCESSABLE_ENTITY, request, response, model);
            return show(actor, number, situation, sent.values(), errors, locale, model);
        }
        if (add) {
            RequestForms.done(redirect, "principalmanager.page.documents-added", chosen.size());
            return "redirect:" + Step.MANDATE.address(number);
        }
        return "redirect:" + Step.CHECK.address(number);
    }

    /** A document for whoever may read it; browsers keep it, they do not show it. */
    @GetMapping(StartPage.ADDRESS + "/documents/{id}")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable UUID id) {
        var opened = documents.open(actor, new AttachmentId(id));
        var disposition = ContentDisposition.attachment()
                .filename(opened.file().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.file().kind().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(opened.content());
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
            Locale locale,
            Model model) {
        RequestPages.addTo(model, situation, number);
        List<ShownError> ofFiles = errors.stream()
                .filter(error -> DocumentRules.FIELD.equals(error.fieldKey()))
                .toList();
        List<ShownError> ofForm =
                errors.stream().filter(error -> !ofFiles.contains(error)).toList();
        model.addAttribute("form", forms.view(FORM, values, ofForm, locale));
        model.addAttribute("errors", errors);
        model.addAttribute("fileErrors", ofFiles);
        model.addAttribute("documents", DocumentLine.of(documents.ofDraft(actor, number)));
        model.addAttribute("most", MandateDocuments.MOST);
        return "principal-manager/mandate";
    }
}
