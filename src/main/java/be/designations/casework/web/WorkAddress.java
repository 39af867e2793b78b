package be.designations.casework.web;

import be.designations.casework.Place;
import be.designations.casework.WorkAsked;
import be.designations.casework.WorkList.Order;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the list of work leads from what is asked of it. */
public record WorkAddress(WorkAsked asked) {

    static final String PATH = "/work";
    static final String FILE = PATH + ".csv";

    /** The list, or the same as a file. */
    UriComponentsBuilder at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        Map<String, String> parameters = asked.parameters();
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().uriVariables(Map.copyOf(parameters));
    }

    /** The list as it is. */
    public String here() {
        return at(PATH).toUriString();
    }

    /** The same, where somebody has turned its pages: as {@link ListPage#read}. What is no place counts for nothing. */
    String here(@Nullable String after, @Nullable String before) {
        UriComponentsBuilder address = at(PATH);
        Optional.ofNullable(after).flatMap(Place::parse).ifPresent(line -> address.queryParam("after", line));
        Optional.ofNullable(before).flatMap(Place::parse).ifPresent(line -> address.queryParam("before", line));
        return address.toUriString();
    }

    /** The list as it is, with a dossier beside it. */
    public String showing(String dossier) {
        return at(PATH).queryParam("preview", dossier).toUriString();
    }

    public String file() {
        return at(FILE).toUriString();
    }

    /** Another view of the same. */
    public String in(String view) {
        return new WorkAddress(asked.in(view)).here();
    }

    /** The list in the order of that column, {@code due} or {@code created}; in the order that it has, turned round. */
    public String sortedBy(String column) {
        return new WorkAddress(
                        column.equals("due")
                                ? asked.by(Order.DUE_FIRST, Order.DUE_LAST)
                                : asked.by(Order.NEWEST_FIRST, Order.OLDEST_FIRST))
                .here();
    }

    /** For {@code aria-sort}, or null for the column by which the list is not sorted. */
    public @Nullable String sorting(String column) {
        return asked.order().byDue() != column.equals("due")
                ? null
                : asked.order().ascending() ? "ascending" : "descending";
    }
}
