package be.designations.expiry.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;

import be.designations.api.BodySchemas;
import be.designations.expiry.Expiry;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the bodies that {@link ExpiryApiController} reads. */
@Component
class ExpirySchemas implements BodySchemas {

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of(
                "EndingExtension",
                closed(Map.of("ids", ids(), "lastDay", day("The last day of each of them")), "ids", "lastDay"),
                "EndingNames",
                closed(Map.of("ids", ids()), "ids"));
    }

    private static Schema<?> ids() {
        return new ArraySchema()
                .items(new StringSchema().format("uuid"))
                .minItems(1)
                .maxItems(Expiry.MOST_AT_ONCE)
                .description("Ids of rights and working relationships");
    }
}
