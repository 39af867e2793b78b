package be.designations.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a CPAS stands with its data protection officer on a day (D99). */
public enum Cover {
    /** Has none then, interim ones not counted, or none any more some days later. */
    NONE_OR_SOON,
    /** Has none then, and nobody stands in. */
    NONE,
    /** Has none then, and somebody stands in (D102). */
    INTERIM,
    /** Has one then, and none any more some days later. */
    SOON,
    /** Has one then, for however long. */
    SOMEBODY,
    ALL;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what was made up. */
    public static Optional<Cover> of(String code) {
        return Arrays.stream(values())
                .filter(cover -> cover.code().equals(code))
                .findFirst();
    }
}
