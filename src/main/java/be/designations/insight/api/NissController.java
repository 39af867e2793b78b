package be.designations.insight.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.forms.Forms;
import be.designations.insight.NissEnquiry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class NissController {

    static final String FORM = "niss-enquiry";

    private final NissEnquiry enquiry;
    private final Forms forms;

    NissController(NissEnquiry enquiry, Forms forms) {
        this.enquiry = enquiry;
        this.forms = forms;
    }

    @Schema(name = "ShownNiss")
    record NissResource(
            @Schema(description = "Eleven digits") String niss) {}

    @PostMapping("/api/v1/people/{id}/niss")
    @Operation(
            summary = "Ask for a person’s NISS",
            description = "For the desks, which else see names only. Each answer is written to the audit log with the "
                    + "reason, and the person reads there who asked, when and why.")
    NissResource niss(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("NissEnquiry") ObjectNode json) {
        PersonId person = new PersonId(id);
        enquiry.open(actor, person);
        String reason = Body.of(json).answers(forms.get(FORM)).text("reason");
        return new NissResource(enquiry.ask(actor, person, reason).value());
    }
}
