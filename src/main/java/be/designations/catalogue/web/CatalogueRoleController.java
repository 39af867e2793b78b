package be.designations.catalogue.web;

import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.Role;
import be.designations.catalogue.RoleDetails;
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

/** Adding a role, changing it, retiring it. */
@Controller
@RequestMapping("/catalogue/roles")
class CatalogueRoleController {

    private static final String PAGE = "/catalogue/roles/";

    private final CatalogueEditing editing;
    private final CatalogueForms forms;

    CatalogueRoleController(CatalogueEditing editing, CatalogueForms forms) {
        this.editing = editing;
        this.forms = forms;
    }

    @ModelAttribute("section")
    String section() {
        return "operations";
    }

    /** @param application code of the application that it will belong to, when that is known already */
    @GetMapping("/new")
    String empty(Actor actor, @RequestParam(defaultValue = "") String application, Locale locale, Model model) {
        editing.requireEditor(actor);
        return show(actor, null, Typed.nothing().with("application", application), 0, List.of(), locale, model);
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
            Role added = editing.addRole(actor, typed.code(), typed.role()).item();
            return done("catalogue.role.added", added, locale, redirect);
        } catch (RejectedException rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, null, typed, 0, rejected.rejections(), locale, model);
        }
    }

    @GetMapping("/{code}")
    String role(Actor actor, @PathVariable String code, Locale locale, Model model) {
        CatalogueEntry<Role> entry = editing.role(actor, code);
        Typed present = Typed.of(RoleDetails.of(entry.item()));
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
            Role changed =
                    editing.changeRole(actor, code, version, typed.role()).item();
            return done("catalogue.role.saved", changed, locale, redirect);
        } catch (RejectedException rejected) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, editing.role(actor, code), typed, version, rejected.rejections(), locale, model);
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
            Role retired = editing.retireRole(actor, code, version).item();
            return done("catalogue.role.retired", retired, locale, redirect);
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
            Role back = editing.bringBackRole(actor, code, version).item();
            return done("catalogue.role.brought-back", back, locale, redirect);
        } catch (RejectedException rejected) {
            return Notice.lookAgain(rejected, PAGE, code, redirect);
        }
    }

    private static String done(String notice, Role role, Locale locale, RedirectAttributes redirect) {
        return Notice.done(notice, role.name(), PAGE, role.code(), locale, redirect);
    }

    /** @param entry null for one that is still to be added */
    private String show(
            Actor actor,
            @Nullable CatalogueEntry<Role> entry,
            Typed typed,
            int version,
            List<Rejection> rejections,
            Locale locale,
            Model model) {
        var form =
                forms.role(typed, entry == null ? null : entry.item(), editing.applications(actor), rejections, locale);
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
            Role role = entry.item();
            model.addAttribute(
                    "home", editing.application(actor, role.application()).item());
        }
        return "catalogue/role";
    }
}
