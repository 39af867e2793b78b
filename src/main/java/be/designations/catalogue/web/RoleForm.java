package be.designations.catalogue.web;

import be.designations.catalogue.Application;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.CatalogueKind;
import be.designations.catalogue.CatalogueKinds;
import be.designations.catalogue.Role;
import be.designations.catalogue.RoleDetails;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.directory.TargetGroup;
import be.designations.insight.DutyConflicts;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RoleForm implements CatalogueForm<Role, RoleDetails> {

    private final CatalogueEditing editing;
    private final DutyConflicts conflicts;

    RoleForm(CatalogueEditing editing, DutyConflicts conflicts) {
        this.editing = editing;
        this.conflicts = conflicts;
    }

    @Override
    public CatalogueKind<Role, RoleDetails> kind() {
        return CatalogueKinds.ROLE;
    }

    @Override
    public String path() {
        return "roles";
    }

    @Override
    public Typed typed(RoleDetails details) {
        Integer months = details.longestMonths();
        OrganisationKind onlyFor = details.onlyFor();
        return Typed.nothing()
                .with("application", details.application())
                .with("alsoOpens", List.copyOf(details.alsoOpens()))
                .with("name", details.name())
                .with("description", details.description())
                .with("longestMonths", months == null ? "" : months.toString())
                .with("takesContext", Boolean.toString(details.takesContext()))
                .with("excludes", List.copyOf(details.excludes()))
                .with("onlyFor", onlyFor == null ? Typed.ANY : onlyFor.name())
                .with(
                        "targetGroups",
                        details.targetGroups().stream().map(Enum::name).toList());
    }

    @Override
    public RoleDetails details(Typed typed) {
        return new RoleDetails(
                typed.text("application"),
                new LinkedHashSet<>(typed.all("alsoOpens")),
                typed.translated("name"),
                typed.translated("description"),
                typed.text("longestMonths").isBlank()
                        ? null
                        : typed.wholeNumber("longestMonths").orElse(0),
                typed.text("takesContext").equals("true"),
                new LinkedHashSet<>(typed.all("excludes")),
                onlyFor(typed),
                typed.all("targetGroups").stream().map(RoleForm::targetGroup).collect(Collectors.toUnmodifiableSet()));
    }

    private static TargetGroup targetGroup(String code) {
        return Stream.of(TargetGroup.values())
                .filter(group -> group.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectedException(Rejection.ofField("catalogue.target-group", "targetGroups")));
    }

    private static @Nullable OrganisationKind onlyFor(Typed typed) {
        return typed.text("onlyFor").equals(Typed.ANY)
                ? null
                : typed.choice(OrganisationKind.values(), "onlyFor")
                        .orElseThrow(() -> new RejectedException(Rejection.ofField("catalogue.only-for", "onlyFor")));
    }

    @Override
    public void ask(Actor actor, @Nullable Role present, CatalogueFields fields) {
        List<Application> applications = editing.applications(actor);
        fields.texts();
        fields.choose("application", "select", offered("application", applications, present, fields));
        fields.choose("alsoOpens", "checklist", offered("alsoOpens", applications, present, fields));
        fields.ask("longestMonths", "number", true);
        fields.ask("takesContext", "checkbox", false);
        fields.choose("excludes", "checklist", excludable(actor, applications, present, fields));
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(Typed.ANY, fields.page().text("catalogue.only-for." + Typed.ANY));
        for (OrganisationKind kind : OrganisationKind.values()) {
            kinds.put(kind.name(), fields.page().text("catalogue.only-for." + kind));
        }
        fields.choose("onlyFor", "radio", kinds);
        Map<String, String> groups = new LinkedHashMap<>();
        for (TargetGroup group : TargetGroup.values()) {
            groups.put(group.name(), fields.page().text("target-group." + group));
        }
        fields.choose("targetGroups", "checklist", groups);
    }

    /** By the name of its application, too: roles of several are called alike. */
    private Map<String, String> excludable(
            Actor actor, List<Application> applications, @Nullable Role present, CatalogueFields fields) {
        Language language = fields.page().language();
        Map<String, String> names = applications.stream()
                .collect(Collectors.toMap(
                        Application::code, application -> application.name().in(language)));
        Map<String, String> offered = new LinkedHashMap<>();
        editing.roles(actor, "", null).stream()
                .map(CatalogueEntry::item)
                .filter(role -> present == null || !role.code().equals(present.code()))
                .filter(role ->
                        !role.retired() || fields.typed().all("excludes").contains(role.code()))
                .forEach(role -> offered.put(
                        role.code(),
                        names.get(role.application()) + " – " + role.name().in(language)));
        return offered;
    }

    /** What could not be saved is offered only where it is chosen already. */
    private static Map<String, String> offered(
            String field, List<Application> applications, @Nullable Role present, CatalogueFields fields) {
        Map<String, String> offered = new LinkedHashMap<>();
        applications.stream()
                .filter(application -> fields.typed().all(field).contains(application.code())
                        || (!application.retired() && fits(field, application, present)))
                .forEach(application ->
                        offered.put(application.code(), name(application, present == null, fields.page())));
        return offered;
    }

    private static String name(Application application, boolean withQuality, Page page) {
        String name = application.name().in(page.language());
        return withQuality
                ? page.text("catalogue.application-of-quality", name, page.text("quality." + application.quality()))
                : name;
    }

    private static boolean fits(String field, Application application, @Nullable Role present) {
        if (present == null) {
            return true;
        }
        boolean isHome = application.code().equals(present.application());
        return application.quality() == present.quality() && (field.equals("application") || !isHome);
    }

    @Override
    public void show(Actor actor, Role role, Page page) {
        page.with(
                        "home",
                        editing.entry(CatalogueKinds.APPLICATION, actor, role.application())
                                .item())
                .with("conflicts", conflicts.count(actor, role.code()));
    }
}
