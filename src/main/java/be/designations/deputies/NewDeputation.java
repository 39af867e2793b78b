package be.designations.deputies;

import be.designations.access.CapacityKind;
import be.designations.directory.PersonId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants to work in their place.
 *
 * @param capacities as what: some or all of what they are at desks
 * @param lastDay    the last day on which it holds, in Belgium
 */
public record NewDeputation(
        PersonId deputy,
        Set<CapacityKind> capacities,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String reason) {

    public NewDeputation {
        capacities = Set.copyOf(capacities);
    }
}
