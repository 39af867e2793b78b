package be.designations.imports.api;

import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.api.UploadedFile;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.imports.Exports;
import be.designations.imports.ImportFile;
import be.designations.imports.ImportState;
import be.designations.imports.ImportStore.Refused;
import be.designations.imports.Imports;
import be.designations.pages.Download;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Files of people, working relationships and rights. */
@RestController
@RequestMapping("/api/v1/entities/{enterpriseNumber}")
@Tag(name = "Imports")
class ImportApiController {

    private static final String FIELD = "file";
    private static final String FOR_MANAGERS = " For whoever manages the whole entity.";

    private final Imports imports;
    private final Exports exports;
    private final Texts texts;

    ImportApiController(Imports imports, Exports exports, Texts texts) {
        this.imports = imports;
        this.exports = exports;
        this.texts = texts;
    }

    /** Where an import stands. */
    @Schema(name = "Import")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportResource(
            UUID id,
            String fileName,
            String sha256,
            ImportState state,
            Instant broughtAt,
            @Nullable Instant confirmedAt,
            int rows,

            @Schema(description = "Lines that would change something")
            int good,

            @Schema(description = "Lines of which all is so already")
            int needless,

            @Schema(description = "Lines that are not taken")
            int bad,

            @Schema(description = "Good lines that were applied")
            int done,

            @Schema(description = "Good lines that were refused when they were to be applied")
            int refused) {

        static ImportResource of(ImportFile file) {
            return new ImportResource(
                    file.id().value(),
                    file.fileName(),
                    file.sha256(),
                    file.state(),
                    file.broughtAt(),
                    file.confirmedAt(),
                    file.rows(),
                    file.counts().good(),
                    file.counts().needless(),
                    file.counts().bad(),
                    file.counts().done(),
                    file.counts().refused());
        }
    }

    /** Why a line was not taken. */
    @Schema(name = "ImportProblem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProblemResource(
            int line,

            @Nullable @Schema(description = "Its column; absent when the whole line is meant")
            String column,

            String code,
            String reason) {}

    @GetMapping("/imports")
    @Operation(
            summary = "List the last files that were brought",
            description = "Twenty at most, the newest first." + FOR_MANAGERS)
    Items<ImportResource> list(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        return new Items<>(
                imports.overview(actor, enterpriseNumber).files().stream()
                        .map(ImportResource::of)
                        .toList(),
                null);
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Bring a file",
            description =
                    "CSV in UTF-8, in the part file, 5 MiB and 20,000 lines at most; columns as in the export. It is "
                            + "checked in the background. The same file again answers 200 with the import that there is."
                            + FOR_MANAGERS)
    @ApiResponse(responseCode = "200", description = "It was brought before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Begun; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<ImportResource> bring(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestParam(FIELD) List<MultipartFile> files)
            throws IOException {
        UploadedFile file = UploadedFile.only(FIELD, files);
        Imports.Brought brought = imports.bring(actor, enterpriseNumber, file.name(), file.content());
        ImportResource body = ImportResource.of(brought.file());
        return brought.before()
                ? ResponseEntity.ok(body)
                : ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequest()
                                .path("/{id}")
                                .buildAndExpand(body.id())
                                .toUri())
                        .body(body);
    }

    @GetMapping("/imports/{id}")
    @Operation(
            summary = "Read where an import stands",
            description =
                    "CHECKING and APPLYING go on in the background: ask again after a few seconds." + FOR_MANAGERS)
    ImportResource read(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber, @PathVariable UUID id) {
        return ImportResource.of(imports.read(actor, enterpriseNumber, id).file());
    }

    @GetMapping("/imports/{id}/problems")
    @Operation(
            summary = "List why lines were not taken",
            description = "By number of the line; the reasons in your language." + FOR_MANAGERS)
    Items<ProblemResource> problems(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Parameter(description = "Where the page before ended; take it from the link next")
                    int after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        List<Refused> found = imports.refused(actor, enterpriseNumber, id, after, size + 1);
        List<Refused> lines = found.size() > size ? found.subList(0, size) : found;
        return Items.of(
                lines.stream()
                        .flatMap(line -> line.problems().stream()
                                .map(problem -> new ProblemResource(
                                        line.line(),
                                        problem.column() == null
                                                ? null
                                                : problem.column().code(),
                                        problem.code(),
                                        texts.get(
                                                "rejection." + problem.code(),
                                                problem.arguments().toArray()))))
                        .toList(),
                found.size() > size ? lines.get(size - 1).line() : null);
    }

    @PostMapping("/imports/{id}/application")
    @Operation(
            summary = "Apply the good lines",
            description = "In the background, and those only; asked for twice, it is done once." + FOR_MANAGERS)
    ImportResource apply(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable UUID id,
            @RequestParam @Min(0) @Parameter(description = "How many good lines you have seen") int good) {
        imports.apply(actor, enterpriseNumber, id, good);
        return read(actor, enterpriseNumber, id);
    }

    @PostMapping("/imports/{id}/discarding")
    @Operation(
            summary = "Do not apply a file",
            description = "It can be brought again; asked for twice, it is done once." + FOR_MANAGERS)
    ImportResource discard(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber, @PathVariable UUID id) {
        imports.discard(actor, enterpriseNumber, id);
        return read(actor, enterpriseNumber, id);
    }

    @GetMapping(path = "/export.csv", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "Take everybody along",
            description =
                    "All working relationships and rights that have not ended, as CSV in the columns of an import. "
                            + "It holds national numbers; that you took them is written down." + FOR_MANAGERS)
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void export(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber, HttpServletResponse response)
            throws IOException {
        exports.begin(actor, enterpriseNumber);
        PrintWriter writer = Download.csv(response, "people-rights-" + enterpriseNumber.value() + ".csv");
        exports.each(actor, enterpriseNumber, writer::write);
        writer.flush();
    }
}
