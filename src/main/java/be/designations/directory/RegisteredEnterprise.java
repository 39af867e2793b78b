package be.designations.directory;

import be.designations.identifier.EnterpriseNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register of enterprises says of one.
 *
 * @param stoppedOn the day on which it stopped, or null while it exists
 */
public record RegisteredEnterprise(
        EnterpriseNumber number,
        String nameFr,
        String nameNl,
        String nameDe,
        String street,
        String postalCode,
        String locality,
        @Nullable LocalDate stoppedOn) {

    /** The name in that language; English readers get the French one. */
    public String name(Language language) {
        return switch (language) {
            case FR, EN -> nameFr;
            case NL -> nameNl;
            case DE -> nameDe;
        };
    }
}
