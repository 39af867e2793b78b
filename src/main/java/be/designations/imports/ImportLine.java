package be.designations.imports;

import be.designations.calendar.Days;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.Niss;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line that can be read: whom it names, and what it wants of them; nothing of somebody who is tied to the entity already.
 *
 * @param relationship null when the line wants none
 * @param right        null when the line wants none
 */
record ImportLine(
        Niss niss, @Nullable Wanted relationship, @Nullable WantedRight right) {

    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private static final Pattern BETWEEN_UNITS = Pattern.compile("[\\s|/+]+");

    /** In a file: the right holds for the whole entity. */
    static final String WHOLE_ENTITY = "*";

    /**
     * A working relationship.
     *
     * @param firstDay null for today
     * @param lastDay  null when no end is known
     */
    record Wanted(
            RelationshipCategory category,
            String email,
            String phone,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String reason) {}

    /**
     * A right.
     *
     * @param firstDay null for today
     * @param lastDay  null when no end is known
     * @param context  empty for the whole entity
     * @param everywhere whether the line says so
     */
    record WantedRight(
            String role,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            Set<EstablishmentUnitNumber> context,
            boolean everywhere,
            @Nullable String reason) {

        WantedRight {
            context = Set.copyOf(context);
        }
    }

    /** What was read of a line: the line, or what is wrong with it. */
    record Read(@Nullable ImportLine line, List<Problem> problems) {

        Read {
            problems = List.copyOf(problems);
        }
    }

    /** @param cells for each {@link Column}, in their order */
    static Read of(List<String> cells, LocalDate today) {
        return new Reader(cells, today).read();
    }

    /** Reads one line and gathers all that is wrong with it. */
    private static final class Reader {

        private final List<String> cells;
        private final LocalDate today;
        private final List<Problem> problems = new ArrayList<>();

        Reader(List<String> cells, LocalDate today) {
            this.cells = cells;
            this.today = today;
        }

        Read read() {
            Optional<Niss> niss = Niss.parse(cell(Column.NISS)).filter(number -> !number.isBornAfter(today));
            if (niss.isEmpty()) {
                problems.add(Problem.of(Column.NISS, "imports.niss-unreadable"));
            }
            boolean related = says(
                    Column.CATEGORY,
                    Column.EMAIL,
                    Column.PHONE,
                    Column.RELATIONSHIP_FROM,
                    Column.RELATIONSHIP_UNTIL,
                    Column.RELATIONSHIP_REASON);
            boolean entitled = says(Column.ROLE, Column.RIGHT_FROM, Column.RIGHT_UNTIL, Column.CONTEXT, Column.REASON);
            Wanted relationship = related ? relationship() : null;
            WantedRight right = entitled ? right() : null;
            return problems.isEmpty()
                    ? new Read(new ImportLine(niss.orElseThrow(), relationship, right), List.of())
                    : new Read(null, problems);
        }

        private String cell(Column column) {
            return column.in(cells);
        }

        private boolean says(Column... columns) {
            return Arrays.stream(columns).anyMatch(column -> !cell(column).isEmpty());
        }

        private @Nullable Wanted relationship() {
            LocalDate from = day(Column.RELATIONSHIP_FROM);
            LocalDate until = day(Column.RELATIONSHIP_UNTIL);
            Optional<RelationshipCategory> category = Arrays.stream(RelationshipCategory.values())
                    .filter(known -> known.name().equals(cell(Column.CATEGORY).toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (category.isEmpty()) {
                problems.add(Problem.of(
                        Column.CATEGORY,
                        "imports.category-unknown",
                        String.join(
                                ", ",
                                Arrays.stream(RelationshipCategory.values())
                                        .map(Enum::name)
                                        .toList())));
                return null;
            }
            return new Wanted(
                    category.get(),
                    cell(Column.EMAIL),
                    cell(Column.PHONE),
                    from,
                    until,
                    cell(Column.RELATIONSHIP_REASON));
        }

        private @Nullable WantedRight right() {
            LocalDate from = day(Column.RIGHT_FROM);
            LocalDate until = day(Column.RIGHT_UNTIL);
            String role = cell(Column.ROLE).toUpperCase(Locale.ROOT);
            if (role.isEmpty()) {
                problems.add(Problem.of(Column.ROLE, "imports.role-missing"));
            }
            String context = cell(Column.CONTEXT);
            boolean everywhere = context.equals(WHOLE_ENTITY);
            Set<EstablishmentUnitNumber> units = new LinkedHashSet<>();
            if (!context.isEmpty() && !everywhere) {
                BETWEEN_UNITS.splitAsStream(context).forEach(unit -> EstablishmentUnitNumber.parse(unit)
                        .ifPresentOrElse(
                                units::add, () -> problems.add(Problem.of(Column.CONTEXT, "imports.unit-unreadable"))));
            }
            String reason = cell(Column.REASON);
            return new WantedRight(role, from, until, units, everywhere, reason.isEmpty() ? null : reason);
        }

        private @Nullable LocalDate day(Column column) {
            String text = cell(column);
            if (text.isEmpty()) {
                return null;
            }
            Optional<LocalDate> day = DAYS.stream()
                    .flatMap(format -> parse(text, format).stream())
                    .findFirst();
            if (day.isPresent()) {
                return day.get();
            }
            problems.add(Problem.of(column, "imports.day-unreadable"));
            return null;
        }

        private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
            try {
                return Optional.of(Days.ofTheseTimes(LocalDate.parse(text, format)));
            } catch (DateTimeException another) {
                return Optional.empty();
            }
        }
    }
}
