package be.designations.insight.api;

import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@link OwnAccessController} reads. */
@Component
class OwnContactSchema implements BodySchemas {

    private final Schemas schemas;

    OwnContactSchema(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of("OwnContact", schemas.ofForm("own-contact"));
    }
}
