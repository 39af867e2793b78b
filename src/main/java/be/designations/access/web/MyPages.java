package be.designations.access.web;

import be.designations.access.AccessOverview.Fact;
import be.designations.access.OwnAccess;
import be.designations.access.OwnDetails;
import be.designations.access.Positions.OwnApplication;
import be.designations.access.web.PersonController.ApplicationLine;
import be.designations.access.web.PersonController.EntityFacts;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What readers find about themselves: “Mes accès”, “Vos Responsables” and their own data. <i>Source: A6, B4.</i> */
@Controller
class MyPages {

    private static final String CONTACT_FORM = "own-contact";

    private final OwnAccess own;
    private final OwnDetails details;
    private final Forms forms;
    private final FormViews formViews;

    MyPages(OwnAccess own, OwnDetails details, Forms forms, FormViews formViews) {
        this.own = own;
        this.details = details;
        this.forms = forms;
        this.formViews = formViews;
    }

    @ModelAttribute("section")
    String section() {
        return "me";
    }

    @ModelAttribute("language")
    Language language(Locale locale) {
        return Language.of(locale.getLanguage());
    }

    /**
     * @param typed  name, enterprise number or postal code of an entity
     * @param after  number of the last entity of the page before
     * @param before number of the first entity of the page after
     */
    @GetMapping("/me")
    String access(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Locale locale,
            Model model) {
        String query = EntityPages.typed(typed);
        var found = own.access(actor, query, language(locale), EntityPages.cursor(after, before));
        Map<OrganisationId, List<Fact>> facts =
                found.facts().stream().collect(Collectors.groupingBy(Fact::organisation));
        Map<OrganisationId, List<OwnApplication>> applications = found.applications().stream()
                .collect(Collectors.groupingBy(
                        application -> application.quality().organisation()));
        model.addAttribute(
                "entities",
                found.page().lines().stream()
                        .filter(entity -> facts.containsKey(entity.id()))
                        .map(entity -> EntityFacts.of(
                                        facts.getOrDefault(entity.id(), List.of()), found.sight(), found.at())
                                .own(applications.getOrDefault(entity.id(), List.of()).stream()
                                        .map(application -> ApplicationLine.of(application, actor.level()))
                                        .toList()))
                        .toList());
        model.addAttribute("chosen", found.language().code());
        model.addAttribute("self", actor.person());
        EntityPages.addTo(model, "/me", query, found.page(), found.total());
        return "access/me";
    }

    @GetMapping("/me/managers")
    String managers(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Locale locale,
            Model model) {
        String query = EntityPages.typed(typed);
        var found = own.managers(actor, query, language(locale), EntityPages.cursor(after, before));
        model.addAttribute("section", "managers");
        model.addAttribute("entities", found.entities());
        EntityPages.addTo(model, "/me/managers", query, found.page(), found.total());
        return "access/my-managers";
    }

    @GetMapping("/me/contact")
    String contact(Actor actor, Locale locale, Model model) {
        OwnDetails.Contact known = details.of(actor);
        FormValues values = FormValues.empty().with("language", known.language().code());
        values = known.email() == null ? values : values.with("email", known.email());
        return show(known.phone() == null ? values : values.with("phone", known.phone()), List.of(), locale, model);
    }

    @PostMapping("/me/contact")
    String change(
            Actor actor,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        FormDefinition form = forms.get(CONTACT_FORM);
        FormSubmission sent = form.read(posted);
        if (sent.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("languageSwitchPath", "/me/contact");
            return show(sent.values(), sent.errors(), locale, model);
        }
        boolean changed = details.change(
                actor,
                new OwnDetails.Contact(
                        sent.values().text("email"),
                        sent.values().optionalText("phone").orElse(null),
                        Language.of(sent.values().text("language"))));
        flash.addFlashAttribute("notice", changed ? "access.page.contact.saved" : "access.page.contact.unchanged");
        flash.addFlashAttribute("noticeKind", changed ? "success" : "info");
        return "redirect:/me/contact";
    }

    private String show(FormValues values, List<FieldError> errors, Locale locale, Model model) {
        FormView form = formViews.of(forms.get(CONTACT_FORM), values, errors, locale);
        model.addAttribute("form", form);
        model.addAttribute("hasErrors", form.hasErrors());
        return "access/contact";
    }
}
