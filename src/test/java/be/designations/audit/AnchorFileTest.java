package be.designations.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFileTest {

    @TempDir
    private Path directory;

    private Path path;
    private AnchorFile file;

    @BeforeEach
    void noFile() {
        path = directory.resolve("anchors.txt");
        file = new AnchorFile(path);
    }

    @Test
    void each_anchor_is_a_line() throws IOException {
        assertThat(file.lines()).isEmpty();

        file.append("a.b.c");
        file.append("d.e.f");

        assertThat(path).hasContent("a.b.c\nd.e.f\n");
        assertThat(file.lines()).containsExactly("a.b.c", "d.e.f");
    }

    @Test
    void after_a_line_that_was_torn_the_next_anchor_begins_on_its_own() throws IOException {
        Files.writeString(path, "a.b.c\nd.e");

        file.append("g.h.i");
        file.append("j.k.l");

        assertThat(file.lines()).containsExactly("a.b.c", "d.e", "g.h.i", "j.k.l");
    }

    @Test
    void a_line_without_anything_is_none() throws IOException {
        Files.writeString(path, "\na.b.c\r\n\r\n \n");

        assertThat(file.lines()).containsExactly("a.b.c");
    }

    /** Another process would wait; within one, the JVM refuses it. */
    @Test
    void nobody_else_adds_to_it_meanwhile() throws IOException {
        file.append("a.b.c");
        try (FileChannel other = FileChannel.open(path, APPEND)) {
            var unused = other.lock();

            assertThatThrownBy(() -> file.append("d.e.f")).isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(file.lines()).containsExactly("a.b.c");
    }
}
