package be.designations.web;

import be.designations.access.QualityKind;
import be.designations.directory.OrganisationKind;
import be.designations.forms.FormSchemas;
import be.designations.forms.Forms;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Describes the bodies that are sent; those of forms as the forms' own files have them. */
@Component
class RequestSchemas {

    /** By the name of the schema the form whose answers it holds, beside the version. */
    private static final Map<String, String> STEPS = Map.of(
            "DpdCompletionRequest", "dpd-completion-request",
            "DpdCompletion", "dpd-completion",
            "DpdOpinion", "dpd-opinion",
            "DpdDecision", "dpd-decision",
            "DpdWithdrawal", "dpd-withdrawal");

    private final Forms forms;
    private final FormSchemas formSchemas;

    RequestSchemas(Forms forms, FormSchemas formSchemas) {
        this.forms = forms;
        this.formSchemas = formSchemas;
    }

    Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new TreeMap<>();
        STEPS.forEach((name, form) -> schemas.put(name, ofForm(form).addProperty("version", seenVersion())));
        schemas.put("LocalManagerInstruction", ofForm("local-manager-change").example(Map.of("niss", "85073003328")));
        schemas.put(
                "ReplacementTie",
                ofForm("replacement-tie")
                        .example(Map.of(
                                "category", "OFFICIAL",
                                "email", "philippe.marchal@cpas.example",
                                "phone", "+3281000001",
                                "reason", "Nouveau contrat")));
        schemas.put("OwnContact", ofForm("own-contact"));
        addPrincipalManager(schemas);
        schemas.put("DpdApplicationAnswers", answers());
        schemas.put(
                "NewDpdApplication",
                closed(Map.of(
                                "cpas",
                                new StringSchema()
                                        .description("The enterprise number of the CPAS, with or without points")))
                        .required(List.of("cpas"))
                        .example(Map.of("cpas", "0999.000.030")));
        schemas.put(
                "DpdApplicationDraft",
                closed(Map.of("version", version(), "answers", new Schema<>().$ref("DpdApplicationAnswers")))
                        .required(List.of("answers", "version")));
        schemas.put(
                "DpdApplicationSubmission",
                closed(Map.of("version", version()))
                        .required(List.of("version"))
                        .example(Map.of("version", 1)));
        schemas.put(
                "Assignment",
                closed(Map.of(
                                "takeOver",
                                new BooleanSchema().description("Whether to take it over when a colleague has it")))
                        .example(Map.of("takeOver", false)));
        addCatalogue(schemas);
        return schemas;
    }

    private void addPrincipalManager(Map<String, Schema<?>> schemas) {
        schemas.put("PrincipalManagerWithdrawal", ofForm("principal-manager-withdrawal"));
        schemas.put(
                "PrincipalManagerConfirmation",
                ofForm("principal-manager-conditions").addProperty("replaces", replaced()));
        schemas.put("MandateVerification", ofForm("mandate-verification").addProperty("replaces", replaced()));
        schemas.put(
                "PrincipalManagerDraft",
                closed(Map.of(
                        "manager", ofForm("principal-manager"),
                        "relationship", ofForm("principal-manager-relationship"),
                        "mandate", ofForm("principal-manager-mandate"))));
    }

    private static Schema<?> replaced() {
        return new StringSchema()
                .format("uuid")
                .nullable(true)
                .description("The responsibility of the principal access manager whom you saw, so that nobody is "
                        + "replaced unseen; null when nobody was");
    }

    private static void addCatalogue(Map<String, Schema<?>> schemas) {
        schemas.put("NewCatalogueApplication", application(Map.of("code", newCode()), "code"));
        schemas.put("CatalogueApplicationChange", application(Map.of("version", entryVersion()), "version"));
        schemas.put("NewCatalogueRole", role(Map.of("code", newCode()), "code"));
        schemas.put("CatalogueRoleChange", role(Map.of("version", entryVersion()), "version"));
        schemas.put("NewCatalogueDomain", domain(Map.of("code", newCode()), "code"));
        schemas.put("CatalogueDomainChange", domain(Map.of("version", entryVersion()), "version"));
        schemas.put(
                "CatalogueVersion",
                closed(Map.of("version", entryVersion()))
                        .required(List.of("version"))
                        .example(Map.of("version", 1)));
    }

    private static Schema<?> application(Map<String, Schema<?>> more, String key) {
        Map<String, Schema<?>> properties = new TreeMap<>(more);
        properties.put("name", localized("At most 150 characters each"));
        properties.put("description", localized("At most 500 characters each; in all languages or left out"));
        properties.put("quality", oneOf(QualityKind.values()).description("The kind of quality to which it belongs"));
        properties.put("domain", new StringSchema().description("Code of a domain that is not retired"));
        properties.put(
                "neededLevel",
                new IntegerSchema()
                        .format("int32")
                        .description("0, 100, 200, 300, 350, 400, 450 (itsme) or 500 (eID)"));
        return closed(properties).required(List.of(key, "name", "quality", "domain", "neededLevel"));
    }

    private static Schema<?> domain(Map<String, Schema<?>> more, String key) {
        Map<String, Schema<?>> properties = new TreeMap<>(more);
        properties.put("name", localized("At most 150 characters each"));
        return closed(properties).required(List.of(key, "name"));
    }

    private static Schema<?> role(Map<String, Schema<?>> more, String key) {
        Map<String, Schema<?>> properties = new TreeMap<>(more);
        properties.put("application", new StringSchema().description("Code of the application to which it belongs"));
        properties.put(
                "alsoOpens",
                new ArraySchema()
                        .items(new StringSchema())
                        .description("Codes of other applications of the same quality"));
        properties.put("name", localized("At most 150 characters each"));
        properties.put("description", localized("At most 500 characters each; in all languages or left out"));
        properties.put(
                "longestMonths",
                new IntegerSchema()
                        .format("int32")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(120))
                        .description("How many months a right may last; left out without a limit"));
        properties.put(
                "takesContext",
                new BooleanSchema().description("Whether a right may be limited to establishment units"));
        properties.put(
                "onlyFor",
                oneOf(OrganisationKind.values())
                        .description("The only kind of entity in which it is granted; left out when any will do"));
        return closed(properties).required(List.of(key, "application", "name"));
    }

    private static Schema<?> newCode() {
        return new StringSchema().pattern("[A-Z][A-Z0-9_]{1,39}").description("Does not change afterwards");
    }

    private static Schema<?> entryVersion() {
        return new IntegerSchema().format("int32").description("The version that you have read");
    }

    private static Schema<?> localized(String description) {
        return new ObjectSchema()
                .addProperty("fr", new StringSchema())
                .addProperty("nl", new StringSchema())
                .addProperty("de", new StringSchema())
                .description(description);
    }

    private static Schema<?> oneOf(Enum<?>[] codes) {
        StringSchema schema = new StringSchema();
        for (Enum<?> code : codes) {
            schema.addEnumItem(code.name());
        }
        return schema;
    }

    private static Schema<?> seenVersion() {
        return new IntegerSchema()
                .format("int32")
                .description("The version of the dossier that you have seen. Left out: you take it as it is now.");
    }

    private static Schema<?> version() {
        return new IntegerSchema().format("int32").description("The version of the draft that you have read");
    }

    private static Schema<Object> closed(Map<String, Schema<?>> properties) {
        Schema<Object> schema = new ObjectSchema();
        new TreeMap<>(properties).forEach(schema::addProperty);
        schema.setAdditionalProperties(false);
        return schema;
    }

    /** Nothing is required of a draft. */
    private Schema<?> answers() {
        Schema<?> schema = ofForm("dpd-application");
        schema.setDescription("The answers to the application form. To send it, these are needed: "
                + String.join(", ", schema.getRequired()) + ".");
        schema.setRequired(null);
        return schema;
    }

    private Schema<?> ofForm(String form) {
        ObjectNode described = formSchemas.of(forms.get(form), Locale.ENGLISH);
        return Json.mapper().convertValue(described, Schema.class);
    }
}
