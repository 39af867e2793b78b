package be.designations.localmanager.api;

import be.designations.api.Texts;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.localmanager.LocalManagerChanges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{number}/local-manager-change")
@Tag(name = "Local manager")
class LocalManagerChangeController {

    private final LocalManagerChanges changes;
    private final Directory directory;
    private final Texts texts;

    LocalManagerChangeController(LocalManagerChanges changes, Directory directory, Texts texts) {
        this.changes = changes;
        this.directory = directory;
        this.texts = texts;
    }

    @GetMapping
    @Operation(
            summary = "See what the change of local manager would do",
            description =
                    "For the principal and co-principal access managers of the CPAS, once the officer is approved.")
    LocalManagerChangeResource preview(Actor actor, @PathVariable DossierNumber number) {
        LocalManagerChanges.Preview preview = changes.preview(actor, number);
        Person newManager = directory.person(preview.change().newManager());
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
                preview.staying().stream()
                        .map(held -> texts.coded("capacity", held.kind().name()))
                        .toList(),
                preview.rightsInTheWay(),
                preview.needsRemoval(),
                preview.change().askedAt(),
                preview.change().instructedAt(),
                preview.change().appliedAt());
    }
}
