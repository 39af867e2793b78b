package be.designations.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which officers are listed: as {@link SharedOfficers} counts them. */
public enum Sharing {
    /** Those of both. */
    ANY,
    /** Who serve several CPAS. */
    SEVERAL,
    /** Whose hours together exceed a week of work, whoever they serve. */
    OVER;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what was made up. */
    public static Optional<Sharing> of(String code) {
        return Arrays.stream(values())
                .filter(sharing -> sharing.code().equals(code))
                .findFirst();
    }
}
