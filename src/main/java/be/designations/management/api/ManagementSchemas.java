package be.designations.management.api;

import be.designations.access.QualityKind;
import be.designations.directory.RelationshipCategory;
import be.designations.management.Users;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the bodies that {@link Bodies} and the controllers read. */
@Configuration(proxyBeanMethods = false)
class ManagementSchemas {

    private static final String NISS = "85073003328";

    @Bean
    OpenApiCustomizer managementBodies() {
        return document -> all().forEach(document.getComponents()::addSchemas);
    }

    private static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new TreeMap<>();
        schemas.put(
                "EntityDetailsChange",
                closed(
                        Map.of(
                                "email", email("Of the entity; preferably a general one"),
                                "letterLanguage",
                                        oneOf("One of the languages of its municipality", List.of("fr", "nl", "de"))),
                        "email",
                        "letterLanguage"));
        schemas.put(
                "QualityActivation",
                closed(
                        Map.of(
                                "kind", oneOf("", names(QualityKind.values())),
                                "identifier",
                                        text("A number of the type that the kind asks for: the enterprise number, "
                                                + "an ONSS number for NSSO_EMPLOYER, an ORPSS number for PPL_EMPLOYER"),
                                "email", email("The mailbox of the quality")),
                        "kind",
                        "identifier",
                        "email"));
        schemas.put("EmailChange", closed(Map.of("email", email("The mailbox of the quality")), "email"));
        schemas.put(
                "SubdivisionName",
                closed(Map.of("name", text("1 to 100 characters; another one than its neighbours have")), "name"));
        schemas.put("ManagerDecision", closed(Map.of("reason", reason())));
        schemas.put("CandidateNumber", closed(Map.of("niss", niss()), "niss").example(Map.of("niss", NISS)));
        schemas.put("RelationshipDeclaration", relationship());
        schemas.put("Designation", designation());
        schemas.put("NewUser", newUser());
        schemas.put("UserAction", userAction());
        return schemas;
    }

    private static Schema<?> relationship() {
        return closed(
                        Map.of(
                                "category", oneOf("", names(RelationshipCategory.values())),
                                "email", email("At work"),
                                "phone", text("At work"),
                                "lastDay", day("The last day on which it holds; left out when no end is known")),
                        "category",
                        "email",
                        "phone")
                .description("What ties the person to the entity; needed when that is not known");
    }

    private static Schema<?> designation() {
        return closed(
                        Map.of(
                                "niss", niss(),
                                "relationship", new Schema<>().$ref("RelationshipDeclaration"),
                                "confirmRemoval",
                                        new BooleanSchema()
                                                .description("Whether what the person is there and cannot stay may go"),
                                "replaces",
                                        id("For a post of one person: the responsibility that the new one follows, or null "
                                                        + "for none; somebody designated meanwhile is then not replaced. Left "
                                                        + "out: whoever has the post is.")
                                                .nullable(true),
                                "reason", reason()),
                        "niss")
                .example(Map.of("niss", NISS, "reason", "Remplace sa collègue"));
    }

    private static Schema<?> newUser() {
        return closed(
                        Map.of(
                                "niss", niss(),
                                "relationship", new Schema<>().$ref("RelationshipDeclaration"),
                                "subdivision", id("Of the quality; left out for none"),
                                "lastDay",
                                        day("The last day as a user and of the rights; left out when no end is given"),
                                "roles",
                                        list(
                                                text(""),
                                                "Codes of grantable roles of which the user gets rights at once; at least one "
                                                        + "for those who grant the roles of a domain only"),
                                "reason", reason()),
                        "niss")
                .example(Map.of("niss", NISS));
    }

    private static Schema<?> userAction() {
        return closed(
                        Map.of(
                                "action", oneOf("", names(Bodies.Action.values())),
                                "people",
                                        new ArraySchema()
                                                .items(id(""))
                                                .minItems(1)
                                                .maxItems(Users.MOST_AT_ONCE)
                                                .description("Their ids, as in the list of users"),
                                "roles",
                                        list(
                                                text(""),
                                                "ADD_APPLICATIONS and REMOVE_APPLICATIONS: codes of grantable roles"),
                                "context",
                                        list(
                                                text(""),
                                                "ADD_APPLICATIONS: the numbers of the establishment units to which the rights "
                                                        + "are limited; left out for the whole entity"),
                                "firstDay", day("ADD_APPLICATIONS: of the rights; left out for today"),
                                "lastDay", day("ADD_APPLICATIONS: of the rights; left out when no end is given"),
                                "subdivision", id("MOVE: where to; left out for none"),
                                "reason", reason(),
                                "preview",
                                        new BooleanSchema()
                                                .description(
                                                        "Whether only to say what it would come to for each person")),
                        "action",
                        "people")
                .example(Map.of(
                        "action",
                        Bodies.Action.ADD_APPLICATIONS.name(),
                        "people",
                        List.of("4b4ee7c5-2f0a-4a4f-8a5b-0d5f3a7b8c90"),
                        "roles",
                        List.of("SOCIAL_WORKER"),
                        "lastDay",
                        "2027-12-31"));
    }

    private static Schema<Object> closed(Map<String, Schema<?>> properties, String... required) {
        Schema<Object> schema = new ObjectSchema();
        new TreeMap<>(properties).forEach(schema::addProperty);
        schema.setAdditionalProperties(false);
        if (required.length > 0) {
            schema.setRequired(Arrays.asList(required));
        }
        return schema;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Schema<?> oneOf(String description, List<String> codes) {
        return new StringSchema()._enum(codes).description(description.isEmpty() ? null : description);
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description.isEmpty() ? null : description);
    }

    private static Schema<?> list(Schema<?> items, String description) {
        return new ArraySchema().items(items).description(description);
    }

    private static Schema<?> email(String description) {
        return new StringSchema().format("email").maxLength(254).description(description);
    }

    private static Schema<?> id(String description) {
        return new StringSchema().format("uuid").description(description.isEmpty() ? null : description);
    }

    private static Schema<?> day(String description) {
        return new StringSchema().format("date").description(description);
    }

    private static Schema<?> niss() {
        return new StringSchema().description("The NISS of the person, with or without points");
    }

    private static Schema<?> reason() {
        return new StringSchema().maxLength(1_000).description("Your words on why");
    }
}
