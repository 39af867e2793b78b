package be.designations.dpd.api;

import be.designations.api.After;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseReaders;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDossiers;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers")
class DossiersController {

    private final DpdDesignations designations;
    private final DpdDossiers dossiers;
    private final DpdResources resources;
    private final CaseReaders readers;
    private final CaseList list;
    private final Directory directory;
    private final Forms forms;

    DossiersController(
            DpdDesignations designations,
            DpdDossiers dossiers,
            DpdResources resources,
            CaseReaders readers,
            CaseList list,
            Directory directory,
            Forms forms) {
        this.designations = designations;
        this.dossiers = dossiers;
        this.resources = resources;
        this.readers = readers;
        this.list = list;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping
    @Operation(
            summary = "List dossiers",
            description =
                    "Those that you see by what you are: all of them at the desks, those of your CPAS elsewhere. The "
                            + "newest come first.")
    Items<DossierLine> list(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Only those with one of these statuses; without it, any")
                    Set<ApplicationStatus> status,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Part of the dossier number or of the name of the CPAS", example = "namur")
                    String q,
            @RequestParam(required = false) @Nullable After after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        Set<String> statuses = status == null
                ? Set.of()
                : status.stream().map(ApplicationStatus::code).collect(Collectors.toSet());
        List<CaseList.Line> found = list.page(
                new CaseList.Query(readers.seenBy(actor, CaseKind.DPD_DESIGNATION), statuses, q),
                after == null ? null : new CaseList.Cursor(after.at(), new CaseId(after.id())),
                size + 1);
        Map<OrganisationId, OrganisationReference> organisations = OrganisationReference.byId(directory.organisations(
                found.stream().map(CaseList.Line::organisation).distinct().toList()));
        return Items.page(
                found,
                size,
                line -> new DossierLine(
                        line.number().value(),
                        resources.status(status(line.status())),
                        line.statusSince(),
                        Objects.requireNonNull(organisations.get(line.organisation())),
                        line.openedAt()),
                line -> new After(line.openedAt(), line.id().value()));
    }

    private static ApplicationStatus status(String code) {
        return Arrays.stream(ApplicationStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Read a dossier",
            description =
                    "What it says depends on who reads it: the warnings are for the desks, a NISS is masked for those "
                            + "whom it does not concern, and the allowed actions are yours.")
    DossierResource read(Actor actor, @PathVariable DossierNumber number) {
        return resources.dossier(actor, dossiers.view(actor, number));
    }

    @PutMapping("/{number}/assignment")
    @Operation(
            summary = "Take the work on a dossier",
            description =
                    "So that colleagues see who has it. Work that a colleague has is taken over only when that is said.")
    DossierResource take(
            Actor actor, @PathVariable DossierNumber number, @RequestBody @BodySchema("Assignment") ObjectNode json) {
        Body body = Body.of(json);
        boolean takeOver = body.flag("takeOver");
        body.end();
        designations.take(actor, number, takeOver);
        return read(actor, number);
    }

    @DeleteMapping("/{number}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the work on a dossier back", description = "So that a colleague can take it.")
    void release(Actor actor, @PathVariable DossierNumber number) {
        designations.release(actor, number);
    }

    @PostMapping("/{number}/completion-requests")
    @Operation(summary = "Ask the CPAS to complete the file", description = "BCSS: instead of an opinion.")
    DossierResource askCompletion(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("DpdCompletionRequest") ObjectNode json) {
        Body body = Body.of(json);
        Integer seen = body.version();
        FormValues answers = body.answers(forms.get("dpd-completion-request"));
        designations.askCompletion(actor, number, seen, answers.text("questions"));
        return read(actor, number);
    }

    @PostMapping("/{number}/completion")
    @Operation(
            summary = "Complete the file",
            description = "The CPAS: answers the questions of BCSS; the file goes back there.")
    DossierResource complete(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("DpdCompletion") ObjectNode json) {
        Body body = Body.of(json);
        Integer seen = body.version();
        FormValues answers = body.answers(forms.get("dpd-completion"));
        designations.complete(actor, number, seen, answers.text("answer"));
        return read(actor, number);
    }

    @PostMapping("/{number}/opinion")
    @Operation(
            summary = "Give the opinion",
            description = "BCSS: with its reasons. The register is adapted, and SPP IS is asked to decide.")
    DossierResource giveOpinion(
            Actor actor, @PathVariable DossierNumber number, @RequestBody @BodySchema("DpdOpinion") ObjectNode json) {
        Body body = Body.of(json);
        Integer seen = body.version();
        FormValues answers = body.answers(forms.get("dpd-opinion"));
        boolean favourable = answers.text("opinion").equals(DossierResource.OpinionValue.FAVOURABLE.name());
        designations.giveOpinion(actor, number, seen, favourable, answers.text("reasons"));
        return read(actor, number);
    }

    @PostMapping("/{number}/decision")
    @Operation(
            summary = "Decide",
            description =
                    "SPP IS: approves, or refuses with a reason. After an approval the mandate starts, and the principal "
                            + "access manager of the CPAS is asked to change the local manager.")
    DossierResource decide(
            Actor actor, @PathVariable DossierNumber number, @RequestBody @BodySchema("DpdDecision") ObjectNode json) {
        Body body = Body.of(json);
        Integer seen = body.version();
        FormValues answers = body.answers(forms.get("dpd-decision"));
        boolean approved = answers.text("decision").equals(DossierResource.DecisionValue.APPROVED.name());
        designations.decide(
                actor, number, seen, approved, answers.optionalText("reason").orElse(null));
        return read(actor, number);
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Withdraw the application", description = "The CPAS: possible until the decision.")
    DossierResource withdraw(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestBody @BodySchema("DpdWithdrawal") ObjectNode json) {
        Body body = Body.of(json);
        Integer seen = body.version();
        FormValues answers = body.answers(forms.get("dpd-withdrawal"));
        designations.withdraw(actor, number, seen, answers.text("reason"));
        return read(actor, number);
    }
}
