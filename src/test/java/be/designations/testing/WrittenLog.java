package be.designations.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What is logged while it is open, whatever the lines look like: that is up to the context which was started first. */
public final class WrittenLog implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    public WrittenLog() {
        written.start();
        ROOT.addAppender(written);
    }

    /** The messages, with exceptions and fields. */
    public List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(event -> event.getFormattedMessage()
                        + ' '
                        + event.getKeyValuePairs()
                        + ' '
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .toList();
    }

    /** The fields of the last security event. */
    public Map<String, String> lastEvent() {
        Map<String, String> fields = new LinkedHashMap<>();
        List.copyOf(written.list).stream()
                .filter(event -> event.getLoggerName().equals("be.designations.security.events"))
                .reduce((before, last) -> last)
                .ifPresent(event ->
                        event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, String.valueOf(pair.value))));
        return fields;
    }

    @Override
    public void close() {
        ROOT.detachAppender(written);
    }
}
