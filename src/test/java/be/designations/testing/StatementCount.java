package be.designations.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements that the calling thread runs, as Spring's JDBC template tells of each. */
public final class StatementCount {

    private StatementCount() {}

    /** @return how many statements it took */
    public static int of(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var count = new AtomicInteger();
        String thread = Thread.currentThread().getName();
        var counter = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getThreadName().equals(thread)
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
