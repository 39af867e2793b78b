package be.designations.figures;

/**
 * Which page of a list is asked for.
 *
 * @param page from 1; past the end it is the last one
 * @param size how many lines a page has
 */
public record Slice(int page, int size) {

    public Slice {
        if (page < 1 || size < 1) {
            throw new IllegalArgumentException("page and size: at least 1");
        }
    }

    /** The page there is when so many lines are found. */
    public int pageOf(long total) {
        return (int) Math.max(1, Math.min(page, (total + size - 1) / size));
    }
}
