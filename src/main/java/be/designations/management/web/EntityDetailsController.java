package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.EntityAdministration;
import be.designations.management.Place;
import be.designations.pages.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** “Consulter ou modifier le détail de l’entreprise”. <i>Source: A2 (RAE 5), A6.</i> */
@Controller
class EntityDetailsController {

    private static final String FORM = "entity-details";
    private static final String LETTERS = "letterLanguage";

    private final EntityAdministration administration;
    private final EntityMenu menu;

    EntityDetailsController(EntityAdministration administration, EntityMenu menu) {
        this.administration = administration;
        this.menu = menu;
    }

    @GetMapping("/entities/{number}/details")
    String details(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.ENTITY_DETAILS);
        FormValues now = FormValues.empty()
                .with("email", entity.email())
                .with(LETTERS, entity.letterLanguage().code());
        return show(actor, entity, page.form(FORM, now), page);
    }

    @PostMapping("/entities/{number}/details")
    String change(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.ENTITY_DETAILS);
        List<Language> languages = languages(entity);
        if (languages.size() == 1) {
            page.answering(LETTERS, languages.get(0).code());
        }
        return page.submit(
                FORM,
                values -> {
                    administration.changeDetails(
                            actor, number, values.text("email"), Language.of(values.text(LETTERS)));
                    return page.done("/entities/" + number.value(), "managers.details.done");
                },
                form -> show(actor, entity, form, page));
    }

    private String show(Actor actor, Organisation entity, FormView form, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        languages(entity).forEach(spoken -> offered.put(spoken.code(), page.text("layout.language." + spoken.code())));
        FormView choosing = form.offering(LETTERS, offered);
        boolean oneLanguage = offered.size() == 1;
        menu.addTo(page, actor, entity, "details");
        page.with("place", new Place(entity, null, null))
                .with("form", oneLanguage ? choosing.without(LETTERS) : choosing)
                .with("oneLanguage", oneLanguage);
        return "management/entity-details";
    }

    /** In which letters can be written to it (D15). */
    private static List<Language> languages(Organisation entity) {
        return entity.languages().isEmpty() ? List.of(Language.FR, Language.NL, Language.DE) : entity.languages();
    }
}
