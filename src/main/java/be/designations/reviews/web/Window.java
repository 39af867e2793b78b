package be.designations.reviews.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is shown whose lines know their place in it, counted from 1.
 *
 * @param from     the place next to which it is
 * @param backward whether it is the page before that place
 * @param size     lines of a page
 */
public record Window(int from, boolean backward, int size) {

    /**
     * What is shown of what was read.
     *
     * @param previous address of the page before, or null on the first
     * @param next     address of the page after, or null on the last
     */
    public record Shown<T>(
            List<T> lines,
            @Nullable String previous,
            @Nullable String next) {}

    /**
     * @param after  the last line of the page before, or null
     * @param before the first line of the page after, or null
     */
    static Window of(@Nullable Integer after, @Nullable Integer before, int size) {
        return before == null ? new Window(after == null ? 0 : after, false, size) : new Window(before, true, size);
    }

    /** How many lines are to be read: one more than is shown tells whether there are others. */
    int asked() {
        return size + 1;
    }

    /** @param read in the order in which it was read */
    <T> Shown<T> shown(List<T> read, ToIntFunction<T> place, String address) {
        boolean more = read.size() > size;
        List<T> lines = new ArrayList<>(more ? read.subList(0, size) : read);
        if (lines.isEmpty()) {
            return new Shown<>(lines, null, null);
        }
        if (backward) {
            Collections.reverse(lines);
        }
        int last = place.applyAsInt(lines.get(lines.size() - 1));
        return new Shown<>(
                lines,
                (backward ? more : from > 0) ? address + "&before=" + place.applyAsInt(lines.get(0)) : null,
                (backward || more) ? address + "&after=" + last : null);
    }
}
