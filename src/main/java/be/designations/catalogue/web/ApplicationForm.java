package be.designations.catalogue.web;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.catalogue.Application;
import be.designations.catalogue.ApplicationDetails;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.CatalogueKind;
import be.designations.catalogue.CatalogueKinds;
import be.designations.directory.Actor;
import be.designations.directory.SignInLevel;
import be.designations.pages.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ApplicationForm implements CatalogueForm<Application, ApplicationDetails> {

    private final CatalogueEditing editing;

    ApplicationForm(CatalogueEditing editing) {
        this.editing = editing;
    }

    @Override
    public CatalogueKind<Application, ApplicationDetails> kind() {
        return CatalogueKinds.APPLICATION;
    }

    @Override
    public String path() {
        return "applications";
    }

    @Override
    public Typed typed(ApplicationDetails details) {
        QualityKind quality = details.quality();
        DomainCode domain = details.domain();
        SignInLevel level = details.neededLevel();
        return Typed.nothing()
                .with("name", details.name())
                .with("description", details.description())
                .with("quality", quality == null ? "" : quality.name())
                .with("domain", domain == null ? "" : domain.value())
                .with("neededLevel", level == null ? "" : Integer.toString(level.value()));
    }

    @Override
    public ApplicationDetails details(Typed typed) {
        return new ApplicationDetails(
                typed.translated("name"),
                typed.translated("description"),
                typed.choice(QualityKind.values(), "quality").orElse(null),
                DomainCode.parse(typed.text("domain")).orElse(null),
                typed.wholeNumber("neededLevel").map(SignInLevel::new).orElse(null));
    }

    @Override
    public void ask(Actor actor, @Nullable Application present, CatalogueFields fields) {
        Page page = fields.page();
        fields.texts();
        Map<String, String> qualities = new LinkedHashMap<>();
        for (QualityKind kind : QualityKind.values()) {
            qualities.put(kind.name(), page.text("quality." + kind));
        }
        fields.choose("quality", "select", qualities);
        Map<String, String> domains = new LinkedHashMap<>();
        editing.domains(actor).stream()
                .map(CatalogueEntry::item)
                // A retired one is offered only where it is chosen already.
                .filter(domain ->
                        !domain.retired() || fields.typed().all("domain").contains(domain.key()))
                .forEach(domain -> domains.put(domain.key(), domain.name().in(page.language())));
        fields.choose("domain", "select", domains);
        Map<String, String> levels = new LinkedHashMap<>();
        CatalogueEditing.levels()
                .forEach(level ->
                        levels.put(Integer.toString(level.value()), page.text("catalogue.level." + level.value())));
        fields.choose("neededLevel", "select", levels);
    }

    @Override
    public void show(Actor actor, Application application, Page page) {
        page.with("roles", editing.rolesOpening(actor, application.code()));
    }
}
