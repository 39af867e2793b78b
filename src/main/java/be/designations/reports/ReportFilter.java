package be.designations.reports;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a report.
 *
 * @param name beginning of a last or first name; empty for everybody
 * @param role code of a role, or null for all
 * @param days within how many days a right ends, 1 to 3660; in the report of those that end only
 */
public record ReportFilter(String name, @Nullable String role, int days) {

    public static final int USUAL_DAYS = 90;
    public static final int MOST_DAYS = 3_660;

    /** @throws IllegalArgumentException when the days are none that can be asked for */
    public ReportFilter {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days: 1 to " + MOST_DAYS);
        }
    }
}
