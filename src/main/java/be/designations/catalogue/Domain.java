package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.DomainName;
import be.designations.access.Translated;

/**
 * A group of applications that an access manager looks after for an entity. <i>Source: S003 (CSAM).</i>
 *
 * @param position by which domains are listed, the lowest first
 * @param retired  whether nobody is named for it any more
 */
public record Domain(DomainCode code, int position, Translated name, boolean retired) implements CatalogueItem {

    public DomainName named() {
        return new DomainName(code, name);
    }

    @Override
    public String key() {
        return code.value();
    }
}
