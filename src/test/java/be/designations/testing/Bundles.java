package be.designations.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the program, in whichever bundle they stand. */
public final class Bundles {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private Bundles() {}

    /**
     * @param suffix of the files of a language: {@code _nl}; empty for French
     * @param prefix with which the keys begin
     */
    public static Map<String, String> texts(String suffix, String prefix) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> bundles = files.filter(
                            file -> file.getFileName().toString().matches("[a-z]+" + suffix + "\\.properties"))
                    .toList();
            for (Path bundle : bundles) {
                Properties read = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    read.load(reader);
                }
                read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        texts.keySet().removeIf(key -> !key.startsWith(prefix));
        return texts;
    }
}
