package be.designations.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;

/** Traces leave only where an installation says where to, and without the number of a person. */
class TracesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(TracesConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    OpenTelemetryAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    OtlpTracingAutoConfiguration.class));

    @Test
    void nothing_is_sent_unless_it_is_said_where_to() {
        configured("application.yml").run(context -> assertThat(context).doesNotHaveBean(SpanExporter.class));
        configured("application-traces.yml", "application.yml")
                .withPropertyValues("DESIGNATIONS_TRACES_ENDPOINT=http://127.0.0.1:4318/v1/traces")
                .run(context -> assertThat(context).hasSingleBean(SpanExporter.class));
    }

    @Test
    void the_trace_that_a_caller_brings_stays_the_one_of_the_request() {
        configured("application-traces.yml", "application.yml")
                .withPropertyValues("DESIGNATIONS_TRACES_ENDPOINT=http://127.0.0.1:4318/v1/traces")
                .run(context -> assertThat(context)
                        .as("the only one that writes to the diagnostic context, under names of its own")
                        .getBean(Slf4JEventListener.class)
                        .isSameAs(context.getBean("tracesInTheLog"))
                        .hasFieldOrPropertyWithValue("traceIdKey", "openTelemetryTraceId"));
    }

    /** @param files those that come first win */
    private ApplicationContextRunner configured(String... files) {
        return application.withInitializer(context -> {
            for (String file : files) {
                try {
                    new YamlPropertySourceLoader()
                            .load(file, new ClassPathResource(file))
                            .forEach(context.getEnvironment().getPropertySources()::addLast);
                } catch (IOException unreadable) {
                    throw new IllegalStateException(unreadable);
                }
            }
        });
    }

    @Test
    void an_address_with_the_number_of_a_person_is_masked() {
        var context = new Observation.Context();
        context.addHighCardinalityKeyValue(KeyValue.of("http.url", "/people/85.07.30-033.28"));
        context.addHighCardinalityKeyValue(KeyValue.of("other", "/cases/DPD-2026-00001"));

        Observation.Context masked = new TracedWithoutNumbers().map(context);

        assertThat(masked.getHighCardinalityKeyValues().stream().map(KeyValue::getValue))
                .containsExactlyInAnyOrderElementsOf(List.of("/people/***********", "/cases/DPD-2026-00001"));
    }
}
