package be.designations.api;

import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps a caller from filling the memory, or a draft, with one giant body. */
@Configuration(proxyBeanMethods = false)
class BodyLimit {

    /** Bytes; as much as the servlet container reads of a form. */
    private static final long LONGEST = 2L * 1024 * 1024;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer longestBody() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxDocumentLength(LONGEST).build();
        return builder -> builder.postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(limits));
    }
}
