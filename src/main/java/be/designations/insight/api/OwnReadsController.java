package be.designations.insight.api;

import be.designations.access.CapacityKind;
import be.designations.access.Translated;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.insight.OwnReads;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Me")
class OwnReadsController {

    private final OwnReads reads;
    private final Texts texts;

    OwnReadsController(OwnReads reads, Texts texts) {
        this.reads = reads;
        this.texts = texts;
    }

    /** That somebody looked at the person who asks. */
    @Schema(name = "Read")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadResource(
            Instant at,

            @Schema(
                    description = "LOOKED_UP by number, NISS_SHOWN with a reason, or PAGE_READ: your page or history, "
                            + "told once a day")
            CodedText what,

            @Schema(description = "The name of who it was") String reader,

            @Nullable @Schema(description = "The desk; absent for others")
            CodedText desk,

            @Nullable @Schema(description = "For which organisation; absent when none was chosen")
            LocalizedString organisation,

            @Nullable @Schema(description = "Absent where none is asked for")
            String reason) {}

    @GetMapping("/api/v1/me/reads")
    @Operation(
            summary = "Who looked at your data",
            description =
                    "Who looked you up by your number, was shown it or, as a desk, read your page; the newest first.")
    Items<ReadResource> reads(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Where the page before ended; take it from the link next")
                    Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        return Items.page(reads.page(actor, after, size).found(), size, this::resource, OwnReads.Read::id);
    }

    private ReadResource resource(OwnReads.Read read) {
        CapacityKind desk = read.desk();
        Translated organisation = read.organisation();
        return new ReadResource(
                read.at(),
                texts.coded("access.page.reads.what", read.what().name()),
                read.reader(),
                desk == null ? null : texts.coded("capacity", desk.name()),
                organisation == null ? null : LocalizedString.of(organisation),
                read.reason());
    }
}
