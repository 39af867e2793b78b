package be.designations.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of the program, in whichever bundle they stand. */
public final class Bundles {

    private static final String FOLDER = "src/main/resources/messages";

    private Bundles() {}

    /**
     * @param suffix of the files of a language: {@code _nl}; empty for French
     * @param prefix with which the keys begin
     */
    public static Map<String, String> texts(String suffix, String prefix) {
        Map<String, String> texts = new TreeMap<>();
        SourceFiles.below(FOLDER, "[a-z]+" + suffix + "\\.properties").forEach(bundle -> texts.putAll(read(bundle)));
        texts.keySet().removeIf(key -> !key.startsWith(prefix));
        return texts;
    }

    /** The texts of one file, by key. */
    public static Map<String, String> read(Path bundle) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            read.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
