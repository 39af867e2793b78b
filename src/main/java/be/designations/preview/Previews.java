package be.designations.preview;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Draws pages of documents as pictures. Whatever is in a file, the browser gets dots alone; and what reads the file is a process of
 * its own ({@link PageDrawing}), which a file that unfolds to a giant or never ends takes down, and nothing else. Nothing is kept.
 */
@Component
public class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    /** So many are drawn at once on a node; so many others wait for so long. */
    private static final int AT_ONCE = 2;

    private static final int MOST_WAITING = 10;

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MEBIBYTES = 192;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Duration longest;
    private final int mebibytes;

    @Autowired
    Previews() {
        this(LONGEST, MEBIBYTES);
    }

    /** @param mebibytes of memory that the process has for its objects */
    Previews(Duration longest, int mebibytes) {
        this.longest = longest;
        this.mebibytes = mebibytes;
    }

    /** What is drawn. */
    public enum Kind {
        PDF(PageDrawing.PDF),
        PICTURE(PageDrawing.PICTURE);

        private final String argument;

        Kind(String argument) {
            this.argument = argument;
        }
    }

    /**
     * Draws a page.
     *
     * @param page from 1
     * @return nothing when there is no such page, the file cannot be drawn, or too many want to see one now
     */
    public Optional<PagePicture> page(byte[] file, Kind kind, int page) {
        boolean mine = false;
        try {
            mine = free.getQueueLength() < MOST_WAITING && free.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return mine ? drawn(file, kind, page) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException failed) {
            // Its message may quote the file.
            LOG.info("a page was not drawn: {}", failed.getClass().getSimpleName());
            return Optional.empty();
        } finally {
            if (mine) {
                free.release();
            }
        }
    }

    private Optional<PagePicture> drawn(byte[] file, Kind kind, int page) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(kind, page)).redirectError(Redirect.DISCARD);
        // Passwords stand there.
        builder.environment().clear();
        Process process = builder.start();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        try (InputStream output = process.getInputStream()) {
            try (OutputStream input = process.getOutputStream()) {
                input.write(file);
            }
            byte[] answer = output.readNBytes(LARGEST);
            return process.waitFor() == 0 ? read(answer, page) : Optional.empty();
        } finally {
            end.cancel(false);
            process.destroyForcibly();
        }
    }

    private static Optional<PagePicture> read(byte[] answer, int page) throws IOException {
        try (DataInputStream input = new DataInputStream(new ByteArrayInputStream(answer))) {
            int pages = input.readInt();
            byte[] jpeg = input.readAllBytes();
            return jpeg.length == 0 ? Optional.empty() : Optional.of(new PagePicture(page, pages, jpeg));
        } catch (EOFException broken) {
            return Optional.empty();
        }
    }

    private List<String> command(Kind kind, int page) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path")));
        String program = PageDrawing.class.getName();
        if (isPacked()) {
            command.add("-Dloader.main=" + program);
            program = "org.springframework.boot.loader.launch.PropertiesLauncher";
        }
        command.addAll(List.of(program, kind.argument, Integer.toString(page)));
        return command;
    }

    /** Whether the application runs from its one jar, in which another loader finds the classes. */
    private static boolean isPacked() {
        var source = PageDrawing.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().startsWith("jar:nested:");
    }
}
