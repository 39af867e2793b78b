package be.designations.identifier;

import java.time.LocalDate;

/** Well-formed numbers of invented people and organisations, for the tests of every module. */
public final class Identifiers {

    private static final int FIRST_FICTITIOUS = 9_990_000;

    private Identifiers() {}

    /** A National Register number: counter 1 to 998, odd for a man, even for a woman. */
    public static Niss niss(LocalDate birth, int counter) {
        return Niss.withCheckDigits(birth, counter);
    }

    /** A National Register number of its own for each index, 0 to 9 999. */
    public static Niss niss(int index) {
        return niss(LocalDate.of(1960, 1, 1).plusDays(index), index % 998 + 1);
    }

    /** A BIS number: counter 1 to 999. */
    public static Niss bis(LocalDate birth, int counter, boolean sexKnown) {
        int month = birth.getMonthValue() + (sexKnown ? 40 : 20);
        String stem = "%02d%02d%02d%03d".formatted(birth.getYear() % 100, month, birth.getDayOfMonth(), counter);
        long counted = Long.parseLong(birth.getYear() < 2000 ? stem : "2" + stem);
        return Niss.of(stem + "%02d".formatted(97 - counted % 97));
    }

    /** An enterprise number from 0999.000.0xx upward, its own for each index, 0 to 9 999. */
    public static EnterpriseNumber enterpriseNumber(int index) {
        return EnterpriseNumber.withCheckDigits(FIRST_FICTITIOUS + index);
    }
}
