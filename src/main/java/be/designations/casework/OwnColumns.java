package be.designations.casework;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of one kind of dossier alone.
 *
 * @param view a view of the database with a row for each dossier, {@code case_id}, and a column for each of these
 */
public record OwnColumns(String view, List<CaseColumn> columns) {

    private static final Pattern NAME = Pattern.compile("[a-z_]*");

    /** Of a kind that shows what every kind shows. */
    public static final OwnColumns NONE = new OwnColumns("", List.of());

    /** @throws IllegalArgumentException for names that cannot stand in a statement as they are */
    public OwnColumns {
        columns = List.copyOf(columns);
        if (!NAME.matcher(view).matches()
                || !columns.stream()
                        .allMatch(column -> NAME.matcher(column.name()).matches())) {
            throw new IllegalArgumentException("not the name of a view, or of its columns: " + view);
        }
    }
}
