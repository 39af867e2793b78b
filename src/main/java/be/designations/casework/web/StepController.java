package be.designations.casework.web;

import be.designations.casework.Answers;
import be.designations.casework.AttachmentId;
import be.designations.casework.CaseDesk;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseProcess;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseView;
import be.designations.casework.DocumentRules;
import be.designations.casework.DossierNumber;
import be.designations.casework.Folder;
import be.designations.casework.Offer;
import be.designations.casework.StepDocuments;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.pages.Page;
import be.designations.pages.Uploads;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page of every step of every dossier: its form, under what there is to know before one decides. */
@Controller
@RequestMapping("/cases/{number}/{step:[a-z][a-z-]*}")
class StepController {

    private final CaseDossiers dossiers;
    private final CaseDesk desk;
    private final Answers answers;
    private final StepDocuments documents;
    private final DossierPages pages;

    StepController(CaseDossiers dossiers, CaseDesk desk, Answers answers, StepDocuments documents, DossierPages pages) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.answers = answers;
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping
    String page(Actor actor, @PathVariable DossierNumber number, @PathVariable("step") String called, Page page) {
        CaseView view = dossiers.view(actor, number);
        CaseStep<?, ?> step = desk.find(view.dossier(), called);
        if (!step.key().equals(called)) {
            return Page.redirect(address(view) + "/" + step.key());
        }
        return elsewhere(view, step, page)
                .orElseGet(() -> show(actor, view, step, pages.proposed(step, view, actor), List.of(), page));
    }

    /**
     * Takes the step. Files are kept and removed at once, the answers go only when they are sent; what was typed stays on the
     * page until then.
     *
     * @param seen   the version of the dossier that the page showed
     * @param action {@code add} to add files only, {@code remove:<id>} to take one away; else the answers are sent
     */
    @PostMapping
    String send(
            Actor actor,
            @PathVariable DossierNumber number,
            @PathVariable("step") String called,
            @RequestParam(name = "_version", required = false) @Nullable Integer seen,
            @RequestParam(name = "_action", defaultValue = "send") String action,
            @RequestParam(name = DocumentRules.FIELD, required = false) @Nullable List<MultipartFile> chosen,
            Page page) {
        CaseView view = dossiers.view(actor, number);
        CaseStep<?, ?> step = desk.find(view.dossier(), called);
        FormSubmission sent = page.read(step.form());
        List<ShownError> wrong = new ArrayList<>();
        boolean sending =
                !action.equals(Uploads.ADD) && Uploads.toRemove(action).isEmpty();
        if (sending) {
            wrong.addAll(page.errors(answers.form(step), sent));
            if (!wrong.isEmpty()) {
                wrong.addAll(page.errors(pages.alsoWrong(step, view, sent.values())));
            }
        }
        if (step.withDocuments()) {
            wrong.addAll(changeDocuments(actor, view, step.process(), action, Uploads.chosen(chosen), page));
        }
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        if (!sending && wrong.isEmpty()) {
            return show(actor, dossiers.view(actor, number), step, sent.values(), wrong, page);
        }
        if (wrong.isEmpty()) {
            Object payload = answers.read(step, sent.values());
            try {
                return done(view, desk.perform(actor, number, step.key(), seen, payload), page);
            } catch (RejectedException rejected) {
                wrong = page.errors(rejected.rejections());
            } catch (InvalidAnswersException invalid) {
                wrong = page.errors(invalid.form(), invalid.submission());
            } catch (AlreadyHandledException handled) {
                Optional<String> before =
                        handled.bySelf() ? desk.before(actor, view.dossier(), step.key(), payload) : Optional.empty();
                if (before.isPresent()) {
                    return done(view, before.get(), page);
                }
                wrong = List.of(page.error(handled));
                status = HttpStatus.CONFLICT;
            } catch (NotAllowedException refused) {
                if (!isTaken(dossiers.view(actor, number), step)) {
                    throw refused;
                }
                // A colleague has taken the work meanwhile: what was typed is not lost.
                wrong = page.errors(List.of(refused.rejection()));
                status = HttpStatus.CONFLICT;
            }
        }
        CaseView now = dossiers.view(actor, number);
        if (status == HttpStatus.UNPROCESSABLE_ENTITY) {
            Optional<String> elsewhere = elsewhere(now, step, page);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
        }
        return show(actor, now, step, sent.values(), wrong, page.refused(status));
    }

    private List<ShownError> changeDocuments(
            Actor actor, CaseView view, CaseProcess<?> process, String action, List<MultipartFile> files, Page page) {
        if (action.equals(Uploads.ADD) && files.isEmpty()) {
            return List.of(page.error(DocumentRules.FIELD, "case.files.choose"));
        }
        List<ShownError> wrong = new ArrayList<>();
        Uploads.toRemove(action)
                .ifPresent(unwanted -> wrong.addAll(page.attempt(() -> {
                            documents.remove(actor, view.dossier(), process, new AttachmentId(unwanted));
                            return "";
                        })
                        .wrong()));
        wrong.addAll(Uploads.take(
                files, page, (name, content) -> documents.add(actor, view.dossier(), process, name, content)));
        return wrong;
    }

    /** Where a reader goes who cannot do this now; nothing when they can. */
    private static Optional<String> elsewhere(CaseView view, CaseStep<?, ?> step, Page page) {
        Offer offer = view.offer(step.key()).orElseThrow();
        return switch (offer.state()) {
            case POSSIBLE -> Optional.empty();
            case NOT_NOW -> Optional.of(page.inform(address(view), "case.notice.step-passed"));
            case TAKEN -> Optional.of(Page.redirect(address(view) + "/take"));
            case HINDERED, NOT_THEIRS -> throw new NotAllowedException(Objects.requireNonNull(offer.refusal()));
        };
    }

    private static boolean isTaken(CaseView view, CaseStep<?, ?> step) {
        return view.offer(step.key())
                .filter(offer -> offer.state() == Offer.State.TAKEN)
                .isPresent();
    }

    private static String done(CaseView view, String event, Page page) {
        return page.done(
                address(view), "notice." + event, view.dossier().number().value());
    }

    private static String address(CaseView view) {
        return "/cases/" + view.dossier().number();
    }

    private String show(
            Actor actor, CaseView view, CaseStep<?, ?> step, FormValues values, List<ShownError> wrong, Page page) {
        pages.open(view, actor, page);
        FormView form = pages.form(step, view, page.form(step.form(), values));
        if (step.withDocuments()) {
            page.with(
                            "files",
                            DocumentLine.ofEach(documents.list(actor, view.dossier(), step.process()), view.unsent()))
                    .with("most", Folder.MOST)
                    .with(
                            "fileErrors",
                            wrong.stream()
                                    .filter(error -> DocumentRules.FIELD.equals(error.fieldKey()))
                                    .toList());
        }
        page.with("step", step)
                .with("text", "step." + step.process().key() + "." + step.key())
                .with("possible", view.may(step.key()))
                .with("version", view.dossier().version())
                .with("stepSlots", pages.template(step.process()))
                .with("form", form.withErrors(wrong));
        return "cases/step";
    }
}
