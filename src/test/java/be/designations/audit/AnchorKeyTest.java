package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorKeyTest {

    /** As the field takes it, into which an anchor is pasted. */
    private static final int LONGEST = 4_000;

    private static final AuditAnchor ANCHOR =
            new AuditAnchor(new TreeMap<>(Map.of(3, 7L)), "ab".repeat(32), Instant.parse("2026-03-02T08:30:00Z"));

    @TempDir
    private Path directory;

    @Test
    void an_anchor_is_read_as_it_was_signed_and_is_short_enough_to_paste() throws IOException {
        AnchorKey key = AnchorKey.in(directory.resolve("key.json"));
        TreeMap<Integer, Long> places = new TreeMap<>();
        IntStream.rangeClosed(0, 32).forEach(lane -> places.put(lane, 9_000_000_000L + lane));
        AuditAnchor anchor = new AuditAnchor(places, "ab".repeat(32), Instant.parse("2026-03-02T08:30:00Z"));

        String signed = key.sign(anchor);

        assertThat(key.read(signed)).contains(anchor);
        assertThat(signed).hasSizeLessThan(LONGEST);
        assertThat(key.read(signed.replace('.', '_'))).isEmpty();
        assertThat(AnchorKey.in(directory.resolve("other.json")).read(signed)).isEmpty();
    }

    @Test
    void nodes_that_start_for_the_first_time_at_the_same_moment_have_one_key() throws Exception {
        int many = 4;
        ExecutorService nodes = Executors.newFixedThreadPool(many);
        try {
            for (int start = 0; start < 50; start++) {
                Path file = directory.resolve("key" + start + ".json");
                CyclicBarrier together = new CyclicBarrier(many);
                Callable<String> node = () -> {
                    together.await();
                    return AnchorKey.in(file).sign(ANCHOR);
                };
                List<Future<String>> signed = nodes.invokeAll(Collections.nCopies(many, node));

                AnchorKey key = AnchorKey.in(file);
                for (Future<String> anchor : signed) {
                    assertThat(key.read(anchor.get())).contains(ANCHOR);
                }
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void a_directory_that_knows_no_links_keeps_a_key_too() throws IOException {
        Map<String, String> withoutLinks = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("some.zip"), withoutLinks)) {
            Path file = zip.getPath("/key.json");

            String signed = AnchorKey.in(file).sign(ANCHOR);

            assertThat(AnchorKey.in(file).read(signed)).contains(ANCHOR);
        }
    }
}
