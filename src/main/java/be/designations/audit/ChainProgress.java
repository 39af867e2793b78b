package be.designations.audit;

import org.jspecify.annotations.Nullable;

/**
 * How far a pass over the chain has come.
 *
 * @param events      so many rows
 * @param last        id of the last of them; null before the first
 * @param head        its hash in hexadecimal
 * @param firstBroken id of the first row that was changed, or that follows a changed or removed one; null if none so far
 */
record ChainProgress(
        long events,
        @Nullable Long last,
        @Nullable String head,
        @Nullable Long firstBroken) {

    static final ChainProgress NONE = new ChainProgress(0, null, null, null);
}
