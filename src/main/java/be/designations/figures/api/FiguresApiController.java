package be.designations.figures.api;

import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.calendar.Days;
import be.designations.casework.Desk;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.dpd.RefusalGround;
import be.designations.figures.Area;
import be.designations.figures.Cover;
import be.designations.figures.Coverage;
import be.designations.figures.CoverageByPlace;
import be.designations.figures.CpasFilter;
import be.designations.figures.CpasLine;
import be.designations.figures.DecisionKind;
import be.designations.figures.DecisionLine;
import be.designations.figures.Decisions;
import be.designations.figures.DeskWork;
import be.designations.figures.Figures;
import be.designations.figures.Found;
import be.designations.figures.Order;
import be.designations.figures.Region;
import be.designations.figures.SharedOfficer;
import be.designations.figures.SharedOfficers;
import be.designations.figures.Sharing;
import be.designations.figures.Slice;
import be.designations.figures.Step;
import be.designations.figures.StepLine;
import be.designations.figures.StepTimes;
import be.designations.figures.WorkLine;
import be.designations.figures.WorkState;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the pages, counted by the same operations. */
@RestController
@RequestMapping("/api/v1/figures")
@Tag(name = "Figures")
class FiguresApiController {

    private static final String DESKS = " For BCSS, SPP IS and support.";
    private static final String DAY = "On which day; today without it";

    private final Figures figures;

    FiguresApiController(Figures figures) {
        this.figures = figures;
    }

    @Schema(name = "Coverage")
    record CoverageResource(
            int cpas,

            @Schema(description = "Those that have an officer")
            int somebody,

            @Schema(description = "Those that have none, and nobody who stands in")
            int none,

            @Schema(description = "Those that have none, and somebody who stands in")
            int interim,

            @Schema(description = "Those that have one, and none any more within 30 days")
            int soon30,

            int soon60,
            int soon90) {

        static CoverageResource of(Coverage coverage) {
            return new CoverageResource(
                    coverage.all(),
                    coverage.somebody(),
                    coverage.none(),
                    coverage.interim(),
                    coverage.soon30(),
                    coverage.soon60(),
                    coverage.soon90());
        }
    }

    @Schema(name = "CoverageByPlace")
    record CoverageByPlaceResource(
            LocalDate day,
            CoverageResource country,
            Map<Region, CoverageResource> regions,

            @Schema(description = "By province; Brussels is the region")
            Map<Area, CoverageResource> provinces,

            @Schema(description = "By official language; a CPAS of two languages counts in both")
            Map<String, CoverageResource> languages) {

        static CoverageByPlaceResource of(LocalDate day, CoverageByPlace coverage) {
            Map<Region, CoverageResource> regions = new LinkedHashMap<>();
            Arrays.stream(Region.values())
                    .forEach(region -> regions.put(
                            region, CoverageResource.of(coverage.regions().getOrDefault(region, Coverage.NOTHING))));
            Map<Area, CoverageResource> provinces = new LinkedHashMap<>();
            Arrays.stream(Area.values())
                    .filter(area -> area != Area.BRUSSELS)
                    .forEach(area -> provinces.put(
                            area, CoverageResource.of(coverage.areas().getOrDefault(area, Coverage.NOTHING))));
            Map<String, CoverageResource> languages = new LinkedHashMap<>();
            Language.LETTERS.forEach(language -> languages.put(
                    language.code(),
                    CoverageResource.of(coverage.languages().getOrDefault(language, Coverage.NOTHING))));
            return new CoverageByPlaceResource(day, CoverageResource.of(coverage.all()), regions, provinces, languages);
        }
    }

    @GetMapping("/coverage")
    @Operation(
            summary = "Count the CPAS that have a data protection officer",
            description = "By region, province and language, on a day; and those that soon have none." + DESKS)
    CoverageByPlaceResource coverage(
            Actor actor, @RequestParam(required = false) @Nullable @Parameter(description = DAY) LocalDate day) {
        LocalDate asked = day(day);
        return CoverageByPlaceResource.of(
                asked, figures.coverage(actor, CpasFilter.on(asked, Cover.ALL, CpasFilter.USUAL_DAYS)));
    }

