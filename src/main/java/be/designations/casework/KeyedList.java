package be.designations.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read by key, page by page: however long it is, each page costs the same.
 *
 * @param <Q> what is asked for, and in which order
 * @param <L> a line
 */
public interface KeyedList<Q, L> {

    /** Which way the list is read from a place. */
    enum Direction {
        FORWARD,
        BACKWARD
    }

    /**
     * Lines in the order in which they are read.
     *
     * @param from where to begin, itself left out; null for the end of the list at which that direction begins
     * @param size 1 to 1,001
     */
    List<L> read(Q query, @Nullable Place from, Direction direction, int size);

    /** The place of a line. */
    Place placeOf(Q query, L line);

    /**
     * @param after where the page before ended, or null for the first page
     * @param size  as in {@link #read}
     */
    default List<L> page(Q query, @Nullable Place after, int size) {
        return read(query, after, Direction.FORWARD, size);
    }

    /**
     * The lines just before a place, in the order of the list.
     *
     * @param size as in {@link #read}
     */
    default List<L> pageBefore(Q query, Place before, int size) {
        List<L> lines = new ArrayList<>(read(query, before, Direction.BACKWARD, size));
        Collections.reverse(lines);
        return lines;
    }
}
