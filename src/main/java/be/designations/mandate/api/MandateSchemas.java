package be.designations.mandate.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.text;

import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the bodies that {@link DpdMandatesController} and {@link AssistancesController} read. */
@Component
class MandateSchemas implements BodySchemas {

    private final Schemas schemas;

    MandateSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of(
                "AssistingOfficerNaming",
                schemas.ofForm("assisting-officer"),
                "DpdMandateResignation",
                closed(
                        Map.of(
                                "lastDay", day("Last day of the mandate; it may be past"),
                                "reason", text("Kept with the decision; at most 2,000 characters")),
                        "lastDay"),
                "DpdMandateExtension",
                closed(
                        Map.of(
                                "lastDay", day("After the last day that the mandate has"),
                                "reason", text("Why it should go on; at most 2,000 characters")),
                        "lastDay",
                        "reason"),
                "DpdMandateWithdrawal",
                closed(Map.of("reason", text("The CPAS and the officer read it; at most 2,000 characters")), "reason"));
    }
}
