package be.designations.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a transaction remembers is wrong from the moment on that it writes it. */
class WritersForgetTest {

    private static final Path SOURCES = Path.of("src/main/java/be/designations");

    private static final Pattern WRITES = Pattern.compile("(insert into|update|delete from)\\s+"
            + "(person|organisation|legal_function|responsibility|responsibility_block|role_assignment|case_file)\\b");

    /** They load data while nobody works, or write the language of somebody before any operation begins. */
    private static final Set<String> BEFORE_ALL_ELSE = Set.of("ReferenceData", "DemoData", "CountryModel", "Accounts");

    @Test
    void whoever_writes_what_transactions_remember_lets_go_of_it() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> writers = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> WRITES.matcher(text(path)).find())
                    .filter(path -> !BEFORE_ALL_ELSE.contains(
                            path.getFileName().toString().replace(".java", "")))
                    .toList();

            assertThat(writers).hasSizeGreaterThan(3);
            assertThat(writers).allSatisfy(path -> assertThat(text(path)).contains("TransactionMemory", "forget"));
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
