package be.designations.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a benchmark measured: printed, and written to {@code target/bench/<name>.json}, with a picture of its last column beside
 * it. The load of the machine is kept with it, since it says what the numbers are worth.
 */
public final class BenchTable {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int LINE = 24;
    private static final int LABEL = 300;
    private static final int LONGEST_BAR = 400;

    private final String name;
    private final List<String> columns;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final double loadBefore = load();

    /** @param columns the last one is a number in every row */
    public BenchTable(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    /** @param values one for each column */
    public void row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + " has the columns " + columns + ", not " + Arrays.asList(values));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), values[i]);
        }
        rows.add(row);
    }

    /** Prints it, and writes the files. */
    public void write() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        all.put("at", Instant.now().toString());
        all.put("java", System.getProperty("java.version"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("largestHeapInMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        all.put("loadBefore", loadBefore);
        all.put("loadAfter", load());
        all.put("rows", rows);
        System.out.println(text());
        Files.createDirectories(FOLDER);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(FOLDER.resolve(name + ".json").toFile(), all);
        Files.writeString(FOLDER.resolve(name + ".svg"), picture());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** As a table of Markdown, ready for a document. */
    private String text() {
        return "\n%s (load %.1f before, %.1f after)\n\n".formatted(name, loadBefore, load())
                + line(columns)
                + line(columns.stream().map(column -> "---").toList())
                + rows.stream()
                        .map(row -> line(
                                row.values().stream().map(BenchTable::shown).toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String shown(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number)
                : value.toString();
    }

    private String picture() {
        String shown = columns.get(columns.size() - 1);
        double largest = rows.stream()
                .mapToDouble(row -> ((Number) row.get(shown)).doubleValue())
                .max()
                .orElse(1);
        StringBuilder bars = new StringBuilder();
        int y = LINE;
        for (Map<String, Object> row : rows) {
            double value = ((Number) row.get(shown)).doubleValue();
            String label = row.values().stream()
                    .filter(cell -> !(cell instanceof Double))
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            bars.append(String.format(
                    Locale.ROOT,
                    "<text x='0' y='%d'>%s</text><rect x='%d' y='%d' width='%.0f' height='14' fill='#1d70b8'/>"
                            + "<text x='%.0f' y='%d'>%s</text>%n",
                    y + LINE,
                    label,
                    LABEL,
                    y + LINE - 12,
                    LONGEST_BAR * value / largest,
                    LABEL + 6 + LONGEST_BAR * value / largest,
                    y + LINE,
                    shown(value)));
            y += LINE;
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='13'>%n"
                        .formatted(LABEL + LONGEST_BAR + 80, y + LINE)
                + "<text x='0' y='16' font-weight='bold'>%s: %s</text>%n%s</svg>%n".formatted(name, shown, bars);
    }
}
