package be.designations.insight.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of one page, in their order, and whether there are pages before and after it. */
record Slice<T>(List<T> lines, boolean hasPrevious, boolean hasNext) {

    /**
     * @param found    from the cursor on, one line more than the page holds when there is one more
     * @param first    whether there was no cursor
     * @param backward whether they were looked for towards the beginning of the list, and so stand the wrong way round
     */
    static <T> Slice<T> of(List<T> found, int size, boolean first, boolean backward) {
        boolean more = found.size() > size;
        List<T> lines = new ArrayList<>(more ? found.subList(0, size) : found);
        if (backward) {
            Collections.reverse(lines);
        }
        return new Slice<>(lines, backward ? more : !first, backward || more);
    }

    /** Where the page before is found, or null on the first one. */
    <C> @Nullable C previous(Function<T, C> cursor) {
        return hasPrevious && !lines.isEmpty() ? cursor.apply(lines.get(0)) : null;
    }

    /** Where the page after is found, or null on the last one. */
    <C> @Nullable C next(Function<T, C> cursor) {
        return hasNext && !lines.isEmpty() ? cursor.apply(lines.get(lines.size() - 1)) : null;
    }
}
