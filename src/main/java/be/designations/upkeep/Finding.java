package be.designations.upkeep;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param trouble what is wrong, by code; null when nothing is */
record Finding(@Nullable String trouble, Map<String, String> facts) {

    static Finding good(Map<String, String> facts) {
        return new Finding(null, facts);
    }

    static Finding good() {
        return good(Map.of());
    }

    static Finding bad(String trouble) {
        return new Finding(trouble, Map.of());
    }
}
