package be.designations.figures;

import org.jspecify.annotations.Nullable;

/**
 * Of which work figures are asked.
 *
 * @param period in which it was done; what waits, waits now
 * @param place  where the entity of the dossier is, or null for everywhere
 */
public record WorkFilter(Period period, @Nullable Place place) {

    public static WorkFilter of(Period period) {
        return new WorkFilter(period, null);
    }
}
