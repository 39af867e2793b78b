package be.designations.catalogue;

import be.designations.access.Translated;

/** What an agent says about a domain; checked by {@link CatalogueRulesPolicy}. */
public record DomainDetails(Translated name) {

    public DomainDetails {
        name = name.tidy();
    }
}
