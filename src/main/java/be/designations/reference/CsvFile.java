package be.designations.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** A file that comes with the program: a heading, then a line for each thing, its columns between commas. */
public final class CsvFile {

    private CsvFile() {}

    /**
     * @param columns how many each line has
     * @throws IllegalStateException for a line with fewer or more
     */
    public static <T> List<T> read(String file, int columns, Function<List<String>, T> line) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(text -> line.apply(columns(file, columns, text)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> columns(String file, int columns, String line) {
        List<String> found = List.of(line.split(",", -1));
        if (found.size() != columns) {
            throw new IllegalStateException(file + ": " + line);
        }
        return found;
    }
}
