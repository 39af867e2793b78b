package be.designations.casework.web;

import be.designations.casework.KeyedList;
import be.designations.casework.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a list that is read by key.
 *
 * @param previous address of the page before, or null on the first
 * @param next     address of the page after, or null on the last
 */
public record ListPage<T>(
        List<T> lines, @Nullable String previous, @Nullable String next) {

    static final int SIZE = 50;

    public ListPage {
        lines = List.copyOf(lines);
    }

    /**
     * @param after   where the page before ended, as the address says, or null
     * @param before  where the page after began, as the address says, or null
     * @param address of the list with its filters
     */
    static <Q, L> ListPage<L> read(
            KeyedList<Q, L> list,
            Q query,
            @Nullable String after,
            @Nullable String before,
            UriComponentsBuilder address) {
        // One line more than is shown tells whether there is another page.
        Optional<Place> end = Place.parse(before);
        Place start = end.isPresent() ? null : Place.parse(after).orElse(null);
        List<L> found =
                end.isPresent() ? list.pageBefore(query, end.get(), SIZE + 1) : list.page(query, start, SIZE + 1);
        boolean more = found.size() > SIZE;
        boolean hasPrevious = end.isPresent() ? more : start != null;
        boolean hasNext = end.isPresent() || more;
        List<L> shown = !more ? found : end.isPresent() ? found.subList(1, found.size()) : found.subList(0, SIZE);
        if (shown.isEmpty()) {
            return new ListPage<>(shown, null, null);
        }
        return new ListPage<>(
                shown,
                hasPrevious ? link(address, "before", list.placeOf(query, shown.get(0))) : null,
                hasNext ? link(address, "after", list.placeOf(query, shown.get(shown.size() - 1))) : null);
    }

    private static String link(UriComponentsBuilder address, String direction, Place place) {
        return address.cloneBuilder()
                .queryParam(direction, "{place}")
                .encode()
                .uriVariables(Map.of("place", place))
                .toUriString();
    }
}
