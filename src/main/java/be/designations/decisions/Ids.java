package be.designations.decisions;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids that applications send. */
final class Ids {

    /** The library also takes shorter ones, which are no id of anything. */
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
