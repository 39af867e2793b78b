package be.designations.casework.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a list that is read by key.
 *
 * @param previous address of the page before, or null on the first
 * @param next     address of the page after, or null on the last
 */
record ListPage<T>(
        List<T> lines, @Nullable String previous, @Nullable String next) {

    static final int SIZE = 50;

    ListPage {
        lines = List.copyOf(lines);
    }

    /**
     * @param after   where the page before ended, as the address says, or null
     * @param before  where the page after began, as the address says, or null
     * @param forward reads so many lines after a place; without a place the first ones
     * @param back    reads so many lines before a place, in the order of the list
     * @param placeOf the place of a line
     * @param address address of the list with its filters
     */
    static <T> ListPage<T> read(
            @Nullable String after,
            @Nullable String before,
            BiFunction<@Nullable Place, Integer, List<T>> forward,
            BiFunction<Place, Integer, List<T>> back,
            Function<T, Place> placeOf,
            UriComponentsBuilder address) {
        // One line more than is shown tells whether there is another page.
        Optional<Place> end = Place.parse(before);
        if (end.isPresent()) {
            List<T> found = back.apply(end.get(), SIZE + 1);
            boolean more = found.size() > SIZE;
            List<T> shown = more ? found.subList(1, found.size()) : found;
            return new ListPage<>(
                    shown,
                    more ? link(address, "before", placeOf.apply(shown.get(0))) : null,
                    following(shown, placeOf, address));
        }
        Optional<Place> start = Place.parse(after);
        List<T> found = forward.apply(start.orElse(null), SIZE + 1);
        boolean more = found.size() > SIZE;
        List<T> shown = more ? found.subList(0, SIZE) : found;
        return new ListPage<>(
                shown,
                start.isEmpty() || shown.isEmpty() ? null : link(address, "before", placeOf.apply(shown.get(0))),
                more ? following(shown, placeOf, address) : null);
    }

    private static <T> @Nullable String following(
            List<T> shown, Function<T, Place> placeOf, UriComponentsBuilder address) {
        return shown.isEmpty() ? null : link(address, "after", placeOf.apply(shown.get(shown.size() - 1)));
    }

    private static String link(UriComponentsBuilder address, String direction, Place place) {
        return address.cloneBuilder()
                .queryParam(direction, "{place}")
                .encode()
                .buildAndExpand(place.toString())
                .toUriString();
    }
}
