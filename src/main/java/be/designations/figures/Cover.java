package be.designations.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a CPAS stands with its data protection officer on a day (D99). */
public enum Cover {
    /** Has none then, or none any more some days later. */
    NONE_OR_SOON,
    NONE,
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
