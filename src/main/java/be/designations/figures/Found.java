package be.designations.figures;

import java.util.List;

/**
 * A page of the list behind a figure.
 *
 * @param total how many there are on all pages: the figure
 * @param page  which page it is, from 1; the last one when a later one was asked for
 */
public record Found<L>(List<L> lines, long total, int page) {

    public Found {
        lines = List.copyOf(lines);
    }
}
