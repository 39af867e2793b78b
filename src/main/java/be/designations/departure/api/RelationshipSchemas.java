package be.designations.departure.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.email;
import static be.designations.api.Schemas.flag;
import static be.designations.api.Schemas.oneOf;
import static be.designations.api.Schemas.text;

import be.designations.api.BodySchemas;
import be.designations.directory.RelationshipCategory;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the bodies that {@link RelationshipsController} reads. */
@Component
class RelationshipSchemas implements BodySchemas {

    private static final String REASON = "Kept with the decision; at most 1,000 characters";

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of(
                "NewWorkingRelationship",
                closed(
                        Map.of(
                                "category", oneOf(RelationshipCategory.values()),
                                "email", email("At work"),
                                "phone", text("At work"),
                                "firstDay", day("Today or later"),
                                "lastDay", day("Left out when no end is known"),
                                "reason", text(REASON)),
                        "category",
                        "email",
                        "phone",
                        "firstDay"),
                "RelationshipEnd",
                closed(
                        Map.of(
                                "lastDay", day("Before the end that it has; it may be past"),
                                "reason", text(REASON + "; needed unless it is a preview"),
                                "preview", flag("Whether nothing is done: the answer says what would be")),
                        "lastDay"),
                "RelationshipExtension",
                closed(Map.of("lastDay", day("After the end that it has"), "reason", text(REASON)), "lastDay"));
    }
}
