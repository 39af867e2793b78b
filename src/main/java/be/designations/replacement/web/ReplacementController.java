package be.designations.replacement.web;

import be.designations.access.ResponsibilityKind;
import be.designations.casework.BelgianDates;
import be.designations.casework.CaseStatuses;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessProgress.Steps;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.RelationshipCategory;
import be.designations.forms.FieldError;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.management.RelationshipDeclaration;
import be.designations.replacement.ManagerReplacementProcess;
import be.designations.replacement.ReplacementPlaces;
import be.designations.replacement.ReplacementView;
import be.designations.replacement.Replacements;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dossier of a replacement, and the page on which it is said that the person stays. */
@Controller
class ReplacementController {

    private static final String FORM = "replacement-tie";
    private static final String PATH = "/cases/{number:(?i)rem-.+}";
    private static final String NOTICE = "notice";

    private final Replacements replacements;
    private final ReplacementPlaces places;
    private final CaseStatuses statuses;
    private final Forms forms;
    private final FormViews formViews;
    private final MessageSource messages;
    private final Clock clock;

    ReplacementController(
            Replacements replacements,
            ReplacementPlaces places,
            CaseStatuses statuses,
            Forms forms,
            FormViews formViews,
            MessageSource messages,
            Clock clock) {
        this.replacements = replacements;
        this.places = places;
        this.statuses = statuses;
        this.forms = forms;
        this.formViews = formViews;
        this.messages = messages;
        this.clock = clock;
    }

    /** The process as it is drawn, with the ids of the steps where the dossier stands and has been. */
    record Diagram(String key, List<String> active, List<String> done) {}

    @GetMapping(PATH)
    String page(Actor actor, @PathVariable DossierNumber number, Locale locale, Model model) {
        ReplacementView view = replacements.view(actor, number);
        String entity = add(view, locale, model);
        WorkItem work = view.openWork();
        var dates = new BelgianDates();
        model.addAttribute("dates", dates);
        model.addAttribute("tone", statuses.tone(view.dossier().status()));
        model.addAttribute("due", work == null ? null : dates.lastDay(work.dueAt()));
        model.addAttribute("overdue", work != null && !clock.instant().isBefore(work.dueAt()));
        model.addAttribute(
                "timeline",
                view.timeline().stream()
                        .map(entry -> TimelineLine.of(entry, view.nameOf(entry.actor()), entity))
                        .toList());
        Steps steps = view.progress().getOrDefault(ManagerReplacementProcess.KEY, new Steps(Set.of(), Set.of()));
        model.addAttribute(
                "diagrams",
                List.of(new Diagram(
                        ManagerReplacementProcess.KEY,
                        steps.active().stream().sorted().toList(),
                        steps.done().stream().sorted().toList())));
        return "replacement/case";
    }

    @GetMapping(PATH + "/tie")
    String form(
            Actor actor, @PathVariable DossierNumber number, Locale locale, Model model, RedirectAttributes redirect) {
        ReplacementView view = replacements.view(actor, number);
        if (!view.replacement().isOpen()) {
            redirect.addFlashAttribute(NOTICE, "case.notice.step-passed");
            redirect.addFlashAttribute("noticeKind", "info");
            return back(number);
        }
        if (!view.mayDecide()) {
            Rejection hindrance = view.hindrance();
            throw new NotAllowedException(hindrance == null ? Rejection.of("replacement.not-a-decider") : hindrance);
        }
        return show(view, FormValues.empty(), List.of(), List.of(), locale, model);
    }

    @PostMapping(PATH + "/tie")
    String declare(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        FormSubmission sent = forms.get(FORM).read(posted);
        FormValues values = sent.values();
        List<ShownError> refusals = List.of();
        if (!sent.hasErrors()) {
            try {
                replacements.declareTie(actor, number, declaration(values), values.text("reason"));
                return done(number, redirect);
            } catch (AlreadyHandledException passed) {
                if (passed.bySelf()) {
                    return done(number, redirect);
                }
                throw passed;
            } catch (RejectedException rejected) {
                refusals = shown(rejected, locale);
            }
        }
        ReplacementView view = replacements.view(actor, number);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(
                "languageSwitchPath",
                request.getRequestURI().substring(request.getContextPath().length()));
        return show(view, values, sent.errors(), refusals, locale, model);
    }

    private static RelationshipDeclaration declaration(FormValues values) {
        return new RelationshipDeclaration(
                RelationshipCategory.valueOf(values.text("category")),
                values.text("email"),
                values.text("phone"),
                values.date("lastDay").orElse(null));
    }

    private String show(
            ReplacementView view,
            FormValues values,
            List<FieldError> errors,
            List<ShownError> refusals,
            Locale locale,
            Model model) {
        add(view, locale, model);
        FormView form = formViews.of(forms.get(FORM), values, errors, locale).withErrors(refusals);
        model.addAttribute("form", form);
        model.addAttribute("hasErrors", form.hasErrors());
        model.addAttribute(
                "onlyStaff",
                ResponsibilityKind.ENTITY_MANAGERS.contains(view.place().held().kind()));
        return "replacement/tie";
    }

    /** @return the name of the entity */
    private String add(ReplacementView view, Locale locale, Model model) {
        String entity = view.place().entity().name(Language.of(locale.getLanguage()));
        model.addAttribute("section", "cases");
        model.addAttribute("view", view);
        model.addAttribute("number", view.dossier().number().value());
        model.addAttribute("entityName", entity);
        model.addAttribute("responsibility", places.words(view.place(), locale));
        return entity;
    }

    private static String done(DossierNumber number, RedirectAttributes redirect) {
        redirect.addFlashAttribute(NOTICE, "replacement.notice.tied");
        redirect.addFlashAttribute("noticeArgs", List.of(number.value()));
        return back(number);
    }

    private static String back(DossierNumber number) {
        return "redirect:/cases/" + number.value();
    }

    private List<ShownError> shown(RejectedException rejected, Locale locale) {
        return rejected.rejections().stream()
                .map(rejection -> new ShownError(
                        rejection.field(),
                        messages.getMessage(
                                rejection.messageKey(), rejection.arguments().toArray(), locale)))
                .toList();
    }
}
