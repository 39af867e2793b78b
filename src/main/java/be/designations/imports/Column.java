package be.designations.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file can say of a person, in the order in which it is written; a file that is read has them in any order. */
public enum Column {
    NISS,
    CATEGORY,
    EMAIL,
    PHONE,
    RELATIONSHIP_FROM,
    RELATIONSHIP_UNTIL,
    RELATIONSHIP_REASON,
    ROLE,
    RIGHT_FROM,
    RIGHT_UNTIL,
    CONTEXT,
    REASON;

    private static final List<Column> ALL = List.of(values());

    /** As the first line of a file names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a line says there; it has a cell for each column, in their order. */
    String in(List<String> cells) {
        return cells.get(ALL.indexOf(this));
    }

    static Optional<Column> of(String named) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(named.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
