package be.designations.management.web;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.management.Managers;
import be.designations.management.Managers.Managed;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Blocking, unblocking and deleting whoever manages something, each after a page that says what comes of it (D6). */
@Controller
class ResponsibilityController {

    private static final String FORM = "responsibility-change";
    private static final Set<ResponsibilityKind> LEAVING_NOBODY =
            Set.of(ResponsibilityKind.LOCAL_MANAGER, ResponsibilityKind.ACCESS_MANAGER);

    private static final String PATH = "/responsibilities/{id}/{change:block|unblock|remove}";

    private final Managers managers;
    private final PageForms forms;

    ResponsibilityController(Managers managers, PageForms forms) {
        this.managers = managers;
        this.forms = forms;
    }

    @GetMapping(PATH)
    String ask(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String change,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        Managed managed = managers.managed(actor, id);
        if (isNeedless(change, managed)) {
            PageForms.done(next, "managers.change.needless", managed.name());
            next.addFlashAttribute("noticeKind", "info");
            return "redirect:" + Places.pageOf(managed.place(), managed.kind());
        }
        show(actor, id, managed, change, FormValues.empty(), List.of(), locale, model);
        return "management/responsibility";
    }

    @PostMapping(PATH)
    String carryOut(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String change,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Managed managed = managers.managed(actor, id);
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = forms.errors(FORM, sent, locale);
        if (errors.isEmpty()) {
            try {
                carryOut(actor, id, change, sent.values().optionalText("reason").orElse(null));
                return done(actor, managed, change, locale, next);
            } catch (AlreadyHandledException passed) {
                if (passed.bySelf()) {
                    return "redirect:" + Places.pageOf(managed.place(), managed.kind());
                }
                throw passed;
            } catch (RejectedException rejected) {
                errors = forms.errors(rejected, locale);
            }
        }
        FormView form = show(actor, id, managed, change, sent.values(), errors, locale, model);
        PageForms.refused(form, request, response, model);
        return "management/responsibility";
    }

    private void carryOut(Actor actor, UUID id, String change, @Nullable String reason) {
        switch (change) {
            case "block" -> managers.block(actor, id, reason);
            case "unblock" -> managers.unblock(actor, id, reason);
            case "remove" -> managers.remove(actor, id, reason);
            default -> throw new NotFoundException("change");
        }
    }

    private String done(Actor actor, Managed managed, String change, Locale locale, RedirectAttributes next) {
        PageForms.done(
                next,
                "managers." + change + ".done",
                managed.name(),
                forms.capacity(managed.kind(), managed.place(), locale));
        // Whoever blocks or deletes themselves does not see that page any more.
        return actor.person().equals(managed.person())
                ? "redirect:/"
                : "redirect:" + Places.pageOf(managed.place(), managed.kind());
    }

    private static boolean isNeedless(String change, Managed managed) {
        return !managed.runs()
                || (change.equals("block") && managed.blocked())
                || (change.equals("unblock") && !managed.blocked());
    }

    private FormView show(
            Actor actor,
            UUID id,
            Managed managed,
            String change,
            FormValues values,
            List<ShownError> errors,
            Locale locale,
            Model model) {
        FormView form = forms.view(FORM, values, locale).withErrors(errors);
        model.addAttribute("responsibility", id);
        model.addAttribute("place", managed.place());
        model.addAttribute("managed", managed);
        model.addAttribute("change", change);
        model.addAttribute("self", actor.person().equals(managed.person()));
        model.addAttribute(
                "leavesNobody",
                change.equals("remove") && LEAVING_NOBODY.contains(managed.kind())
                        ? "managers.remove.leaves-nobody." + managed.kind()
                        : null);
        model.addAttribute("back", Places.pageOf(managed.place(), managed.kind()));
        model.addAttribute("form", form);
        return form;
    }
}
