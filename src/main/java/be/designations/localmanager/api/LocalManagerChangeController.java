package be.designations.localmanager.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Texts;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import be.designations.identifier.Niss;
import be.designations.localmanager.LocalManagerChanges;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{number}/local-manager-change")
@Tag(name = "Local manager")
class LocalManagerChangeController {

    private final LocalManagerChanges changes;
    private final Directory directory;
    private final Forms forms;
    private final Texts texts;

    LocalManagerChangeController(LocalManagerChanges changes, Directory directory, Forms forms, Texts texts) {
        this.changes = changes;
        this.directory = directory;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    @Operation(
            summary = "See what the change of local manager would do",
            description =
                    "For the principal and co-principal access managers of the CPAS, once the officer is approved.")
    LocalManagerChangeResource preview(Actor actor, @PathVariable DossierNumber number) {
        LocalManagerChanges.Preview preview = changes.preview(actor, number);
        Person newManager = directory.person(preview.newManager());
        PersonId manager = preview.formerManager();
        return new LocalManagerChangeResource(
                preview.dossier().number().value(),
                preview.quality().id().value(),
                texts.coded("quality", preview.quality().kind().name()),
                new LocalManagerChangeResource.NewManager(
                        newManager.firstName(),
                        newManager.lastName(),
                        newManager.niss().masked()),
                manager == null ? null : directory.person(manager).displayName(),
                preview.inTheWay().stream()
                        .map(held -> texts.coded("capacity", held.kind().name()))
                        .toList(),
                preview.rightsInTheWay(),
                preview.needsRemoval(),
                preview.change().askedAt(),
                preview.change().instructedAt(),
                preview.change().appliedAt());
    }

    @PostMapping
    @Operation(
            summary = "Change the local manager",
            description =
                    "Gives the word: the approved officer becomes local manager of the quality Social action now. What "
                            + "that person is in the quality already goes, when that is confirmed.")
    LocalManagerChangeResource change(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("LocalManagerInstruction") ObjectNode json) {
        FormValues answers = Body.of(json).answers(forms.get("local-manager-change"));
        changes.change(actor, number, Niss.of(answers.text("niss")), answers.isChecked("confirmRemoval"));
        return preview(actor, number);
    }
}
