package be.designations.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that all nodes add anchors to, one a line. A line that was torn, by a full disk or a power cut, stays one line: the next
 * anchor begins on its own.
 */
final class AnchorFile {

    private static final String NEW_LINE = System.lineSeparator();

    private final Path file;

    AnchorFile(Path file) {
        this.file = file;
    }

    /** Returns when it is on the disk; one at a time of all nodes. */
    void append(String anchor) throws IOException {
        // All channels of a process share its lock on a file, and the first that is closed gives it up: none may be
        // open elsewhere.
        synchronized (AnchorFile.class) {
            try (FileChannel end = FileChannel.open(file, CREATE, APPEND);
                    FileChannel before = FileChannel.open(file, READ)) {
                var unused = end.lock();
                ByteBuffer line =
                        StandardCharsets.UTF_8.encode((endsInTheMiddle(before) ? NEW_LINE : "") + anchor + NEW_LINE);
                while (line.hasRemaining()) {
                    end.write(line);
                }
                end.force(true);
            }
        }
    }

    private static boolean endsInTheMiddle(FileChannel before) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return before.size() > 0 && before.read(last, before.size() - 1) == 1 && last.get(0) != '\n';
    }

    /** Without blank ones, which say nothing. One that was torn is among them. */
    List<String> lines() throws IOException {
        synchronized (AnchorFile.class) {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        }
    }
}
