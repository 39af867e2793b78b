package be.designations.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.DesignationsApplication;
import be.designations.testing.SourceFiles;
import be.designations.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of a JVM to the first page, in a directory of its own: the first time, which makes the database, and again;
 * against the bare engine to the first answer of its REST API, on a database that it knows.
 */
class StartBench {

    private static final int STARTS = Integer.getInteger("bench.starts", 3);
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void start_to_first_page() throws IOException, InterruptedException {
        var table = new BenchTable("start", "start", "seconds", "bare engine, seconds", "to bare engine");
        try (TestDatabase database = TestDatabase.create()) {
            bareEngine(database);
            for (int i = 0; i < STARTS; i++) {
                double ours = demonstration();
                double bare = bareEngine(database);
                table.row(i == 0 ? "first" : "again", ours, bare, ours / bare);
            }
        }
        table.write();
    }

    private double demonstration() throws IOException, InterruptedException {
        // Without the tests' own beans.
        String application = Stream.of(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return started(
                application,
                DesignationsApplication.class,
                "/sign-in",
                List.of(
                        "--designations.demo.directory=" + directory.resolve("data"),
                        "--designations.demo.smtp-port=0",
                        "--spring.autoconfigure.exclude=" + System.getProperty("spring.autoconfigure.exclude", "")));
    }

    private double bareEngine(TestDatabase database) throws IOException, InterruptedException {
        return started(CLASS_PATH, BareEngine.class, "/engine-rest/engine", BareEngine.settings(database));
    }

    /** @return seconds until the page is there */
    private double started(String classPath, Class<?> program, String page, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                classPath,
                program.getName()));
        command.addAll(settings);
        command.add("--server.port=" + port);
        Path log = directory.resolve("log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> answers("http://127.0.0.1:" + port + page) || !process.isAlive());
            assertThat(process.isAlive()).as(() -> SourceFiles.read(log)).isTrue();
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private boolean answers(String address) throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address)).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
