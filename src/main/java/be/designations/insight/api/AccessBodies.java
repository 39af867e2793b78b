package be.designations.insight.api;

import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@link OwnAccessController} and {@link NissController} read. */
@Component
class AccessBodies implements BodySchemas {

    private final Schemas schemas;

    AccessBodies(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of(
                "OwnContact", schemas.ofForm("own-contact"),
                "NissEnquiry", schemas.ofForm(NissController.FORM));
    }
}
