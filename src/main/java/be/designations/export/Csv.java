package be.designations.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a CSV file that a spreadsheet opens without running anything; semicolons, as Belgian Excel expects. */
public final class Csv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** One line with its end; what is null is an empty cell. */
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
