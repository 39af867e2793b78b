package be.designations.management.web;

import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessPages;
import be.designations.management.AccessManagers;
import be.designations.management.EntityAdministration;
import be.designations.management.Place;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The menu “Gestion Entreprise”: who manages the entity, its details, and the qualities in which it acts. <i>Source: A2 (RAE 1,
 * 3 and 5), A6, S001, S002, S003.</i>
 */
@Controller
class EntityAdministrationController {

    private static final String DETAILS = "entity-details";
    private static final String LETTERS = "letterLanguage";
    private static final String ACTIVATION = "quality-activation";
    private static final String KIND = "kind";

    private final EntityAdministration administration;
    private final AccessManagers managers;
    private final AccessPages pages;
    private final Authority authority;

    EntityAdministrationController(
            EntityAdministration administration, AccessManagers managers, AccessPages pages, Authority authority) {
        this.administration = administration;
        this.managers = managers;
        this.pages = pages;
        this.authority = authority;
    }

    /** “Co-Responsable des Accès”: who manages the entity, since when and why. */
    @GetMapping("/entities/{number}/co-managers")
    String coManagers(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.CO_PRINCIPAL_MANAGERS);
        var shown = pages.entity(actor, number);
        open(actor, entity, "co-managers", page)
                .with(
                        "managers",
                        shown.managers().stream()
                                .filter(held -> ResponsibilityKind.ENTITY_MANAGERS.contains(held.kind()))
                                .toList())
                .with("dossiers", shown.sight().seesDossiers(entity.id()))
                .with("represents", shown.sight().represents(entity.id()))
                .with("self", actor.person());
        return "management/co-managers";
    }

    /** The three steps of CSAM: the principal access manager, the access managers, the access. */
    @GetMapping("/entities/{number}/access-managers")
    String accessManagers(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        var overview = managers.of(actor, number);
        Organisation entity = overview.organisation();
        open(actor, entity, "access-managers", page)
                .with("overview", overview)
                .with("sight", overview.sight())
                .with("self", actor.person())
                .with("dossiers", overview.sight().seesDossiers(entity.id()))
                .with(
                        "everyQuality",
                        overview.entity().tasks().contains(ManagementTask.QUALITIES) || !overview.isOfDomain());
        return "management/access-managers";
    }

    @GetMapping("/entities/{number}/details")
    String details(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.ENTITY_DETAILS);
        FormValues now = FormValues.empty()
                .with("email", entity.email())
                .with("phone", Objects.requireNonNullElse(entity.phone(), ""))
                .with("contactPerson", Objects.requireNonNullElse(entity.contactPerson(), ""))
                .with(LETTERS, entity.letterLanguage().code());
        return details(actor, entity, page.form(DETAILS, now), page);
    }

    @PostMapping("/entities/{number}/details")
    String changeDetails(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.ENTITY_DETAILS);
        List<Language> languages = languages(entity);
        if (languages.size() == 1) {
            page.answering(LETTERS, languages.get(0).code());
        }
        return page.submit(
                DETAILS,
                values -> {
                    administration.changeDetails(
                            actor,
                            number,
                            new Organisation.Contact(
                                    values.text("email"),
                                    Language.of(values.text(LETTERS)),
                                    values.text("phone"),
                                    values.text("contactPerson")));
                    return page.done("/entities/" + number.value(), "managers.details.done");
                },
                form -> details(actor, entity, form, page));
    }

    private String details(Actor actor, Organisation entity, FormView form, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        languages(entity).forEach(spoken -> offered.put(spoken.code(), page.text("layout.language." + spoken.code())));
        FormView choosing = form.offering(LETTERS, offered);
        boolean oneLanguage = offered.size() == 1;
        open(actor, entity, "details", page)
                .with("form", oneLanguage ? choosing.without(LETTERS) : choosing)
                .with("oneLanguage", oneLanguage);
        return "management/entity-details";
    }

    /** In which letters can be written to it (D15). */
    private static List<Language> languages(Organisation entity) {
        return entity.languages().isEmpty() ? List.of(Language.FR, Language.NL, Language.DE) : entity.languages();
    }

    @GetMapping("/entities/{number}/qualities/new")
    String activation(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.QUALITIES);
        return activation(
                actor, entity, page.form(ACTIVATION, FormValues.empty().with("email", entity.email())), page);
    }

    @PostMapping("/entities/{number}/qualities/new")
    String activate(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Organisation entity = administration.entity(actor, number, ManagementTask.QUALITIES);
        return page.submit(
                ACTIVATION,
                values -> activate(actor, entity, QualityKind.valueOf(values.text(KIND)), values, page),
                form -> activation(actor, entity, form, page));
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

    private String activation(Actor actor, Organisation entity, FormView form, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        administration
                .notYetActive(actor, entity.enterpriseNumber())
                .forEach(kind -> offered.put(kind.name(), label(entity, kind, page)));
        open(actor, entity, "qualities", page)
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

    /**
     * What every page of the menu shows: of what can be done in the entity, what the reader may do.
     *
     * @param current the entry that is open
     */
    private Page open(Actor actor, Organisation entity, String current, Page page) {
        return page.with(
                        "tasks",
                        authority.tasks(actor, entity.id(), null).stream()
                                .map(Enum::name)
                                .collect(Collectors.toUnmodifiableSet()))
                .with("menu", current)
                .with("place", new Place(entity, null, null));
    }
}
