package be.designations.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which decisions: as {@link Decisions} counts them. */
public enum DecisionKind {
    ALL,
    REFUSED,
    REFUSED_AGAINST,
    APPROVED_AGAINST;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what was made up. */
    public static Optional<DecisionKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
