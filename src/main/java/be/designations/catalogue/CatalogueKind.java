package be.designations.catalogue;

import be.designations.rules.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry of the catalogue: what is its own about adding, changing and retiring one.
 *
 * @param <D> what an agent says about one
 */
public abstract class CatalogueKind<T extends CatalogueItem, D> {

    private final String name;
    private final String change;

    /**
     * @param name   as it stands in keys and in the log
     * @param change what changing one is called in the log
     */
    CatalogueKind(String name, String change) {
        this.name = name;
        this.change = change;
    }

    public String name() {
        return name;
    }

    String change() {
        return change;
    }

    /** What was said of it. */
    public abstract D details(T item);

    abstract Optional<CatalogueEntry<T>> find(String code, CatalogueStore store);

    /**
     * What cannot stand in the catalogue.
     *
     * @param before as it stands; null for one that is still to be added
     */
    abstract List<Rejection> check(D details, @Nullable T before, CatalogueStore store);

    /** Why it cannot be retired, or not be brought back. */
    abstract Optional<Rejection> checkStanding(T item, boolean retired, CatalogueStore store);

    /**
     * After the policy has found nothing missing.
     *
     * @param before as it stands; null for one that is still to be added
     */
    abstract T item(String code, D details, @Nullable T before, boolean retired, CatalogueStore store);

    abstract void save(CatalogueEntry<T> entry, CatalogueStore store);
}
