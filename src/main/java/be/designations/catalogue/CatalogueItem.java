package be.designations.catalogue;

import be.designations.access.Translated;

/** What stands in the catalogue. */
public interface CatalogueItem {

    /** Its code, as it is written. */
    String key();

    Translated name();

    /** Whether nothing of it is given any more; what was given stays. */
    boolean retired();
}
