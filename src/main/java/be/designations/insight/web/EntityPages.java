package be.designations.insight.web;

import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.EntityList;
import be.designations.insight.EntityList.Cursor;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page of a list of entities is asked for, as it stands in the address. */
public final class EntityPages {

    /** From more entities than this on, a list of one's own can be searched. */
    private static final int SCANNABLE = 12;

    private static final int LONGEST_QUERY = 100;

    private final String typed;
    private final @Nullable Cursor cursor;

    /**
     * An address that was made up leads to the first page.
     *
     * @param q      name, enterprise number or postal code
     * @param after  number of the last entity of the page before
     * @param before number of the first entity of the page after
     */
    public EntityPages(@Nullable String q, @Nullable String after, @Nullable String before) {
        this.typed = q == null ? "" : Inputs.line(q, LONGEST_QUERY);
        this.cursor = Optional.ofNullable(after == null ? before : after)
                .flatMap(EnterpriseNumber::parse)
                .map(number -> new Cursor(number, after == null))
                .orElse(null);
    }

    /** The first page of all. */
    public static EntityPages first() {
        return new EntityPages(null, null, null);
    }

    public String typed() {
        return typed;
    }

    public @Nullable Cursor cursor() {
        return cursor;
    }

    /** What the page shows of the list besides its lines. */
    void addTo(Page page, String path, EntityList.Page found) {
        page.with("path", path)
                .with("query", typed)
                .with("previous", address(path, found.previous()))
                .with("next", address(path, found.next()));
    }

    /** The same of a list of one's own, of so many entities. */
    public void addTo(Page page, String path, EntityList.Page found, int total) {
        addTo(page, path, found);
        page.with("total", total).with("searchable", total > SCANNABLE);
    }

    private @Nullable String address(String path, @Nullable Cursor there) {
        return there == null
                ? null
                : Address.of(path)
                        .with("q", typed)
                        .from(there.number().value(), there.backward())
                        .toString();
    }
}
