package be.designations.catalogue.web;

import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueKind;
import be.designations.catalogue.CatalogueKinds;
import be.designations.catalogue.Domain;
import be.designations.catalogue.DomainDetails;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DomainForm implements CatalogueForm<Domain, DomainDetails> {

    private final CatalogueEditing editing;

    DomainForm(CatalogueEditing editing) {
        this.editing = editing;
    }

    @Override
    public CatalogueKind<Domain, DomainDetails> kind() {
        return CatalogueKinds.DOMAIN;
    }

    @Override
    public String path() {
        return "domains";
    }

    @Override
    public Typed typed(DomainDetails details) {
        return Typed.nothing().with("name", details.name());
    }

    @Override
    public DomainDetails details(Typed typed) {
        return new DomainDetails(typed.translated("name"));
    }

    @Override
    public void ask(Actor actor, @Nullable Domain present, CatalogueFields fields) {
        fields.names();
    }

    @Override
    public void show(Actor actor, Domain domain, Page page) {
        page.with("applications", editing.applicationsOf(actor, domain.code()));
    }
}
