package be.designations.primaweb.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.flag;
import static be.designations.api.Schemas.localized;
import static be.designations.api.Schemas.number;
import static be.designations.api.Schemas.oneOf;
import static be.designations.api.Schemas.text;
import static be.designations.api.Schemas.texts;

import be.designations.api.BodySchemas;
import be.designations.primaweb.PrimaWebRole;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the API about profiles and functions reads. */
@Component
class PrimaWebSchemas implements BodySchemas {

    @Override
    public Map<String, Schema<?>> byName() {
        Schema<?> name = localized("Dutch and French are needed; German too where the CPAS is German-speaking");
        Schema<?> functions = texts("Codes of functions; what they need comes along");
        return Map.of(
                "ProfileFile",
                closed(
                        Map.of(
                                "treeVersion",
                                number("The version of the tree from which they come"),
                                "profiles",
                                new ArraySchema()
                                        .items(closed(
                                                Map.of("name", name, "functions", functions), "name", "functions"))),
                        "treeVersion",
                        "profiles"),
                "NewProfile",
                closed(Map.of("name", name, "functions", functions), "name", "functions"),
                "ProfileChange",
                closed(
                        Map.of("name", name, "functions", functions, "version", version()),
                        "name",
                        "functions",
                        "version"),
                "ProfileAssignment",
                closed(
                        Map.of("profiles", texts("Ids of all profiles that the user is to have"), "version", version()),
                        "profiles",
                        "version"),
                "PrimaWebEntry",
                closed(Map.of("role", oneOf(PrimaWebRole.values())), "role"),
                "NewPrimaWebFunction",
                closed(
                        function(Map.of(
                                "code", text("Does not change afterwards").pattern("[A-Z][A-Z0-9_]{1,39}"),
                                "isBlock", flag("Whether it is a block, which has one name and needs nothing"))),
                        "code",
                        "version"),
                "PrimaWebFunctionChange",
                closed(function(Map.of()), "version"),
                "PrimaWebTreeVersion",
                closed(Map.of("version", version()), "version"),
                "PredefinedProfileChange",
                closed(Map.of("functions", functions, "version", version()), "functions", "version"));
    }

    private static Map<String, Schema<?>> function(Map<String, Schema<?>> more) {
        Map<String, Schema<?>> fields = new HashMap<>(Map.of(
                "version", version(),
                "namesFr", texts("One, or those that share the tick"),
                "namesNl", texts("As many as in French, in their order"),
                "namesDe", texts("As many as in French, in their order"),
                "block", text("Code of the block in which it stands; left out for the top"),
                "needs", texts("Codes of the functions that come along with it")));
        fields.putAll(more);
        return fields;
    }

    private static Schema<?> version() {
        return number("The version that you have read");
    }
}
