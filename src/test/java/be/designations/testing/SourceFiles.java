package be.designations.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, for tests that read the program itself. */
public final class SourceFiles {

    private SourceFiles() {}

    /** Those in that folder and below it whose name matches, sorted. */
    public static List<Path> below(String folder, String name) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the pattern matches in Java files of that folder and below it. */
    public static Stream<MatchResult> matches(Pattern pattern, String folder) {
        return below(folder, ".*\\.java").stream()
                .flatMap(file -> pattern.matcher(read(file)).results());
    }
}
