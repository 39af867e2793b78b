package be.designations.insight.web;

import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessOverview.UserOrder;
import be.designations.insight.AccessOverview.UserState;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The filter of a list of users as it stands in an address: {@code q} the words typed, {@code subdivision}, {@code role},
 * {@code state}, {@code sort}, {@code order} ({@code desc} turns round), {@code size}, and {@code after} or
 * {@code before} a person. What was made up falls back to the list without it.
 */
public record UserListAddress(String path, UserFilter filter) {

    /** How many a page can be asked for. */
    static final List<Integer> SIZES = List.of(25, 50, 100);

    private static final int LONGEST_QUERY = 100;

    static UserFilter filter(MultiValueMap<String, String> asked) {
        String typed = first(asked, "q").orElse("");
        return new UserFilter(
                typed.substring(0, Math.min(LONGEST_QUERY, typed.length())),
                first(asked, "subdivision").flatMap(Inputs::id).orElse(null),
                first(asked, "role").orElse(null),
                one(UserState.values(), asked, "state").orElse(UserState.ANY),
                one(UserOrder.values(), asked, "sort").orElse(UserOrder.NAME),
                first(asked, "order").filter("desc"::equals).isPresent(),
                first(asked, "size")
                        .flatMap(size -> SIZES.stream()
                                .filter(known -> known.toString().equals(size))
                                .findFirst())
                        .orElse(UserFilter.ALL.size()),
                cursor(asked));
    }

    /** Where a page is found, or null when there is none. */
    public @Nullable String page(@Nullable UserCursor cursor) {
        return cursor == null ? null : address(filter.from(cursor));
    }

    /** The list in that order; in the order that it has, turned round. */
    public String sortedBy(UserOrder order) {
        return address(filter.by(order, filter.order() == order && !filter.descending()));
    }

    /** For {@code aria-sort}, or null for the column by which the list is not sorted. */
    public @Nullable String sorting(UserOrder order) {
        if (filter.order() != order) {
            return null;
        }
        return filter.descending() ? "descending" : "ascending";
    }

    /** The query of this page of the list, empty for the whole list: a form sends it on, so that the way back leads here. */
    public String query() {
        String address = address(filter);
        int from = address.indexOf('?');
        return from < 0 ? "" : address.substring(from + 1, address.indexOf('#'));
    }

    /** Reads what {@link #query} wrote; what was made up is the whole list. */
    static MultiValueMap<String, String> read(String query) {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        try {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> values.stream()
                            .filter(Objects::nonNull)
                            .forEach(value -> asked.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException madeUp) {
            asked.clear();
        }
        return asked;
    }

    /** The whole list. */
    public String all() {
        return path + "#users";
    }

    public List<Integer> sizes() {
        return SIZES;
    }

    private String address(UserFilter wanted) {
        Address address = Address.of(path)
                .at("users")
                .with("q", wanted.typed())
                .with("subdivision", wanted.subdivision())
                .with("role", wanted.roleCode())
                .with("state", wanted.state() == UserState.ANY ? null : lower(wanted.state()))
                .with("sort", wanted.order() == UserOrder.NAME ? null : lower(wanted.order()))
                .with("order", wanted.descending() ? "desc" : null)
                .with("size", wanted.size() == UserFilter.ALL.size() ? null : wanted.size());
        UserCursor cursor = wanted.cursor();
        return (cursor == null ? address : address.from(cursor.person(), cursor.backward())).toString();
    }

    private static @Nullable UserCursor cursor(MultiValueMap<String, String> asked) {
        Optional<UUID> after = first(asked, "after").flatMap(Inputs::id);
        return after.or(() -> first(asked, "before").flatMap(Inputs::id))
                .map(person -> new UserCursor(new PersonId(person), after.isEmpty()))
                .orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] among, MultiValueMap<String, String> asked, String name) {
        return first(asked, name).flatMap(text -> Arrays.stream(among)
                .filter(known -> lower(known).equals(text))
                .findFirst());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> first(MultiValueMap<String, String> asked, String name) {
        return Optional.ofNullable(asked.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
