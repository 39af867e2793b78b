package be.designations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorKeyTest {

    /** As the field takes it, into which an anchor is pasted. */
    private static final int LONGEST = 4_000;

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
}
