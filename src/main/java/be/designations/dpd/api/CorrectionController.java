package be.designations.dpd.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdCorrections;
import be.designations.dpd.DpdDrafts;
import be.designations.forms.FormValues;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Correcting the answers of a file that BCSS asks to complete; they are sent by completing it. */
@RestController
@RequestMapping("/api/v1/dpd-applications/{id}/correction")
@Tag(name = "Applications")
class CorrectionController {

    private final DpdCorrections corrections;
    private final DpdDrafts drafts;
    private final DpdResources resources;
    private final TypedAnswers answers;

    CorrectionController(DpdCorrections corrections, DpdDrafts drafts, DpdResources resources, TypedAnswers answers) {
        this.corrections = corrections;
        this.drafts = drafts;
        this.resources = resources;
        this.answers = answers;
    }

    @GetMapping
    @Operation(
            summary = "Read the correction of an application",
            description =
                    "While BCSS waits for the file to be completed, for those who may file for the CPAS. It begins with the "
                            + "answers as they were sent.")
    CorrectionResource read(Actor actor, @PathVariable UUID id) {
        return resources.correction(actor, drafts.requireCorrection(actor, new ApplicationId(id)));
    }

    @PutMapping
    @Operation(
            summary = "Correct the answers of an application",
            description =
                    "Replaces all answers of the correction; they are sent with POST /dossiers/{number}/complete. Right or "
                            + "wrong they are kept, and the issues say what is still to be mended, as for a draft.")
    CorrectionResource save(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("DpdApplicationDraft") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        FormValues typed = answers.read(body);
        corrections.save(actor, new ApplicationId(id), version, typed);
        return read(actor, id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Throw the correction of an application away",
            description = "The answers stand again as they were sent.")
    void discard(Actor actor, @PathVariable UUID id, @RequestParam int version) {
        corrections.discard(actor, new ApplicationId(id), version);
    }
}
