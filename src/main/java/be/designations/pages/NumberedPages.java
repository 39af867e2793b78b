package be.designations.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers under a list that people read by page number: of one entity, so never long. Other lists are read by key.
 *
 * @param previous address of the page before, or null on the first
 * @param next     address of the page after, or null on the last
 * @param numbers  the first, the last and those around the page that is shown
 */
public record NumberedPages(
        @Nullable String previous, @Nullable String next, List<Place> numbers) {

    public NumberedPages {
        numbers = List.copyOf(numbers);
    }

    /**
     * A page that is led to.
     *
     * @param page 0 for those that are left out
     */
    public record Place(int page, String address, boolean current) {}

    /** @param address of a page, by its number */
    public static NumberedPages of(int page, long total, int size, IntFunction<String> address) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        List<Place> numbers = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            if (number == 1 || number == last || Math.abs(number - page) <= 1) {
                numbers.add(new Place(number, address.apply(number), number == page));
            } else if (numbers.get(numbers.size() - 1).page() != 0) {
                numbers.add(new Place(0, "", false));
            }
        }
        return new NumberedPages(
                page > 1 ? address.apply(page - 1) : null, page < last ? address.apply(page + 1) : null, numbers);
    }
}
