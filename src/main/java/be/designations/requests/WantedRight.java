package be.designations.requests;

import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.rules.Typed;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for besides the role; the answers to {@code forms/right-request.form}.
 *
 * @param units   where the right is to hold; empty for the whole entity
 * @param lastDay until when it is needed, or null when that is not known
 * @param reason  for what it is needed
 */
public record WantedRight(
        Set<EstablishmentUnitNumber> units, @Nullable LocalDate lastDay, String reason) {

    static final int LONGEST_REASON = 1_000;

    public WantedRight {
        units = Set.copyOf(units);
        reason = Typed.lines(reason);
    }
}
