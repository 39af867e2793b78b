package be.designations.catalogue.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.flag;
import static be.designations.api.Schemas.localized;
import static be.designations.api.Schemas.number;
import static be.designations.api.Schemas.oneOf;
import static be.designations.api.Schemas.showing;
import static be.designations.api.Schemas.text;
import static be.designations.api.Schemas.texts;

import be.designations.access.QualityKind;
import be.designations.api.BodySchemas;
import be.designations.directory.OrganisationKind;
import be.designations.directory.TargetGroup;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What {@link CatalogueApiController} reads. */
@Component
class CatalogueSchemas implements BodySchemas {

    @Override
    public Map<String, Schema<?>> byName() {
        Map<String, Schema<?>> schemas = new HashMap<>();
        add("Application", application(), schemas, "name", "quality", "domain", "neededLevel");
        add("Role", role(), schemas, "application", "name");
        add("Domain", Map.of("name", name()), schemas, "name");
        schemas.put("CatalogueVersion", showing(Map.of("version", 1), closed(Map.of("version", version()), "version")));
        return schemas;
    }

    /** A new one has a code, and a change the version that it is made to. */
    private static void add(
            String what, Map<String, Schema<?>> fields, Map<String, Schema<?>> schemas, String... required) {
        schemas.put("NewCatalogue" + what, with("code", code(), fields, required));
        schemas.put("Catalogue" + what + "Change", with("version", version(), fields, required));
    }

    private static Schema<?> with(String key, Schema<?> schema, Map<String, Schema<?>> fields, String... required) {
        Map<String, Schema<?>> all = new HashMap<>(fields);
        all.put(key, schema);
        return closed(all, Stream.concat(Stream.of(key), Stream.of(required)).toArray(String[]::new));
    }

    private static Map<String, Schema<?>> application() {
        return Map.of(
                "name", name(),
                "description", description(),
                "quality", oneOf(QualityKind.values()).description("The kind of quality to which it belongs"),
                "domain", text("Code of a domain that is not retired"),
                "neededLevel", number("0, 100, 200, 300, 350, 400, 450 (itsme) or 500 (eID)"));
    }

    private static Map<String, Schema<?>> role() {
        return Map.of(
                "application", text("Code of the application to which it belongs"),
                "alsoOpens", texts("Codes of other applications of the same quality"),
                "name", name(),
                "description", description(),
                "longestMonths",
                        number("How many months a right may last; left out without a limit")
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(120)),
                "takesContext", flag("Whether a right may be limited to establishment units"),
                "excludes",
                        texts("Codes of the roles that nobody has together with it, which exclude it, too; left out to "
                                + "leave them as they are"),
                "targetGroups",
                        texts("The groups of entities to which it is granted, empty for every entity: "
                                + Arrays.toString(TargetGroup.values()) + "; left out to leave them as they are"),
                "onlyFor",
                        oneOf(OrganisationKind.values())
                                .description(
                                        "The only kind of entity in which it is granted; left out when any will do"));
    }

    private static Schema<?> code() {
        return text("Does not change afterwards").pattern("[A-Z][A-Z0-9_]{1,39}");
    }

    private static Schema<?> version() {
        return number("The version that you have read");
    }

    private static Schema<?> name() {
        return localized("At most 150 characters each");
    }

    private static Schema<?> description() {
        return localized("At most 500 characters each; in all languages or left out");
    }
}
