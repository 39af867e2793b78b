package be.designations.primaweb.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.localized;
import static be.designations.api.Schemas.number;
import static be.designations.api.Schemas.oneOf;
import static be.designations.api.Schemas.texts;

import be.designations.api.BodySchemas;
import be.designations.primaweb.PrimaWebRole;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@link ProfilesApiController} and {@link ProfileUsersApiController} read. */
@Component
class PrimaWebSchemas implements BodySchemas {

    @Override
    public Map<String, Schema<?>> byName() {
        Schema<?> name = localized("Dutch and French are needed; German too where the CPAS is German-speaking");
        Schema<?> functions = texts("Codes of functions; what they need comes along");
        return Map.of(
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
                closed(Map.of("role", oneOf(PrimaWebRole.values())), "role"));
    }

    private static Schema<?> version() {
        return number("The version that you have read");
    }
}
