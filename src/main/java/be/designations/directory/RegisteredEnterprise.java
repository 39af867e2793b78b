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

    /** One about which nothing but its number is known: the number stands for the name. */
    public static RegisteredEnterprise knownByNumber(EnterpriseNumber number) {
        String name = number.formatted();
        return new RegisteredEnterprise(number, name, name, name, "", "", "", null);
    }

    /** Whether the register has told more than the number. */
    public boolean isDescribed() {
        return !locality.isEmpty();
    }

    /** The name in that language; English readers get the French one. */
    public String name(Language language) {
        return switch (language) {
            case FR, EN -> nameFr;
            case NL -> nameNl;
            case DE -> nameDe;
        };
    }
}
