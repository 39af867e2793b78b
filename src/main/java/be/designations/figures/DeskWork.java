package be.designations.figures;

import be.designations.casework.Desk;

/**
 * What waits at a desk now, and what was done there in a period; piece by piece, so that an opinion counts each time that it went on.
 *
 * @param free     that nobody has taken
 * @param late     that waits beyond its deadline
 * @param doneLate of what was done, beyond its deadline
 */
public record DeskWork(Desk desk, int open, int free, int late, int done, int doneLate) {

    static DeskWork none(Desk desk) {
        return new DeskWork(desk, 0, 0, 0, 0, 0);
    }
}
