package be.designations.catalogue.web;

import be.designations.catalogue.Application;
import be.designations.catalogue.ApplicationDetails;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.Domain;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding an application, changing it, retiring it. */
@Controller
@RequestMapping("/catalogue/applications")
class CatalogueApplicationController {

    private static final String PAGE = "/catalogue/applications/";

    private final CatalogueEditing editing;
    private final CatalogueForms forms;

    CatalogueApplicationController(CatalogueEditing editing, CatalogueForms forms) {
        this.editing = editing;
        this.forms = forms;
    }

    @ModelAttribute("section")
    String section() {
        return "operations";
    }

    @GetMapping("/new")
    String empty(Actor actor, Locale locale, Model model) {
        editing.requireEditor(actor);
        return show(actor, null, Typed.nothing(), 0, List.of(), locale, model);
    }

    @PostMapping("/new")
    String add(
            Actor actor,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(posted);
        try {
            Application added = editing.addApplication(actor, typed.code(), typed.application())
                    .item();
            return done("catalogue.application.added", added, locale, redirect);
        } catch (RejectedException rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, null, typed, 0, rejected.rejections(), locale, model);
        }
    }

    @GetMapping("/{code}")
    String application(Actor actor, @PathVariable String code, Locale locale, Model model) {
        CatalogueEntry<Application> entry = editing.application(actor, code);
        Typed present = Typed.of(ApplicationDetails.of(entry.item()));
        return show(actor, entry, present, entry.version(), List.of(), locale, model);
    }

    /** @param version the one on which the page was made */
    @PostMapping("/{code}")
    String change(
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(posted);
        try {
            Application changed = editing.changeApplication(actor, code, version, typed.application())
                    .item();
            return done("catalogue.application.saved", changed, locale, redirect);
        } catch (RejectedException rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, editing.application(actor, code), typed, version, rejected.rejections(), locale, model);
        }
    }

    @PostMapping("/{code}/retire")
    String retire(
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            Application retired =
                    editing.retireApplication(actor, code, version).item();
            return done("catalogue.application.retired", retired, locale, redirect);
        } catch (RejectedException rejected) {
            return Notice.lookAgain(rejected, PAGE, code, redirect);
        }
    }

    @PostMapping("/{code}/bring-back")
    String bringBack(
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            Application back =
                    editing.bringBackApplication(actor, code, version).item();
            return done("catalogue.application.brought-back", back, locale, redirect);
        } catch (RejectedException rejected) {
            return Notice.lookAgain(rejected, PAGE, code, redirect);
        }
    }

    private static String done(String notice, Application application, Locale locale, RedirectAttributes redirect) {
        return Notice.done(notice, application.name(), PAGE, application.code(), locale, redirect);
    }

    /** A retired one is offered only where it is chosen already. */
    private List<Domain> domains(Actor actor, Typed typed) {
        return editing.domains(actor).stream()
                .map(CatalogueEntry::item)
                .filter(domain -> !domain.retired()
                        || typed.all("domain").contains(domain.code().value()))
                .toList();
    }

    /** @param entry null for one that is still to be added */
    private String show(
            Actor actor,
            @Nullable CatalogueEntry<Application> entry,
            Typed typed,
            int version,
            List<Rejection> rejections,
            Locale locale,
            Model model) {
        var form = forms.application(typed, entry == null, domains(actor, typed), rejections, locale);
        model.addAttribute("form", form);
        model.addAttribute("hasErrors", form.hasErrors());
        model.addAttribute("outdated", Notice.isOutdated(rejections));
        model.addAttribute("language", Language.of(locale.getLanguage()));
        model.addAttribute("version", version);
        model.addAttribute("entry", entry);
        model.addAttribute(
                "languageSwitchPath",
                PAGE + (entry == null ? "new" : entry.item().code()));
        if (entry != null) {
            model.addAttribute(
                    "changedBy",
                    Optional.of(entry)
                            .flatMap(editing::changedBy)
                            .map(Person::displayName)
                            .orElse(null));
            model.addAttribute("roles", editing.rolesOpening(actor, entry.item().code()));
        }
        return "catalogue/application";
    }
}
