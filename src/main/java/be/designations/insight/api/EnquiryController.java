package be.designations.insight.api;

import be.designations.access.Translated;
import be.designations.api.After;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.ManagerEnquiry;
import be.designations.insight.Position.QualityName;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class EnquiryController {

    private final ManagerEnquiry enquiry;
    private final Texts texts;

    EnquiryController(ManagerEnquiry enquiry, Texts texts) {
        this.enquiry = enquiry;
        this.texts = texts;
    }

    /** That somebody is or was a manager. */
    @Schema(name = "EnquiredManager")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ManagerResource(
            String name,
            CodedText responsibility,

            @Nullable @Schema(description = "Absent when it is not limited to a quality")
            CodedText quality,

            @Nullable @Schema(description = "Absent when it is not limited to a domain")
            LocalizedString domain,

            Instant from,

            @Nullable @Schema(description = "The first instant at which it no longer held; absent when no end is known")
            Instant until,

            boolean blocked,

            @Nullable @Schema(description = "Absent when the register began with it")
            String decidedBy,

            @Nullable @Schema(example = "GAP-2026-00001") String dossier) {}

    @GetMapping("/api/v1/support/entities/{number}/managers")
    @Operation(
            summary = "Ask who manages an entity",
            description = "For support staff: who is principal, domain and local manager, the latest begun first. Each "
                    + "enquiry is written to the audit log.")
    Items<ManagerResource> managers(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "Whether those who were it once are shown too")
                    boolean before,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(
                            description = "Where the page before ended; take it from the link next",
                            schema = @Schema(type = "string"))
                    After after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        ManagerEnquiry.Answer answer = enquiry.ask(
                actor, number, before, after == null ? null : new ManagerEnquiry.Cursor(after.at(), after.id()), size);
        return Items.page(answer.found(), size, this::resource, line -> new After(line.from(), line.id()));
    }

    private ManagerResource resource(ManagerEnquiry.Line line) {
        QualityName quality = line.quality();
        Translated domain = line.domain();
        return new ManagerResource(
                line.person(),
                texts.coded("capacity", line.kind().name()),
                quality == null ? null : texts.coded("quality", quality.kind().name()),
                domain == null ? null : LocalizedString.of(domain),
                line.from(),
                line.until(),
                line.blocked(),
                line.decidedBy(),
                line.dossier());
    }
}
