package be.designations.management.web.rights;

import be.designations.insight.Staff;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The list of people as it stands in an address: {@code q}, {@code sort}, {@code order} ({@code desc} turns round), {@code size},
 * {@code page}, {@code view} ({@code table}; else cards), and what it is for. What was made up falls back to the list without it.
 *
 * @param purpose for what people are chosen: {@code grant}, {@code revoke} or {@code compare}; null for the list itself
 */
public record StaffList(
        String path,
        Staff.Filter filter,
        boolean table,
        @Nullable String purpose) {

    static final List<Integer> SIZES = List.of(10, 25, 50, 200);
    private static final Set<String> PURPOSES = Set.of("grant", "revoke", "compare");
    private static final int LONGEST_QUERY = 100;
    private static final int A_PAGE = 25;

    static StaffList read(String path, MultiValueMap<String, String> asked) {
        String size = asked.getFirst("size");
        return new StaffList(
                path,
                new Staff.Filter(
                        Inputs.line(Optional.ofNullable(asked.getFirst("q")).orElse(""), LONGEST_QUERY),
                        null,
                        Stream.of(Staff.Order.values())
                                .filter(order -> lower(order).equals(asked.getFirst("sort")))
                                .findFirst()
                                .orElse(Staff.Order.NAME),
                        "desc".equals(asked.getFirst("order")),
                        number(asked.getFirst("page")),
                        SIZES.stream()
                                .filter(known -> known.toString().equals(size))
                                .findFirst()
                                .orElse(A_PAGE)),
                "table".equals(asked.getFirst("view")),
                Optional.ofNullable(asked.getFirst("for"))
                        .filter(PURPOSES::contains)
                        .orElse(null));
    }

    /** Of a page, from 1; what was made up is the first. */
    static int number(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    public String page(int number) {
        return address(filter.order(), filter.descending(), table, number);
    }

    /** In that order; in the order that it has, turned round. */
    public String sortedBy(Staff.Order order) {
        return address(order, filter.order() == order && !filter.descending(), table, 1);
    }

    /** For {@code aria-sort}, or null for the column by which the list is not sorted. */
    public @Nullable String sorting(Staff.Order order) {
        if (filter.order() != order) {
            return null;
        }
        return filter.descending() ? "descending" : "ascending";
    }

    public String as(boolean inTable) {
        return address(filter.order(), filter.descending(), inTable, filter.page());
    }

    public List<Integer> sizes() {
        return SIZES;
    }

    private String address(Staff.Order order, boolean descending, boolean inTable, int page) {
        return Address.of(path)
                .with("q", filter.typed())
                .with("sort", order == Staff.Order.NAME ? null : lower(order))
                .with("order", descending ? "desc" : null)
                .with("size", filter.size() == A_PAGE ? null : filter.size())
                .with("view", inTable ? "table" : null)
                .with("for", purpose)
                .with("page", page == 1 ? null : page)
                .toString();
    }

    private static String lower(Staff.Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
