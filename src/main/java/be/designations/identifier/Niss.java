package be.designations.identifier;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The number of a person in social security (NISS / INSZ): {@code yymmdd}, a serial number of the day and check digits.
 * It is a National Register number, or a BIS number (month raised by 20 or 40) for people who are not in that register.
 * Month and day are 00 where unknown. <i>Source: B5.</i>
 *
 * <p>The century is not written but goes into the check digits: births from 2000 on are counted with a 2 in front. That
 * adds 2 000 000 000, which leaves 68 when divided by 97 and so always changes the check digits: one number never holds
 * for both centuries.
 *
 * <p>The number is confidential: {@link #toString()} and {@link #masked()} show the check digits only, {@link #value()}
 * and {@link #formatted()} the whole.
 *
 * @param value eleven digits
 */
public record Niss(String value) implements Identifier {

    private static final int LENGTH = 11;
    private static final int BIS = 20;
    private static final int BIS_SEX_KNOWN = 40;
    private static final int LAST_COUNTER = 998;
    private static final int LAST_BIS_COUNTER = 999;
    private static final long SINCE_2000 = 2_000_000_000L;

    /** Reads like {@link #of(String)}. */
    public Niss {
        value = Digits.in(value, IdentifierKind.NISS);
        if (value.length() != LENGTH) {
            throw IdentifierKind.NISS.refused(Reason.LENGTH);
        }
        int rawMonth = number(value, 2, 4);
        int month = rawMonth % BIS;
        if (rawMonth > BIS_SEX_KNOWN + 12 || month > 12) {
            throw IdentifierKind.NISS.refused(Reason.DATE);
        }
        int counter = number(value, 6, 9);
        if (counter < 1 || counter > (rawMonth < BIS ? LAST_COUNTER : LAST_BIS_COUNTER)) {
            throw IdentifierKind.NISS.refused(Reason.COUNTER);
        }
        if (!isDate(birthYear(value), month, number(value, 4, 6))) {
            throw IdentifierKind.NISS.refused(Reason.DATE);
        }
    }

    /**
     * Reads {@code 85.07.30-033.28}, {@code 85073003328} and the like. Whether a number holds does not depend on the day
     * on which it is read: one whose birth date lies ahead is accepted here. What people type is read by
     * {@link #of(String, LocalDate)}, which refuses that too.
     *
     * @throws InvalidIdentifierException for LENGTH, NOT_NUMERIC, DATE, COUNTER or CHECK_DIGITS
     */
    public static Niss of(String text) {
        return new Niss(text);
    }

    /**
     * Reads like {@link #of(String)}, for somebody who has been born.
     *
     * @param today the last day on which the birth may lie
     * @throws InvalidIdentifierException as {@link #of(String)}, and for DATE if the birth lies after that day
     */
    public static Niss of(String text, LocalDate today) {
        Niss niss = new Niss(text);
        if (niss.isBornAfter(today)) {
            throw IdentifierKind.NISS.refused(Reason.DATE);
        }
        return niss;
    }

    public static Optional<Niss> parse(String text) {
        return Digits.attempt(text, Niss::new);
    }

    public static boolean isValid(String text) {
        return parse(text).isPresent();
    }

    /**
     * Makes the National Register number of a birth date and serial number; for invented people.
     *
     * @param birth 1900 to 2099
     * @param counter 1 to 998, odd for a man, even for a woman
     * @throws InvalidIdentifierException for DATE or COUNTER outside those ranges
     */
    public static Niss withCheckDigits(LocalDate birth, int counter) {
        if (birth.getYear() < 1900 || birth.getYear() > 2099) {
            throw IdentifierKind.NISS.refused(Reason.DATE);
        }
        if (counter < 1 || counter > LAST_COUNTER) {
            throw IdentifierKind.NISS.refused(Reason.COUNTER);
        }
        long date = birth.getYear() % 100 * 10_000L + birth.getMonthValue() * 100L + birth.getDayOfMonth();
        long stem = date * 1_000 + counter;
        int check = Digits.complementOf97(birth.getYear() < 2000 ? stem : SINCE_2000 + stem);
        return new Niss(Digits.padded(stem * 100 + check, LENGTH));
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.NISS;
    }

    /** Whether this is a BIS number: of somebody who is not in the National Register. */
    public boolean isBis() {
        return rawMonth() >= BIS;
    }

    /** The birth date, empty if the number leaves its day or month open. */
    public Optional<LocalDate> birthDate() {
        return month() == 0 || day() == 0
                ? Optional.empty()
                : Optional.of(LocalDate.of(birthYear(value), month(), day()));
    }

    /** Whether the birth lies after the day for certain: an unknown month or day counts as the earliest possible. */
    public boolean isBornAfter(LocalDate day) {
        return LocalDate.of(birthYear(value), Math.max(month(), 1), Math.max(day(), 1))
                .isAfter(day);
    }

    /** The sex, empty for a BIS number that was given out without knowing it. */
    public Optional<Sex> sex() {
        if (isBis() && rawMonth() < BIS_SEX_KNOWN) {
            return Optional.empty();
        }
        return Optional.of(number(value, 6, 9) % 2 == 0 ? Sex.FEMALE : Sex.MALE);
    }

    /** The whole number, as in {@code 85.07.30-033.28}: only for those who may see it. */
    @Override
    public String formatted() {
        return value.substring(0, 2) + "." + value.substring(2, 4) + "." + value.substring(4, 6) + "-"
                + value.substring(6, 9) + "." + value.substring(9);
    }

    /** The display form with only the check digits left readable, as in {@code **.**.**-***.28}. */
    public String masked() {
        return "**.**.**-***." + value.substring(9);
    }

    @Override
    public String toString() {
        return "Niss[" + masked() + "]";
    }

    private int rawMonth() {
        return number(value, 2, 4);
    }

    private int month() {
        return rawMonth() % BIS;
    }

    private int day() {
        return number(value, 4, 6);
    }

    private static int birthYear(String digits) {
        int year = number(digits, 0, 2);
        int stem = number(digits, 0, 9);
        int check = number(digits, 9, LENGTH);
        if (check == Digits.complementOf97(stem)) {
            return 1900 + year;
        }
        if (check == Digits.complementOf97(SINCE_2000 + stem)) {
            return 2000 + year;
        }
        throw IdentifierKind.NISS.refused(Reason.CHECK_DIGITS);
    }

    private static boolean isDate(int year, int month, int day) {
        return month == 0 ? day == 0 : day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
