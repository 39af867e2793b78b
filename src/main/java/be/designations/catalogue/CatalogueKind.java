package be.designations.catalogue;

import be.designations.rules.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry of the catalogue: what is its own about adding, changing and retiring one.
 *
 * @param <D> what an agent says about one
 */
public abstract class CatalogueKind<T extends CatalogueItem, D> {

    private final String name;
    private final String change;
    private final Function<T, D> details;
    private final BiFunction<CatalogueStore, String, Optional<CatalogueEntry<T>>> finding;
    private final BiConsumer<CatalogueStore, CatalogueEntry<T>> saving;

    /**
     * @param name    as it stands in keys and in the log
     * @param change  what changing one is called in the log
     * @param details what was said of one
     * @param finding by its code
     */
    CatalogueKind(
            String name,
            String change,
            Function<T, D> details,
            BiFunction<CatalogueStore, String, Optional<CatalogueEntry<T>>> finding,
            BiConsumer<CatalogueStore, CatalogueEntry<T>> saving) {
        this.name = name;
        this.change = change;
        this.details = details;
        this.finding = finding;
        this.saving = saving;
    }

    public String name() {
        return name;
    }

    String change() {
        return change;
    }

    /** What was said of it. */
    public D details(T item) {
        return details.apply(item);
    }

    Optional<CatalogueEntry<T>> find(String code, CatalogueStore store) {
        return finding.apply(store, code);
    }

    void save(CatalogueEntry<T> entry, CatalogueStore store) {
        saving.accept(store, entry);
    }

    /**
     * What cannot stand in the catalogue.
     *
     * @param before as it stands; null for one that is still to be added
     */
    abstract List<Rejection> check(D details, @Nullable T before, CatalogueStore store);

    /** Why it cannot be retired, or not be brought back. */
    abstract Optional<Rejection> checkStanding(T item, boolean retired, CatalogueStore store);

    /**
     * Other entries of the kind that become different with this one, as they will be.
     *
     * @param before as it stands; null for one that is still to be added
     */
    List<T> alongWith(T item, @Nullable T before, CatalogueStore store) {
        return List.of();
    }

    /**
     * After the policy has found nothing missing.
     *
     * @param before as it stands; null for one that is still to be added
     */
    abstract T item(String code, D details, @Nullable T before, boolean retired, CatalogueStore store);
}
