package be.designations.catalogue;

import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application, a role or a domain as it stands in the catalogue.
 *
 * @param version   grows by one with each change, from 1
 * @param retiredAt since when it is retired, or null
 * @param changedAt when it was added or changed last; null when it came with the product
 * @param changedBy by whom
 */
public record CatalogueEntry<T>(
        T item,
        int version,
        @Nullable Instant retiredAt,
        @Nullable Instant changedAt,
        @Nullable PersonId changedBy) {}
