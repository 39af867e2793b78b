package be.designations.upkeep;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that the application needs, as it was found last; message keys {@code operations.health.<name>.…}.
 *
 * @param checkedAt when it was looked at last; null when it never was
 * @param goodAt    when it last worked; null when it never did
 * @param badSince  since when it does not; null while it does
 * @param trouble   what is wrong, by code; null while nothing is
 * @param facts     what was measured, by code
 */
public record SignOfLife(
        String name,
        @Nullable Instant checkedAt,
        @Nullable Instant goodAt,
        @Nullable Instant badSince,
        @Nullable String trouble,
        SortedMap<String, String> facts) {

    static SignOfLife unknown(String name) {
        return new SignOfLife(name, null, null, null, null, new TreeMap<>());
    }

    public boolean isGood() {
        return checkedAt != null && trouble == null;
    }
}
