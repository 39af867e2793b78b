package be.designations.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A demonstration in a JVM of its own, for tests that kill it. */
final class Demonstration {

    private static final String READY = "ready";

    private Demonstration() {}

    /** Returns once the note is committed; the process then waits to be ended. */
    static Process startInOwnProcess(Path directory, String note) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demonstration.class.getName(),
                        directory.toString(),
                        note)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The demonstration has ended by itself");
            }
        }
        return process;
    }

    public static void main(String[] arguments) throws InterruptedException {
        DemoDirectory directory = DemoDirectory.open(Path.of(arguments[0]));
        write(EmbeddedDatabase.start(directory, 0), arguments[1]);
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }

    static void write(EmbeddedDatabase database, String note) {
        JdbcClient jdbc = jdbc(database);
        jdbc.sql("create table if not exists note (text text)").update();
        jdbc.sql("insert into note values (?)").param(note).update();
    }

    /** As the owner, who makes tables. */
    static JdbcClient jdbc(EmbeddedDatabase database) {
        FlywayConnectionDetails owner = database.owner();
        return JdbcClient.create(
                new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()));
    }
}
