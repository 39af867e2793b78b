package be.designations.dpd.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.named;
import static be.designations.api.Schemas.number;
import static be.designations.api.Schemas.showing;
import static be.designations.api.Schemas.text;

import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@link ApplicationsController} reads. */
@Component
class DpdSchemas implements BodySchemas {

    private final Schemas schemas;

    DpdSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of(
                "DpdApplicationAnswers", answers(),
                "NewDpdApplication",
                        showing(
                                Map.of("cpas", "0999.000.030"),
                                closed(
                                        Map.of(
                                                "cpas",
                                                text("The enterprise number of the CPAS, with or without points")),
                                        "cpas")),
                "DpdApplicationDraft",
                        closed(
                                Map.of("version", version(), "answers", named("DpdApplicationAnswers")),
                                "answers",
                                "version"),
                "DpdApplicationSubmission",
                        showing(Map.of("version", 1), closed(Map.of("version", version()), "version")));
    }

    private static Schema<?> version() {
        return number("The version of the draft that you have read");
    }

    /** Nothing is required of a draft. */
    private Schema<?> answers() {
        Schema<?> schema = schemas.ofForm("dpd-application");
        schema.setDescription("The answers to the application form. To send it, these are needed: "
                + String.join(", ", schema.getRequired()) + ".");
        schema.setRequired(null);
        return schema;
    }
}
