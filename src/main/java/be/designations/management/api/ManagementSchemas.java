package be.designations.management.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.email;
import static be.designations.api.Schemas.flag;
import static be.designations.api.Schemas.id;
import static be.designations.api.Schemas.named;
import static be.designations.api.Schemas.oneOf;
import static be.designations.api.Schemas.showing;
import static be.designations.api.Schemas.text;
import static be.designations.api.Schemas.texts;

import be.designations.access.QualityKind;
import be.designations.api.BodySchemas;
import be.designations.directory.RelationshipCategory;
import be.designations.management.Grants;
import be.designations.management.UserTask;
import be.designations.management.UserTask.Asked;
import be.designations.management.Users;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Describes the bodies that {@link Bodies} and the controllers read. */
@Component
class ManagementSchemas implements BodySchemas {

    private static final String NISS = "85073003328";
    private static final String CONTEXT = "The numbers of the establishment units to which the rights are limited";
    private static final String WHOLE_ENTITY =
            "For a role that takes a context and is to hold without one: needed instead of one";

    @Override
    public Map<String, Schema<?>> byName() {
        Map<String, Schema<?>> schemas = new HashMap<>(ofManagers());
        schemas.put("Grant", grant());
        schemas.put("Revocation", revocation());
        schemas.put("NewPerson", newPerson());
        schemas.put(
                "PostContactChange",
                closed(
                        Map.of("email", email("Preferably a general one"), "phone", text("As in 02 123 45 67")),
                        "email",
                        "phone"));
        return schemas;
    }

    private static Map<String, Schema<?>> ofManagers() {
        return Map.of(
                "EntityDetailsChange",
                closed(
                        Map.of(
                                "email", email("Of the entity; preferably a general one"),
                                "letterLanguage",
                                        oneOf(List.of("fr", "nl", "de"))
                                                .description("One of the languages of its municipality"),
                                "phone", text("None when it is absent"),
                                "contactPerson",
                                        text("Whom to ask for, 100 characters at most; nobody when it is absent")),
                        "email",
                        "letterLanguage"),
                "QualityActivation",
                closed(
                        Map.of(
                                "kind", oneOf(QualityKind.values()),
                                "identifier",
                                        text("A number of the type that the kind asks for: the enterprise number, "
                                                + "an ONSS number for NSSO_EMPLOYER, an ORPSS number for PPL_EMPLOYER"),
                                "email", mailbox()),
                        "kind",
                        "identifier",
                        "email"),
                "EmailChange",
                closed(Map.of("email", mailbox()), "email"),
                "SubdivisionName",
                closed(Map.of("name", text("1 to 100 characters; another one than its neighbours have")), "name"),
                "ManagerDecision",
                closed(Map.of("reason", reason())),
                "CandidateNumber",
                showing(Map.of("niss", NISS), closed(Map.of("niss", niss()), "niss")),
                "RelationshipDeclaration",
                relationship(),
                "Designation",
                designation(),
                "NewUser",
                newUser(),
                "UserAction",
                userAction());
    }

    private static Schema<?> grant() {
        return closed(
                Map.of(
                        "people", people(Grants.MOST_AT_ONCE),
                        "roles", texts("Codes of grantable roles of the entity"),
                        "context", texts(CONTEXT),
                        "wholeEntity", flag(WHOLE_ENTITY),
                        "subdivision", id("Into which whoever becomes a user by it comes; left out for none"),
                        "firstDay", day("Left out for today"),
                        "lastDay", day("Left out when no end is given"),
                        "reason", reason(),
                        "preview", flag("Whether nothing is done: the answer says what would be")),
                "people",
                "roles");
    }

    private static Schema<?> revocation() {
        return closed(
                Map.of(
                        "people", people(Grants.MOST_AT_ONCE),
                        "roles", texts("Codes of roles of which every right ends, those to come included"),
                        "reason", reason(),
                        "preview", flag("Whether nothing is done: the answer says what would be")),
                "people",
                "roles");
    }

    private static Schema<?> people(int most) {
        return new ArraySchema()
                .items(new StringSchema().format("uuid"))
                .minItems(1)
                .maxItems(most)
                .description("Their ids");
    }

