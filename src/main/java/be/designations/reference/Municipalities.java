package be.designations.reference;

import be.designations.directory.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads the file of municipalities; its README says where it comes from. */
public final class Municipalities {

    private static final String FILE = "reference/municipalities.csv";
    private static final int COLUMNS = 9;

    private Municipalities() {}

    /** All of them, by NIS code. */
    public static List<Municipality> read() {
        try (var lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Municipalities::municipality).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Municipality municipality(String line) {
        List<String> columns = List.of(line.split(",", -1));
        if (columns.size() != COLUMNS) {
            throw new IllegalStateException(FILE + ": " + line);
        }
        return new Municipality(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5),
                Arrays.stream(columns.get(6).split(" ", -1)).map(Language::of).toList(),
                columns.get(7),
                Integer.parseInt(columns.get(8)));
    }
}
