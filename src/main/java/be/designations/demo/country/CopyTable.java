package be.designations.demo.country;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams rows into one table. What is not finished is cancelled. */
final class CopyTable implements AutoCloseable {

    /** How COPY writes null. The texts of the model hold nothing that it would read otherwise. */
    static final String NULL = "\\N";

    private static final Logger log = LoggerFactory.getLogger(CopyTable.class);

    /** The checks of foreign keys queue up until a statement ends: so it ends now and then. */
    private static final int ROWS_A_STATEMENT = 50_000;

    private static final int ROWS_A_LOG_LINE = 1_000_000;
    private static final int BUFFER = 1 << 16;

    private final CopyManager copy;
    private final String table;
    private final String sql;
    private final StringBuilder buffer = new StringBuilder(BUFFER);
    private final long begun = System.nanoTime();
    private @Nullable CopyIn statement;
    private long rows;

    /** @param columns the names, separated by commas */
    CopyTable(CopyManager copy, String table, String columns) {
        this.copy = copy;
        this.table = table;
        this.sql = "copy " + table + " (" + columns + ") from stdin";
    }

    /** Adds a row; each value goes in as its text. */
    void row(Object... values) throws SQLException {
        for (int column = 0; column < values.length; column++) {
            buffer.append(column == 0 ? "" : "\t").append(values[column]);
        }
        buffer.append('\n');
        rows++;
        if (buffer.length() > BUFFER - 1_000) {
            send();
        }
        if (rows % ROWS_A_STATEMENT == 0) {
            end();
        }
        if (rows % ROWS_A_LOG_LINE == 0) {
            log.info("{}: {} rows so far", table, rows);
        }
    }

    /** Ends the table. */
    CountryReport.Line finish() throws SQLException {
        end();
        var line = new CountryReport.Line(table, rows, (System.nanoTime() - begun) / 1e9);
        log.info("{}", line);
        return line;
    }

    @Override
    public void close() throws SQLException {
        if (statement != null && statement.isActive()) {
            statement.cancelCopy();
        }
    }

    private void send() throws SQLException {
        CopyIn running = statement == null ? copy.copyIn(sql) : statement;
        statement = running;
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        running.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void end() throws SQLException {
        send();
        if (statement != null) {
            statement.endCopy();
            statement = null;
        }
    }
}
