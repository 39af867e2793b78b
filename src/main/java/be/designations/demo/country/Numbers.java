package be.designations.demo.country;

import be.designations.access.QualityKind;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.identifier.NssoNumber;
import be.designations.identifier.PplNumber;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Official numbers that nobody has, each with its check digits (D16). The 10 000 enterprise numbers from 0999.000.0xx up, which
 * the CPAS and desks share, are too few here: the entities have theirs from 1900.000.0xx up, far beyond those given out yet.
 * Employers have provisional ONSS numbers from the end of that range.
 */
final class Numbers {

    private static final int FIRST_ENTERPRISE = 19_000_000;
    private static final int FIRST_NSSO = 59_000_000;
    private static final int FIRST_PPL = 500_000;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1955, 1, 1);
    private static final int BIRTHDAYS = 18_628;

    /** On no day does the National Register count this far; 901, 902, 951 and 952 are those of the demonstration. */
    private static final int[] SERIALS = IntStream.rangeClosed(903, 998)
            .filter(serial -> serial != 951 && serial != 952)
            .toArray();

    private final Permutation niss;

    Numbers(SplittableRandom random) {
        this.niss = new Permutation(BIRTHDAYS * SERIALS.length, random);
    }

    Niss niss(int person) {
        int place = niss.of(person);
        return Niss.withCheckDigits(FIRST_BIRTH.plusDays(place / SERIALS.length), SERIALS[place % SERIALS.length]);
    }

    static EnterpriseNumber enterprise(int entity) {
        return EnterpriseNumber.withCheckDigits(FIRST_ENTERPRISE + entity);
    }

    static String identifier(QualityKind kind, int entity) {
        return switch (kind.identifierKind()) {
            case ENTERPRISE_NUMBER -> enterprise(entity).value();
            case NSSO_NUMBER -> NssoNumber.withCheckDigits(FIRST_NSSO + entity).value();
            case PPL_NUMBER -> PplNumber.withCheckDigits(FIRST_PPL + entity).value();
        };
    }
}
