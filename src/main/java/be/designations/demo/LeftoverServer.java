package be.designations.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that an earlier run left behind because its JVM was killed. It still runs, holding
 * the data directory, or only its {@code postmaster.pid} is left.
 */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final long PATIENCE_SECONDS = 20;

    private LeftoverServer() {}

    /**
     * Stops what is left, as a normal stop does: with a checkpoint, and with nothing lost that was committed.
     * May only be called by who holds the directory's lock.
     */
    static void stop(DemoDirectory directory) {
        Path pidFile = directory.database().resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process == null) {
                return;
            }
            if (isOurs(process, directory)) {
                log.info("Stopping the database server (process {}) that an earlier run left behind", pid);
                stop(process);
            } else {
                // The number was given to another process since; PostgreSQL would take that one for its own.
                Files.delete(pidFile);
            }
        } catch (NoSuchFileException e) {
            log.debug("No database server was left behind");
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            log.debug("The file {} holds no process number", pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(ProcessHandle process, DemoDirectory directory) throws IOException {
        Path command = Path.of(process.info().command().orElse(""));
        return Files.isDirectory(directory.binaries())
                && command.startsWith(directory.binaries().toRealPath())
                && command.endsWith("postgres");
    }

    /** SIGINT asks PostgreSQL for its fast shutdown, SIGQUIT for the immediate one, which the next start repairs. */
    private static void stop(ProcessHandle process) throws IOException {
        for (String signal : new String[] {"-INT", "-QUIT"}) {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                log.warn("The database server (process {}) does not stop on signal {}", process.pid(), signal);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a database server stops", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A database server cannot be observed", e);
            }
        }
        throw new DemoStartException(
                "The database server (process " + process.pid() + ") that an earlier run left behind does not stop.",
                "End that process yourself, then start again.");
    }
}
