package be.designations.imports;

import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of people, relationships and rights as it was read: UTF-8, separated by commas, semicolons or tabs. What cannot be read is
 * refused by its name, the whole file or its line. <i>Source: D53.</i>
 */
final class CsvTable {

    /** The part of the form, and of the request, in which a file comes. */
    static final String FIELD = "file";

    /** In bytes: ten thousand lines with long reasons. */
    static final int LARGEST = 5 * 1024 * 1024;

    static final int MOST_ROWS = 20_000;

    private static final String SEPARATORS = ";,\t";
    private static final String OTHER_SEPARATORS = "|:~^";
    private static final String MARK = "\u00EF\u00BB\u00BF";
    private static final Pattern SAID_SEPARATOR = Pattern.compile("(?i)\\Asep=(.)(\\r\\n|\\n|\\r)");
    private static final Pattern GUARDED = Pattern.compile("'[=+@\\t-].*", Pattern.DOTALL);

    private CsvTable() {}

    /**
     * One line that says something.
     *
     * @param cells  what it says, for each {@link Column} in their order; empty where nothing
     * @param problem why it cannot be read, or null
     */
    record Line(int number, List<String> cells, @Nullable Rejection problem) {

        Line {
            cells = List.copyOf(cells);
        }
    }

    /** @throws RejectedException when the file as a whole cannot be read; nothing is said of what stands in it */
    static List<Line> read(byte[] content) {
        refuseOtherFiles(content);
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        int removed = bytes.startsWith(MARK) ? MARK.length() : 0;
        String text = bytes.substring(removed);
        int before = 0;
        Matcher said = SAID_SEPARATOR.matcher(text);
        Character separator = null;
        if (said.find()) {
            separator = said.group(1).charAt(0);
            text = text.substring(said.end());
            before = 1;
        }
        return read(text, separator == null ? separatorOf(text) : known(separator), before);
    }

    private static List<Line> read(String text, char separator, int linesBefore) {
        // One more than may be, and the head: further than that nobody reads.
        List<CsvRecords.Raw> records = new ArrayList<>(CsvRecords.read(text, separator, MOST_ROWS + 2));
        if (records.isEmpty()) {
            throw refused("imports.empty");
        }
        CsvRecords.Raw head = records.remove(0);
        Map<Column, Integer> places = places(head);
        CsvRecords.Raw last = records.isEmpty() ? head : records.get(records.size() - 1);
        if (last.quoting() == CsvRecords.Quoting.OPEN) {
            throw refused("imports.quote-open", last.line() + linesBefore);
        }
        if (records.isEmpty()) {
            throw refused("imports.empty");
        }
        if (records.size() > MOST_ROWS) {
            throw refused("imports.too-many-rows", MOST_ROWS);
        }
        refuseOtherEncoding(records, linesBefore);
        return records.stream()
                .map(record -> line(record, head.cells().size(), places, linesBefore))
                .toList();
    }

    private static void refuseOtherFiles(byte[] content) {
        if (content.length == 0) {
            throw refused("imports.empty");
        }
        if (content.length > LARGEST) {
            throw refused("imports.too-large", LARGEST / 1024 / 1024);
        }
        if (begins(content, 'P', 'K') || begins(content, 0xD0, 0xCF)) {
            throw refused("imports.spreadsheet");
        }
        if (begins(content, 0xFE, 0xFF) || begins(content, 0xFF, 0xFE)) {
            throw refused("imports.encoding", "UTF-16");
        }
        int zeros = 0;
        for (byte one : content) {
            zeros += one == 0 ? 1 : 0;
        }
        if (zeros > content.length / 4) {
            throw refused("imports.encoding", "UTF-16");
        }
        if (zeros > 0 || begins(content, '%', 'P')) {
            throw refused("imports.not-text");
        }
    }

