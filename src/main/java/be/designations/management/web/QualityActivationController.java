package be.designations.management.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.EntityAdministration;
import be.designations.management.Place;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** “Activer la qualité”. <i>Source: A2 (RAE 1), S001.</i> */
@Controller
class QualityActivationController {

    private static final String FORM = "quality-activation";
    private static final String KIND = "kind";

    private final EntityAdministration administration;
    private final EntityMenu menu;

    QualityActivationController(EntityAdministration administration, EntityMenu menu) {
        this.administration = administration;
        this.menu = menu;
    }

    @GetMapping("/entities/{number}/qualities/new")
    String page(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.QUALITIES);
        return show(actor, entity, page.form(FORM, FormValues.empty().with("email", entity.email())), page);
    }

    @PostMapping("/entities/{number}/qualities/new")
    String activate(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.QUALITIES);
        return page.submit(
                FORM,
                values -> activate(actor, entity, QualityKind.valueOf(values.text(KIND)), values, page),
                form -> show(actor, entity, form, page));
    }

    private String activate(Actor actor, Organisation entity, QualityKind kind, FormValues values, Page page) {
        try {
            QualityId id = administration.activateQuality(
                    actor, entity.enterpriseNumber(), kind, identifier(entity, kind, values), values.text("email"));
            return page.done("/qualities/" + id.value(), "managers.quality-new.done", page.text("quality." + kind));
        } catch (RejectedException rejected) {
            throw rejected.placed(rejection ->
                    "identifier".equals(rejection.field()) ? rejection.at(identifierField(kind)) : rejection);
        }
    }

    private String show(Actor actor, Organisation entity, FormView form, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        administration
                .notYetActive(actor, entity.enterpriseNumber())
                .forEach(kind -> offered.put(kind.name(), label(entity, kind, page)));
        menu.addTo(page, actor, entity, "qualities");
        page.with("place", new Place(entity, null, null))
                .with("form", form.offering(KIND, offered))
                .with("allActive", offered.isEmpty());
        return "management/quality-new";
    }

    private static String label(Organisation entity, QualityKind kind, Page page) {
        String name = page.text("quality." + kind);
        String number = page.text("identifier-kind." + kind.identifierKind());
        return kind.identifierKind() == QualityKind.IdentifierKind.ENTERPRISE_NUMBER
                ? page.text(
                        "managers.quality-new.own-number",
                        name,
                        number,
                        entity.enterpriseNumber().formatted())
                : page.text("managers.quality-new.asked-number", name, number);
    }

    /** What the entity is identified by in a quality of that kind: typed, unless it is the number that it has anyway. */
    private static String identifier(Organisation entity, QualityKind kind, FormValues values) {
        return kind.identifierKind() == QualityKind.IdentifierKind.ENTERPRISE_NUMBER
                ? entity.enterpriseNumber().value()
                : values.text(identifierField(kind));
    }

    private static String identifierField(QualityKind kind) {
        return switch (kind.identifierKind()) {
            case ENTERPRISE_NUMBER -> KIND;
            case NSSO_NUMBER -> "nssoNumber";
            case PPL_NUMBER -> "pplNumber";
        };
    }
}
