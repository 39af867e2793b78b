package be.designations.pages;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what stands in addresses and hidden fields, which anybody can write by hand. */
public final class Inputs {

    private Inputs() {}

    /** Empty for what was made up. */
    public static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }

    /** What was typed, without white space around it and no longer than that. */
    public static String line(String typed, int longest) {
        String stripped = typed.strip();
        return stripped.substring(0, Math.min(longest, stripped.length()));
    }
}
