package be.designations.upkeep;

import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What traces have to do with the rest, where they are wanted. */
@Configuration(proxyBeanMethods = false)
class TracesConfiguration {

    /** Under names of their own: the trace that log lines, audit entries and answers carry is the one that a caller may bring. */
    @Bean
    Slf4JEventListener tracesInTheLog() {
        return new Slf4JEventListener("openTelemetryTraceId", "openTelemetrySpanId");
    }
}
