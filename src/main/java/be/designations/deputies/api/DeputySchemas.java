package be.designations.deputies.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.text;

import be.designations.access.CapacityKind;
import be.designations.api.BodySchemas;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the bodies that {@link DeputiesController} reads. */
@Component
class DeputySchemas implements BodySchemas {

    @Override
    public Map<String, Schema<?>> byName() {
        StringSchema capacity = new StringSchema();
        CapacityKind.DESKS.stream().map(Enum::name).sorted().forEach(capacity::addEnumItem);
        return Map.of(
                "NewDeputation",
                closed(
                        Map.of(
                                "deputy",
                                        new StringSchema().format("uuid").description("Who works for the same office"),
                                "capacities",
                                        new ArraySchema().items(capacity).description("As what: some or all of yours"),
                                "firstDay", day("Today or later"),
                                "lastDay", day("That day included; six months at most"),
                                "reason", text("At most 1,000 characters")),
                        "deputy",
                        "capacities",
                        "firstDay",
                        "lastDay"),
                "DeputationEnd",
                closed(Map.of("reason", text("Needed from support; at most 1,000 characters"))));
    }
}
