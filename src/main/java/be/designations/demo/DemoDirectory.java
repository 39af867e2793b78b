package be.designations.demo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The directory of one running demonstration. Its marker file says that the content is ours, and so may be
 * deleted; the lock on that file says that it is in use, for as long as this object is open.
 */
final class DemoDirectory implements AutoCloseable {

    static final String MARKER = ".designations-demo";
    private static final String BINARIES = "binaries";

    private final Path root;
    private final FileChannel marker;

    private DemoDirectory(Path root, FileChannel marker) {
        this.root = root;
        this.marker = marker;
    }

    /**
     * Takes possession of a directory, making it when it is absent.
     *
     * @throws DemoStartException when it holds what is not ours, or when another process uses it
     */
    static DemoDirectory open(Path directory) {
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            if (!Files.exists(root.resolve(MARKER)) && !isEmpty(root)) {
                throw new DemoStartException(
                        "The directory " + root + " holds files that the demonstration did not put there.",
                        "Choose another one with --designations.demo.directory=…, or empty it yourself.");
            }
            // The library leaves the unpacked programs writable to everyone: here nobody else gets near them.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            FileChannel marker = FileChannel.open(root.resolve(MARKER), CREATE, READ, WRITE);
            if (lock(marker) == null) {
                String owner = read(marker);
                marker.close();
                throw new DemoStartException(
                        "A demonstration (process " + owner + ") already runs in " + root + ".",
                        "Stop it first, or choose another directory with --designations.demo.directory=… and other ports.");
            }
            marker.truncate(0);
            marker.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new DemoDirectory(root, marker);
        } catch (IOException e) {
            throw new DemoStartException(
                    "The directory " + directory.toAbsolutePath() + " cannot be used: " + e,
                    "Choose another one with --designations.demo.directory=…",
                    e);
        }
    }

    Path database() {
        return root.resolve("postgres");
    }

    Path databaseLog() {
        return root.resolve("postgres.log");
    }

    Path databasePassword() {
        return root.resolve("postgres.password");
    }

    Path binaries() {
        return root.resolve(BINARIES);
    }

    Path mails() {
        return root.resolve("mails");
    }

    /** Throws away all data; the unpacked server programs stay. */
    void empty() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(MARKER) && !name.equals(BINARIES)) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives up possession; the marker stays. */
    @Override
    public void close() {
        try {
            marker.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        channel.read(content, 0);
        return StandardCharsets.US_ASCII.decode(content.flip()).toString();
    }
}
