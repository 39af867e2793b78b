package be.designations.replacement.api;

import be.designations.access.DomainCode;
import be.designations.access.Quality;
import be.designations.access.Responsibility;
import be.designations.access.Subdivision;
import be.designations.access.Translated;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import be.designations.management.RelationshipDeclaration;
import be.designations.replacement.Replacement;
import be.designations.replacement.ReplacementOutcome;
import be.designations.replacement.ReplacementPlace;
import be.designations.replacement.ReplacementView;
import be.designations.replacement.Replacements;
import be.designations.replacement.api.ManagerReplacementResource.ManagerResponsibility;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/manager-replacements/{number}")
@Tag(name = "Replacements")
class ManagerReplacementController {

    private final Replacements replacements;
    private final Forms forms;
    private final Texts texts;

    ManagerReplacementController(Replacements replacements, Forms forms, Texts texts) {
        this.replacements = replacements;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    @Operation(
            summary = "See who is to be replaced and why",
            description =
                    "For the legal representatives and the principal and co-principal access managers of the "
                            + "entity, and for support staff. The manager is replaced or removed by the operations under Managers.")
    ManagerReplacementResource read(Actor actor, @PathVariable DossierNumber number) {
        return resource(replacements.view(actor, number));
    }

    @PostMapping("/tie")
    @Operation(
            summary = "Declare that the manager stays tied to the entity",
            description =
                    "Records a new working relationship and settles the dossier. For the principal access manager a "
                            + "legal representative declares it, for the others the principal or a co-principal access manager; "
                            + "a legal representative where nobody manages the entity; nobody for themselves or while their own tie has ended.")
    ManagerReplacementResource declare(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("ReplacementTie") ObjectNode json) {
        FormValues answers = Body.of(json).answers(forms.get("replacement-tie"));
        RelationshipDeclaration declaration = new RelationshipDeclaration(
                RelationshipCategory.valueOf(answers.text("category")),
                answers.text("email"),
                answers.text("phone"),
                answers.date("lastDay").orElse(null));
        replacements.declareTie(actor, number, declaration, answers.text("reason"));
        return read(actor, number);
    }

    private ManagerReplacementResource resource(ReplacementView view) {
        Replacement replacement = view.replacement();
        WorkItem work = view.openWork();
        ReplacementOutcome outcome = replacement.outcome();
        PersonId by = replacement.settledBy();
        return new ManagerReplacementResource(
                view.dossier().number().value(),
                texts.coded("status", view.dossier().status()),
                OrganisationReference.of(view.place().entity()),
                view.manager().displayName(),
                responsibility(view.place()),
                texts.coded("replacement.tie", view.tie().code()),
                replacement.tieEndedAt(),
                replacement.askedAt(),
                work == null ? null : work.dueAt(),
                view.mayDecide(),
                outcome == null ? null : outcome.name(),
                by == null ? null : view.nameOf(by),
                replacement.settledAt(),
                replacement.reason());
    }

    private ManagerResponsibility responsibility(ReplacementPlace place) {
        Responsibility held = place.held();
        Quality quality = place.quality();
        Subdivision subdivision = place.subdivision();
        return new ManagerResponsibility(
                held.id(),
                texts.coded("capacity", held.kind().name()),
                quality == null ? null : quality.id().value(),
                quality == null ? null : texts.coded("quality", quality.kind().name()),
                subdivision == null ? null : subdivision.name(),
                domain(held.domain(), place.domain()));
    }

    private @Nullable CodedText domain(@Nullable DomainCode code, @Nullable Translated name) {
        return code == null || name == null ? null : new CodedText(code.value(), name.in(texts.language()));
    }
}
