package be.designations.insight.web;

import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.EntityList;
import be.designations.insight.EntityList.Cursor;
import be.designations.pages.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The words typed and the page of a list of entities, as they stand in an address. */
final class EntityPages {

    /** From more entities than this on, a list of one's own can be searched. */
    private static final int SCANNABLE = 12;

    private static final int LONGEST_QUERY = 100;

    private EntityPages() {}

    static String typed(String text) {
        return text.strip().substring(0, Math.min(LONGEST_QUERY, text.strip().length()));
    }

    /** An address that was made up leads to the first page. */
    static @Nullable Cursor cursor(@Nullable String after, @Nullable String before) {
        String number = after == null ? before : after;
        return Optional.ofNullable(number)
                .flatMap(EnterpriseNumber::parse)
                .map(parsed -> new Cursor(parsed, after == null))
                .orElse(null);
    }

    /** What the page shows of the list besides its lines. */
    static void addTo(Page page, String path, String query, EntityList.Page found, int total) {
        page.with("path", path)
                .with("query", query)
                .with("total", total)
                .with("searchable", total > SCANNABLE)
                .with("previous", address(path, query, found.previous()))
                .with("next", address(path, query, found.next()));
    }

    static @Nullable String address(String path, String query, @Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath(path);
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        return address.queryParam(
                        cursor.backward() ? "before" : "after", cursor.number().value())
                .encode()
                .buildAndExpand(query)
                .toUriString();
    }
}
