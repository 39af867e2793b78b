package be.designations.catalogue.web;

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

/** Adding a domain, renaming it, retiring it. */
@Controller
@RequestMapping("/catalogue/domains")
class CatalogueDomainController {

    private static final String PAGE = "/catalogue/domains/";

    private final CatalogueEditing editing;
    private final CatalogueForms forms;

    CatalogueDomainController(CatalogueEditing editing, CatalogueForms forms) {
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
            return done(
                    "catalogue.domain.added", editing.addDomain(actor, typed.code(), typed.name()), locale, redirect);
        } catch (RejectedException rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, null, typed, 0, rejected.rejections(), locale, model);
        }
    }

    @GetMapping("/{code}")
    String domain(Actor actor, @PathVariable String code, Locale locale, Model model) {
        CatalogueEntry<Domain> entry = editing.domain(actor, code);
        return show(actor, entry, Typed.of(entry.item()), entry.version(), List.of(), locale, model);
    }

    /** @param version the one on which the page was made */
    @PostMapping("/{code}")
    String rename(
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
            return done(
                    "catalogue.domain.saved",
                    editing.renameDomain(actor, code, version, typed.name()),
                    locale,
                    redirect);
        } catch (RejectedException rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, editing.domain(actor, code), typed, version, rejected.rejections(), locale, model);
        }
    }

    @PostMapping("/{code}/retire")
    String retire(
            Actor actor,
            @PathVariable String code,
            @RequestParam int version,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            return done("catalogue.domain.retired", editing.retireDomain(actor, code, version), locale, redirect);
        } catch (RejectedException rejected) {
            if (Notice.isOutdated(rejected.rejections())) {
                return Notice.lookAgain(rejected, PAGE, code, redirect);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            CatalogueEntry<Domain> entry = editing.domain(actor, code);
            return show(actor, entry, Typed.of(entry.item()), version, rejected.rejections(), locale, model);
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
            return done(
                    "catalogue.domain.brought-back", editing.bringBackDomain(actor, code, version), locale, redirect);
        } catch (RejectedException rejected) {
            return Notice.lookAgain(rejected, PAGE, code, redirect);
        }
    }

    private static String done(
            String notice, CatalogueEntry<Domain> entry, Locale locale, RedirectAttributes redirect) {
        Domain domain = entry.item();
        return Notice.done(notice, domain.name(), PAGE, domain.code().value(), locale, redirect);
    }

    /** @param entry null for one that is still to be added */
    private String show(
            Actor actor,
            @Nullable CatalogueEntry<Domain> entry,
            Typed typed,
            int version,
            List<Rejection> rejections,
            Locale locale,
            Model model) {
        var form = forms.domain(typed, entry == null, rejections, locale);
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
            model.addAttribute(
                    "applications", editing.applicationsOf(actor, entry.item().code()));
        }
        return "catalogue/domain";
    }
}