    /** A CPAS with its officer. */
    @Schema(name = "CpasCoverage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CpasResource(
            String enterpriseNumber,
            LocalizedString name,
            String postalCode,
            Region region,

            @Nullable @Schema(description = "Absent in Brussels")
            Area province,

            List<String> languages,

            @Nullable @Schema(description = "Absent when there is none on that day")
            OfficerResource officer,

            @Nullable @Schema(description = "When there is none: the name of who stands in")
            String interim,

            @Nullable @Schema(description = "When there is none: the day on which one begins, if that is known")
            LocalDate nextFirstDay,

            @Nullable @Schema(description = "Number of the application that is under way now")
            String dossier) {

        static CpasResource of(CpasLine line) {
            return new CpasResource(
                    line.number().value(),
                    LocalizedString.of(line.name()),
                    line.postalCode(),
                    line.region(),
                    Area.of(line.region(), line.province())
                            .filter(area -> area != Area.BRUSSELS)
                            .orElse(null),
                    line.languages().stream().map(Language::code).toList(),
                    line.officer() == null ? null : OfficerResource.of(line.officer()),
                    line.interim(),
                    line.nextFrom() == null ? null : Days.of(line.nextFrom()),
                    line.dossier());
        }
    }

    @Schema(name = "CpasOfficer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficerResource(
            UUID id,
            String name,
            BigDecimal hoursPerWeek,
            LocalDate firstDay,

            @Nullable
            @Schema(
                    description =
                            "The last day, mandates that follow without a gap counted in; absent when none is known")
            LocalDate lastDay) {

        static OfficerResource of(CpasLine.Officer officer) {
            return new OfficerResource(
                    officer.id(),
                    officer.name(),
                    officer.hours(),
                    Days.of(officer.from()),
                    officer.endsAt() == null ? null : Days.lastBefore(officer.endsAt()));
        }
    }

    @GetMapping("/cpas")
    @Operation(
            summary = "List the CPAS by whether they have a data protection officer",
            description = "Those that a figure of the coverage counts, whoever soonest has none first." + DESKS)
    Items<CpasResource> cpas(
            Actor actor,
            @RequestParam(required = false) @Nullable @Parameter(description = DAY) LocalDate day,
            @RequestParam(defaultValue = "NONE_OR_SOON") Cover cover,
            @RequestParam(defaultValue = "30")
                    @Min(1)
                    @Max(CpasFilter.MOST_DAYS)
                    @Parameter(description = "What is soon, in days")
                    int days,
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable Area province,
            @Valid @ParameterObject SliceAsked slice) {
        var filter = new CpasFilter(day(day), cover, days, PeriodAsked.place(region, province), null, "", null);
        return page(
                figures.cpas(actor, filter, new Order("ends", true), Language.FR, slice.read()),
                slice.read(),
                CpasResource::of);
    }

    @Schema(name = "SharedOfficer")
    record SharedOfficerResource(
            UUID id,
            String name,
            int cpas,
            BigDecimal hoursPerWeek,

            @Schema(description = "Whether that is more than 38 hours")
            boolean over) {}

    @GetMapping("/officers/numbers")
    @Operation(
            summary = "Count the officers of several CPAS",
            description =
                    "As officer, interim or adjunct; and those who give CPAS more than 38 hours a week in all." + DESKS)
    SharedOfficers sharedOfficers(
            Actor actor, @RequestParam(required = false) @Nullable @Parameter(description = DAY) LocalDate day) {
        return figures.officers(actor, day(day));
    }

