package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** Nobody begins a line of the log by what they typed. */
class LogFormatTest {

    private static final String TYPED = "typed\nFORGED\u001b[2J\u0085\r\tFORGED";

    private final LoggerContext context = new LoggerContext();

    @Test
    void a_line_for_people_has_no_control_characters_and_all_fields() throws IOException {
        assertThat(forPeople(event()).strip())
                .endsWith("typed?FORGED?[2J???FORGED code=\"a?b\"")
                .doesNotContain("\n");
    }

    @Test
    void no_line_of_a_stack_trace_passes_for_one_of_ours() throws IOException {
        var cause = new IllegalArgumentException(TYPED);
        var failure = new IllegalStateException("failed\n2026-01-01T00:00:00.000Z ERROR FORGED", cause);
        failure.addSuppressed(new IllegalStateException("\nFORGED"));
        var event = new LoggingEvent("x", context.getLogger("any"), Level.ERROR, "once", failure, null);
        event.setMDCPropertyMap(Map.of("traceId", "t1"));

        String logged = forPeople(event);

        assertThat(logged).doesNotContain("\u001b[2J", "\r", "\u0085").contains("FORGED?[2J??");
        List<String> lines = logged.lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines.get(0)).contains("[t1]").contains(": once");
        assertThat(lines.subList(1, lines.size()))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("| "))
                .anyMatch(line -> line.contains("Caused by: java.lang.IllegalArgumentException"));
    }

    private String forPeople(LoggingEvent event) throws IOException {
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(setting("application.yml", "logging.pattern.console"));
        layout.start();
        return layout.doLayout(event);
    }

    @Test
    void a_line_for_machines_is_one_object() throws IOException {
        context.putObject(Environment.class.getName(), new MockEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setFormat(setting("application-prod.yml", "logging.structured.format.console"));
        encoder.start();

        String line = new String(encoder.encode(event()), StandardCharsets.UTF_8).strip();

        assertThat(line).doesNotContain("\n", "\r", "\u001b", "\u0085");
        JsonNode read = new ObjectMapper().readTree(line);
        assertThat(read.path("message").asText()).isEqualTo(TYPED);
        assertThat(read.path("code").asText()).isEqualTo("a\nb");
    }

    private LoggingEvent event() {
        var event = new LoggingEvent("x", context.getLogger("any"), Level.WARN, TYPED, null, null);
        event.setMDCPropertyMap(Map.of("traceId", "t1"));
        event.addKeyValuePair(new KeyValuePair("code", "a\nb"));
        return event;
    }

    private static String setting(String file, String name) {
        var read = new YamlPropertiesFactoryBean();
        read.setResources(new ClassPathResource(file));
        return read.getObject().getProperty(name);
    }
}
