package be.designations.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which work of a desk: as {@link DeskWork} counts it. */
public enum WorkState {
    OPEN,
    FREE,
    LATE,
    DONE,
    DONE_LATE;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what was made up. */
    public static Optional<WorkState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
