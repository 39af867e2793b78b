package be.designations.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements that are run, as Spring's JDBC template tells of each. */
public final class StatementCount {

    private StatementCount() {}

    /** @return how many statements the calling thread ran for it */
    public static int of(Runnable work) {
        String thread = Thread.currentThread().getName();
        return count(work, thread::equals);
    }

    /** @return how many statements all threads ran meanwhile: those of a request, when nobody else sends one */
    public static int ofAllThreads(Runnable work) {
        return count(work, thread -> true);
    }

    /** @return how many statements requests ran meanwhile; not those of jobs and mails */
    public static int ofRequests(Runnable work) {
        return count(work, thread -> thread.contains("-exec-"));
    }

    private static int count(Runnable work, Predicate<String> counted) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var count = new AtomicInteger();
        var counter = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (counted.test(event.getThreadName())
                        && event.getMessage().startsWith("Executing prepared SQL statement [")) {
                    count.incrementAndGet();
                }
            }
        };
        counter.setContext(logger.getLoggerContext());
        counter.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(counter);
        try {
            work.run();
        } finally {
            logger.detachAppender(counter);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return count.get();
    }
}
