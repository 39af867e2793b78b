package be.designations.demo.country;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a load has put where.
 *
 * @param lines a line for each table, in the order of loading; empty when the same had been loaded before
 * @param seconds for all, with what comes after the tables
 */
public record CountryReport(List<Line> lines, double seconds) {

    public CountryReport {
        lines = List.copyOf(lines);
    }

    /** Whether anything was loaded: not when the same seed and size were there already. */
    public boolean hasLoaded() {
        return !lines.isEmpty();
    }

    @Override
    public String toString() {
        return hasLoaded()
                ? lines.stream()
                        .map(Line::toString)
                        .collect(
                                Collectors.joining(", ", String.format(Locale.ROOT, "loaded in %.0f s: ", seconds), ""))
                : "there already, nothing loaded";
    }

    /** One table. */
    public record Line(String table, long rows, double seconds) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: %d rows in %.1f s", table, rows, seconds);
        }
    }
}
