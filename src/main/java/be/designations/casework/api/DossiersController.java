package be.designations.casework.api;

import be.designations.api.After;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Preferred;
import be.designations.api.Texts;
import be.designations.casework.Answers;
import be.designations.casework.AttachmentId;
import be.designations.casework.CaseColumn;
import be.designations.casework.CaseDesk;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStatus;
import be.designations.casework.CaseTypes;
import be.designations.casework.Documents;
import be.designations.casework.DossierNumber;
import be.designations.casework.OpenedDocument;
import be.designations.casework.Place;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.pages.Download;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Dossiers")
class DossiersController {

    private final CaseDesk desk;
    private final DossierResources resources;
    private final CaseTypes types;
    private final CaseList list;
    private final Answers answers;
    private final Documents documents;
    private final Directory directory;
    private final Texts texts;
    private final Provinces provinces;
    private final Clock clock;

    DossiersController(
            CaseDesk desk,
            DossierResources resources,
            CaseTypes types,
            CaseList list,
            Answers answers,
            Documents documents,
            Directory directory,
            Texts texts,
            Provinces provinces,
            Clock clock) {
        this.desk = desk;
        this.resources = resources;
        this.types = types;
        this.list = list;
        this.answers = answers;
        this.documents = documents;
        this.directory = directory;
        this.texts = texts;
        this.provinces = provinces;
        this.clock = clock;
    }

    @GetMapping("/dossiers")
    @Operation(
            summary = "List dossiers",
            description =
                    "Those of every kind that you see by what you are: all of them at the desks, those of your entities "
                            + "and those about you elsewhere. The newest come first, unless another order is asked for.")
    Items<DossierLine> list(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(
                            description = "Only those of that kind",
                            schema = @Schema(type = "string", example = "DPD_DESIGNATION"))
                    CaseKind kind,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(
                            description = "Only those with one of these statuses; without it, any",
                            array = @ArraySchema(schema = @Schema(type = "string", example = "APPROVED")))
                    Set<StatusName> status,
            @Valid @ParameterObject DossierSearch search,
            @RequestParam(defaultValue = "-opened")
                    @Pattern(regexp = "-?(opened|since)")
                    @Parameter(
                            description =
                                    "When it was opened, or since when it has its status; with - the latest first",
                            schema = @Schema(allowableValues = {"-opened", "opened", "-since", "since"}))
                    String sort,
            @RequestParam(required = false) @Nullable After after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        CaseColumn column = sort.endsWith(CaseColumn.SINCE.key()) ? CaseColumn.SINCE : CaseColumn.OPENED;
        List<CaseList.Seen> seen =
                kind == null ? types.seenBy(actor) : List.of(types.of(kind).seenBy(actor));
        WorkAsked asked = search.read(Map.of(), types, provinces.all());
        var query = new CaseList.Query(seen, statuses(status), null)
                .of(asked.sought())
                .with(CaseList.OpenWork.of(asked, actor, types, clock.instant()))
                .by(new CaseList.Order(column, !sort.startsWith("-")));
        List<CaseList.Line> found =
                list.page(query, after == null ? null : new Place(after.at(), after.id()), size + 1);
        Map<OrganisationId, OrganisationReference> organisations = OrganisationReference.byId(directory.organisations(
                found.stream().map(CaseList.Line::organisation).distinct().toList()));
        return Items.page(
                found,
                size,
                line -> new DossierLine(
                        line.number().value(),
                        texts.coded("case-kind", line.kind().code()),
                        resources.status(types.status(line.status()).orElseThrow()),
                        line.statusSince(),
                        Objects.requireNonNull(organisations.get(line.organisation())),
                        line.openedAt(),
                        DossierResource.Links.of(line.number().value())),
                line -> new After(
                        list.placeOf(query, line).at(),
                        list.placeOf(query, line).id()));
    }

    private Set<String> statuses(@Nullable Set<StatusName> asked) {
        return asked == null
                ? Set.of()
                : types.statuses().stream()
                        .filter(known -> asked.stream().anyMatch(name -> name.isThatOf(known)))
                        .map(CaseStatus::code)
                        .collect(Collectors.toSet());
    }

    @GetMapping("/dossiers/{number}")
    @Operation(
            summary = "Read a dossier",
            description =
                    "What it says depends on who reads it: what concerns only some is left out for others, and the "
                            + "actions are yours.")
    @ApiResponse(
            responseCode = "200",
            description = "The dossier",
            content = @Content(schema = @Schema(implementation = DossierResource.class)))
    Map<String, Object> read(Actor actor, @PathVariable DossierNumber number) {
        return resources.read(actor, number);
    }

    /** One path for all; the document of the API has one for each step, see {@link StepOperations}. */
    @PostMapping("/dossiers/{number}/{step:[a-z][a-z-]*}")
    ResponseEntity<Map<String, Object>> take(
            Actor actor,
            @PathVariable DossierNumber number,
            @PathVariable String step,
            @RequestHeader(name = Preferred.HEADER, required = false)
                    @Nullable
                    @Parameter(description = Preferred.DESCRIPTION)
                    String prefer,
            @RequestBody ObjectNode json) {
        Body body = Body.of(json);
        desk.perform(
                actor, number, step, body.version(), asked -> answers.read(asked, body.answers(answers.form(asked))));
        return changed(actor, number, prefer);
    }

    @PutMapping("/dossiers/{number}/assignment")
    @Operation(
            summary = "Take the work on a dossier",
            description =
                    "So that colleagues see who has it. Work that a colleague has is taken over only when that is said.")
    @ApiResponse(
            responseCode = "200",
            description = "The dossier",
            content = @Content(schema = @Schema(implementation = DossierResource.class)))
    ResponseEntity<Map<String, Object>> assign(
            Actor actor,
            @PathVariable DossierNumber number,
            @RequestHeader(name = Preferred.HEADER, required = false)
                    @Nullable
                    @Parameter(description = Preferred.DESCRIPTION)
                    String prefer,
            @RequestBody @BodySchema("Assignment") ObjectNode json) {
        Body body = Body.of(json);
        boolean takeOver = body.flag("takeOver");
        body.end();
        desk.take(actor, number, takeOver);
        return changed(actor, number, prefer);
    }

    private ResponseEntity<Map<String, Object>> changed(Actor actor, DossierNumber number, @Nullable String prefer) {
        return Preferred.answer(ResponseEntity.ok(), prefer, () -> resources.read(actor, number));
    }

    @DeleteMapping("/dossiers/{number}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the work on a dossier back", description = "So that a colleague can take it.")
    void release(Actor actor, @PathVariable DossierNumber number) {
        desk.release(actor, number);
    }

    @GetMapping(path = "/documents/{id}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "Read a document", description = "Its content, as a file to save.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id) {
        OpenedDocument opened = documents.open(actor, new AttachmentId(id));
        return Download.of(opened.file().fileName(), opened.file().kind().mediaType(), opened.content());
    }
}
