package be.designations.reports.api;

import be.designations.access.QualityKind;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.reports.ReportFilter;
import be.designations.reports.ReportKind;
import be.designations.reports.ReportLine;
import be.designations.reports.Reports;
import be.designations.rules.NotFoundException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reports")
class ReportApiController {

    private final Reports reports;

    ReportApiController(Reports reports) {
        this.reports = reports;
    }

    /** A right that stands in a report. */
    @Schema(name = "ReportLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineResource(
            UUID id,
            UUID person,
            String name,
            String role,
            QualityKind qualityKind,

            @Schema(description = "Numbers of the establishment units; empty for the whole entity")
            List<String> context,

            LocalDate firstDay,
            @Nullable LocalDate lastDay,

            @Nullable @Schema(description = "In the report excluded: the other role")
            LocalizedString excluded) {

        static LineResource of(ReportLine line) {
            return new LineResource(
                    line.id(),
                    line.person(),
                    line.name(),
                    line.roleCode(),
                    line.qualityKind(),
                    line.units(),
                    Days.of(line.from()),
                    line.until() == null ? null : Days.lastBefore(line.until()),
                    line.excluded() == null ? null : LocalizedString.of(line.excluded()));
        }
    }

    @GetMapping("/api/v1/entities/{enterpriseNumber}/reports/{kind}")
    @Operation(
            summary = "Read a report on rights",
            description =
                    "kind: expiring, unused (no decision permitted anything by it, since that is written down), unrelated, "
                            + "too-long or excluded. For whoever manages the rights of whole qualities of the entity.")
    Items<LineResource> report(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable @Parameter(description = "Only rights of that role") String role,
            @RequestParam(defaultValue = "90")
                    @Min(1)
                    @Max(ReportFilter.MOST_DAYS)
                    @Parameter(description = "In the report expiring: within how many days")
                    int days,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Where the page before ended; take it from the link next")
                    UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        ReportKind report = ReportKind.of(kind).orElseThrow(() -> new NotFoundException("report"));
        return Items.page(
                reports.lines(
                        reports.scope(actor, enterpriseNumber),
                        report,
                        new ReportFilter("", role, days),
                        after,
                        size + 1),
                size,
                LineResource::of,
                ReportLine::id);
    }
}
