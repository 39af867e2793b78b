package be.designations.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass over the log has come.
 *
 * @param events      so many rows
 * @param lanes       how far in each lane in which it has begun
 * @param firstBroken the smallest id of a row that was changed, or that follows a changed or removed one in its lane; null if none so
 *                    far
 * @param whole       whether every lane has been followed to its end
 */
record ChainProgress(
        long events, List<LaneEnd> lanes, @Nullable Long firstBroken, boolean whole) {

    static final ChainProgress NONE = new ChainProgress(0, List.of(), null, false);

    ChainProgress {
        lanes = List.copyOf(lanes);
    }
}
