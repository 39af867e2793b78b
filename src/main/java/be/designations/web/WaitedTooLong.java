package be.designations.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what the database gave up for having waited too long from what went wrong. */
final class WaitedTooLong {

    /** What else is waited for is done or given up by then. */
    static final String SECONDS_TO_RETRY = "10";

    /** A lock that was not had in time; a statement that took too long; a session that was silent in a transaction. */
    private static final Set<String> STATES = Set.of("55P03", "57014", "25P03");

    private WaitedTooLong() {}

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException // no connection was free in time
                        || (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))));
    }
}