    private static Schema<?> relationship() {
        return closed(
                        Map.of(
                                "category", oneOf(RelationshipCategory.values()),
                                "email", email("At work"),
                                "phone", text("At work"),
                                "lastDay", day("The last day on which it holds; left out when no end is known")),
                        "category",
                        "email",
                        "phone")
                .description("What ties the person to the entity; needed when that is not known");
    }

    private static Schema<?> designation() {
        return showing(
                Map.of("niss", NISS, "reason", "Remplace sa collègue"),
                closed(
                        Map.of(
                                "niss", niss(),
                                "relationship", named("RelationshipDeclaration"),
                                "confirmRemoval", flag("Whether what the person is there and cannot stay may go"),
                                "replaces",
                                        id("For a post of one person: the responsibility that the new one follows, or null "
                                                        + "for none; somebody designated meanwhile is then not replaced. Left "
                                                        + "out: whoever has the post is.")
                                                .nullable(true),
                                "reason", reason()),
                        "niss"));
    }

    private static Schema<?> newPerson() {
        return showing(
                Map.of(
                        "niss",
                        NISS,
                        "relationship",
                        Map.of(
                                "category", "PERMANENT",
                                "email", "lucas.maes@test.example",
                                "phone", "02 123 45 67")),
                closed(
                        Map.of(
                                "niss", niss(),
                                "relationship", named("RelationshipDeclaration"),
                                "firstDay", day("Of the relationship; left out for today"),
                                "reason", reason()),
                        "niss",
                        "relationship"));
    }

    private static Schema<?> newUser() {
        return showing(
                Map.of("niss", NISS),
                closed(
                        Map.of(
                                "niss", niss(),
                                "relationship", named("RelationshipDeclaration"),
                                "subdivision", id("Of the quality; left out for none"),
                                "lastDay",
                                        day("The last day as a user and of the rights; left out when no end is given"),
                                "roles",
                                        texts(
                                                "Codes of grantable roles of which the user gets rights at once; at least one "
                                                        + "for those who grant the roles of a domain only"),
                                "context", texts(CONTEXT),
                                "wholeEntity", flag(WHOLE_ENTITY),
                                "reason", reason()),
                        "niss"));
    }

    private static Schema<?> userAction() {
        Map<String, Schema<?>> fields = new HashMap<>(Map.of(
                "action", oneOf(UserTask.values()),
                "people", people(Users.MOST_AT_ONCE),
                "roles", texts(asking("codes of grantable roles", Asked.ROLES_TO_GRANT, Asked.ROLES_HELD)),
                "context", texts(asking(CONTEXT, Asked.ROLES_TO_GRANT)),
                "althoughBlocked",
                        flag(asking(
                                "whether who is blocked gets them, too; else they are refused", Asked.ROLES_TO_GRANT)),
                "firstDay", day(asking("of the rights; left out for today", Asked.PERIOD)),
                "lastDay", day(asking("of the rights; left out when no end is given", Asked.PERIOD)),
                "subdivision", id(asking("where to; left out for none", Asked.SUBDIVISION)),
                "reason", reason(),
                "preview", flag("Whether only to say what it would come to for each person")));
        fields.put("wholeEntity", flag(asking(WHOLE_ENTITY, Asked.ROLES_TO_GRANT)));
        return showing(
                Map.of(
                        "action",
                        UserTask.ADD_APPLICATIONS.name(),
                        "people",
                        List.of("4b4ee7c5-2f0a-4a4f-8a5b-0d5f3a7b8c90"),
                        "roles",
                        List.of("SOCIAL_WORKER"),
                        "lastDay",
                        "2027-12-31"),
                closed(fields, "action", "people"));
    }

    /** Begins with the actions that take it. */
    private static String asking(String description, Asked... asked) {
        return Arrays.stream(UserTask.values())
                        .filter(task -> Arrays.stream(asked).anyMatch(task::asks))
                        .map(Enum::name)
                        .collect(Collectors.joining(" and "))
                + ": " + description;
    }

    private static Schema<?> mailbox() {
        return email("The mailbox of the quality");
    }

    private static Schema<?> niss() {
        return text("The NISS of the person, with or without points");
    }

    private static Schema<?> reason() {
        return text("Your words on why").maxLength(1_000);
    }
}
