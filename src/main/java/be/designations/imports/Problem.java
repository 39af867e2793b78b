package be.designations.imports;

import be.designations.calendar.BelgianDates;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line is not taken.
 *
 * @param column    in which it stands; null when the line as a whole is meant
 * @param code      of the rule, which has its sentence under {@code rejection.<code>}
 * @param arguments of that sentence, numbers or texts; never a NISS
 */
public record Problem(@Nullable Column column, String code, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(@Nullable Column column, String code, Object... arguments) {
        return new Problem(column, code, List.of(arguments));
    }

    /** @param column where the rule’s field stands in a file, or null for the whole line */
    static Problem of(Rejection rejection, @Nullable Column column) {
        return new Problem(
                column,
                rejection.code(),
                rejection.arguments().stream().map(Problem::plain).toList());
    }

    private static Object plain(Object argument) {
        if (argument instanceof Integer || argument instanceof Long) {
            return argument;
        }
        return argument instanceof LocalDate day ? new BelgianDates().day(day) : argument.toString();
    }
}
