package be.designations.mandate.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.directory.Actor;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.mandate.AssistanceNaming;
import be.designations.mandate.Assistances;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Adjunct and interim officers are named here; they are read in the register and in their dossiers, and ended there. */
@RestController
@Tag(name = "Applications")
class AssistancesController {

    private static final String FORM = "assisting-officer";

    private final Assistances assistances;
    private final Forms forms;

    AssistancesController(Assistances assistances, Forms forms) {
        this.assistances = assistances;
        this.forms = forms;
    }

    @Schema(name = "AssistingOfficerNamed")
    record NamedResource(
            @Schema(description = "The dossier that follows it", example = "AID-2026-00001")
            String dossier) {}

    @PostMapping("/api/v1/entities/{enterpriseNumber}/assisting-officers")
    @Operation(
            summary = "Name an adjunct or interim data protection officer of a CPAS",
            description =
                    "For those who file for the CPAS. BCSS and SPP IS are told; nobody approves, and no access comes of it.")
    NamedResource name(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("AssistingOfficerNaming") ObjectNode json) {
        AssistanceNaming naming = AssistanceNaming.of(Body.of(json).answers(forms.get(FORM)));
        return new NamedResource(
                assistances.name(actor, enterpriseNumber, naming).value());
    }
}
