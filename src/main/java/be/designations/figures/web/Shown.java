package be.designations.figures.web;

import be.designations.figures.Found;
import be.designations.figures.Slice;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The list behind a figure, as it is shown and written into a file.
 *
 * @param cells of a line, in the order of the columns
 */
public record Shown<L>(List<Column> columns, Function<Slice, Found<L>> list, Function<L, List<Cell>> cells) {

    public Shown {
        columns = List.copyOf(columns);
    }

    /**
     * @param code  its heading is {@code figures.column.<code>}
     * @param sort  by what the list is sorted with it, or null
     * @param paper whether it stands on the page too, and not in the file alone
     */
    public record Column(String code, @Nullable String sort, boolean paper) {

        static Column of(String code) {
            return new Column(code, null, true);
        }

        static Column sorted(String code, String sort) {
            return new Column(code, sort, true);
        }

        static Column onlyInFile(String code) {
            return new Column(code, null, false);
        }
    }

    /** @param address where it leads, or null */
    public record Cell(@Nullable String text, @Nullable String address) {

        static Cell of(@Nullable Object value) {
            return new Cell(value == null ? "" : value.toString(), null);
        }

        static Cell leading(@Nullable String text, @Nullable String address) {
            return new Cell(text == null ? "" : text, text == null ? null : address);
        }
    }
}
