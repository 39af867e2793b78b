package be.designations.catalogue.web;

import be.designations.catalogue.CatalogueItem;
import be.designations.catalogue.CatalogueKind;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of one kind of entry ask and show. They are no form files, as what they offer stands in the catalogue itself;
 * they look like all other forms.
 */
interface CatalogueForm<T extends CatalogueItem, D> {

    CatalogueKind<T, D> kind();

    /** In addresses. */
    String path();

    Typed typed(D details);

    /** @throws RejectedException for what was not offered */
    D details(Typed typed);

    /** @param present the entry as it stands; null for one that is still to be added */
    void ask(Actor actor, @Nullable T present, CatalogueFields fields);

    /** What else there is to see of an entry. */
    void show(Actor actor, T item, Page page);
}