    @GetMapping("/officers")
    @Operation(
            summary = "List the officers of several CPAS",
            description =
                    "As officer, interim or adjunct; and those who give CPAS more than 38 hours a week in all." + DESKS)
    Items<SharedOfficerResource> officers(
            Actor actor,
            @RequestParam(required = false) @Nullable @Parameter(description = DAY) LocalDate day,
            @RequestParam(defaultValue = "ANY")
                    @Parameter(description = "Those of several CPAS, those of more than 38 hours, or both")
                    Sharing sharing,
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "The same as sharing=OVER", deprecated = true)
                    boolean onlyOver,
            @Valid @ParameterObject SliceAsked slice) {
        return page(
                figures.officers(
                        actor, day(day), onlyOver ? Sharing.OVER : sharing, new Order("hours", false), slice.read()),
                slice.read(),
                (SharedOfficer officer) -> new SharedOfficerResource(
                        officer.id(), officer.name(), officer.cpas(), officer.hours(), officer.over()));
    }

    @GetMapping("/lead-times")
    @Operation(
            summary = "Read how long each step took",
            description =
                    "Working days of its desk, of the steps that ended in a period, and of the whole from sending to decision; median and nine of ten."
                            + DESKS)
    List<StepTimes> times(Actor actor, @ParameterObject PeriodAsked asked) {
        return figures.times(actor, asked.read(figures.today()));
    }

    @Schema(name = "StepDone")
    record StepResource(
            String dossier,
            LocalizedString cpas,
            Step step,
            LocalDate cameOn,
            LocalDate doneOn,
            int times,
            int workingDays) {

        static StepResource of(StepLine line) {
            return new StepResource(
                    line.dossier(),
                    LocalizedString.of(line.cpas()),
                    line.step(),
                    Days.of(line.cameAt()),
                    Days.of(line.doneAt()),
                    line.times(),
                    line.days());
        }
    }

    @GetMapping("/lead-times/steps")
    @Operation(summary = "List the steps behind the lead times", description = "The longest first." + DESKS)
    Items<StepResource> steps(
            Actor actor,
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false)
                    @Nullable
                    @Min(0)
                    @Max(999)
                    @Parameter(description = "Only those that took so many working days at most")
                    Integer within,
            @ParameterObject PeriodAsked asked,
            @Valid @ParameterObject SliceAsked slice) {
        return page(
                figures.steps(actor, step, within, asked.read(figures.today()), new Order("days", false), slice.read()),
                slice.read(),
                StepResource::of);
    }

    @GetMapping("/desks")
    @Operation(
            summary = "Read the workload and the lateness of each desk",
            description =
                    "What waits now, and what was done in a period: at an office in every kind of dossier that you see all of, at a CPAS for designations."
                            + DESKS)
    List<DeskWork> desks(Actor actor, @ParameterObject PeriodAsked asked) {
        return figures.desks(actor, asked.read(figures.today()));
    }

    @Schema(name = "DeskWorkItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkResource(
            String dossier,
            LocalizedString cpas,

            @Schema(description = "Kind of work, as in the list of work")
            String step,

            LocalDate cameOn,
            LocalDate dueOn,

            @Nullable LocalDate doneOn) {

        static WorkResource of(WorkLine line) {
            return new WorkResource(
                    line.dossier(),
                    LocalizedString.of(line.cpas()),
                    line.kind(),
                    Days.of(line.cameAt()),
                    Days.lastBefore(line.dueAt()),
                    line.doneAt() == null ? null : Days.of(line.doneAt()));
        }
    }

    @GetMapping("/desks/work")
    @Operation(summary = "List the work behind the workload", description = "By deadline." + DESKS)
    Items<WorkResource> work(
            Actor actor,
            @RequestParam(required = false) @Nullable Desk desk,
            @RequestParam(defaultValue = "OPEN") WorkState state,
            @ParameterObject PeriodAsked asked,
            @Valid @ParameterObject SliceAsked slice) {
        return page(
                figures.work(actor, desk, state, asked.read(figures.today()), new Order("due", true), slice.read()),
                slice.read(),
                WorkResource::of);
    }

    @GetMapping("/decisions")
    @Operation(
            summary = "Count the decisions of SPP IS",
            description = "In a period, by what BCSS had advised; refusals also by their ground." + DESKS)
    Decisions decisions(Actor actor, @ParameterObject PeriodAsked asked) {
        return figures.decisions(actor, asked.read(figures.today()));
    }

    @Schema(name = "DecisionTaken")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionResource(
            String dossier,
            LocalizedString cpas,
            LocalDate decidedOn,
            boolean approved,

            @Schema(description = "Whether the opinion of BCSS was favourable")
            boolean favourable,

            @Nullable @Schema(description = "For what it was refused; absent for an approval")
            RefusalGround ground,

            @Nullable @Schema(description = "In the words of who decided")
            String reason) {

        static DecisionResource of(DecisionLine line) {
            return new DecisionResource(
                    line.dossier(),
                    LocalizedString.of(line.cpas()),
                    Days.of(line.decidedAt()),
                    line.approved(),
                    line.favourable(),
                    line.ground(),
                    line.reason());
        }
    }

    @GetMapping("/decisions/list")
    @Operation(summary = "List the decisions behind their number", description = "The newest first." + DESKS)
    Items<DecisionResource> decisions(
            Actor actor,
            @RequestParam(defaultValue = "REFUSED") DecisionKind kind,
            @RequestParam(required = false) @Nullable @Parameter(description = "Only refusals for that")
                    RefusalGround ground,
            @ParameterObject PeriodAsked asked,
            @Valid @ParameterObject SliceAsked slice) {
        return page(
                figures.decisions(
                        actor, kind, ground, asked.read(figures.today()), new Order("done", false), slice.read()),
                slice.read(),
                DecisionResource::of);
    }

    private LocalDate day(@Nullable LocalDate asked) {
        return asked == null ? figures.today() : PeriodAsked.day(asked, "day");
    }

    /** Past the end there is nothing. */
    private static <L, T> Items<T> page(Found<L> found, Slice asked, Function<L, T> shown) {
        return Items.of(
                found.lines().stream().map(shown).toList(),
                (long) found.page() * asked.size() < found.total() ? Integer.valueOf(found.page()) : null);
    }
}
