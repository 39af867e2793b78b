package be.designations.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal function of a person, as the register of enterprises knows it.
 *
 * @param until the first instant at which it no longer holds, or null when no end is known
 */
public record RegisteredFunction(
        LegalFunctionKind kind, Instant from, @Nullable Instant until) {

    public boolean runs(Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }
}