    private static boolean begins(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    /** The one that finds most columns in the first line. */
    private static char separatorOf(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS
                .chars()
                .mapToObj(code -> (char) code)
                .max(Comparator.comparing(candidate -> columnsFound(first, candidate)))
                .orElseThrow();
        if (columnsFound(first, best) < 2) {
            OTHER_SEPARATORS
                    .chars()
                    .mapToObj(code -> (char) code)
                    .filter(other -> columnsFound(first, other) > 1)
                    .findFirst()
                    .ifPresent(CsvTable::known);
        }
        return best;
    }

    private static long columnsFound(String line, char separator) {
        return CsvRecords.read(line, separator, 1).stream()
                .flatMap(record -> record.cells().stream())
                .filter(cell -> Column.of(cell).isPresent())
                .count();
    }

    private static char known(char separator) {
        if (SEPARATORS.indexOf(separator) < 0) {
            throw refused("imports.separator", String.valueOf(separator));
        }
        return separator;
    }

    private static Map<Column, Integer> places(CsvRecords.Raw head) {
        List<String> names = head.isUtf8() ? head.texts() : head.cells();
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                continue;
            }
            Column column = Column.of(name).orElseThrow(() -> refused("imports.column-unknown", shortened(name)));
            if (places.put(column, i) != null) {
                throw refused("imports.column-twice", column.code());
            }
        }
        Set<Column> something = EnumSet.of(Column.CATEGORY, Column.ROLE);
        if (!places.containsKey(Column.NISS) || something.stream().noneMatch(places::containsKey)) {
            throw refused("imports.column-missing");
        }
        return places;
    }

    /** A name of a column may be anything, a number of somebody too. */
    private static String shortened(String name) {
        String letters = name.replaceAll("[0-9\\p{Cntrl}]", "#");
        return letters.substring(0, Math.min(40, letters.length()));
    }

    /** Some lines in another encoding are wrong lines; where all are that tell, the file is. */
    private static void refuseOtherEncoding(List<CsvRecords.Raw> records, int linesBefore) {
        List<CsvRecords.Raw> telling =
                records.stream().filter(record -> !record.isAscii()).toList();
        if (telling.size() > 1 && telling.stream().noneMatch(CsvRecords.Raw::isUtf8)) {
            boolean windows = telling.stream().anyMatch(CsvRecords.Raw::isWindows);
            throw new RejectedException(Rejection.ofField(
                    "imports.encoding-of-lines",
                    FIELD,
                    encoding(windows),
                    telling.get(0).line() + linesBefore));
        }
    }

    private static String encoding(boolean windows) {
        return windows ? "Windows-1252" : "ISO-8859-1";
    }

    private static Line line(CsvRecords.Raw record, int width, Map<Column, Integer> places, int linesBefore) {
        int number = record.line() + linesBefore;
        List<String> none = List.of();
        if (!record.isUtf8()) {
            return new Line(number, none, Rejection.of("imports.line-encoding", encoding(record.isWindows())));
        }
        if (record.quoting() != CsvRecords.Quoting.WELL) {
            return new Line(number, none, Rejection.of("imports.quote-misplaced"));
        }
        List<String> texts = record.texts();
        boolean tooWide = IntStream.range(Math.min(width, texts.size()), texts.size())
                .anyMatch(i -> !texts.get(i).isEmpty());
        if (tooWide || texts.size() < width) {
            return new Line(number, none, Rejection.of("imports.cells", texts.size(), width));
        }
        List<String> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            Integer place = places.get(column);
            String text = place == null ? "" : texts.get(place);
            if (text.startsWith("=") || text.startsWith("@")) {
                return new Line(number, none, Rejection.ofField("imports.formula", column.code()));
            }
            cells.add(GUARDED.matcher(text).matches() ? text.substring(1) : text);
        }
        return new Line(number, cells, null);
    }

    private static RejectedException refused(String code, Object... arguments) {
        return new RejectedException(Rejection.ofField(code, FIELD, arguments));
    }

    /** How a person is found again among the lines: those of one person belong together. */
    static String personKey(List<String> cells) {
        return cells.isEmpty() ? "" : Column.NISS.in(cells).replaceAll("\\D", "");
    }
}
