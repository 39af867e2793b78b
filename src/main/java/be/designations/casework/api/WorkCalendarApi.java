package be.designations.casework.api;

import be.designations.api.After;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.calendar.WorkingDays;
import be.designations.casework.DatedEnds;
import be.designations.casework.DeskCalendars;
import be.designations.casework.DueDays;
import be.designations.casework.HeadedWork;
import be.designations.casework.LateWork;
import be.designations.casework.Place;
import be.designations.casework.WorkCalendar;
import be.designations.directory.Actor;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Work items")
class WorkCalendarApi {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final DueDays dueDays;
    private final HeadedWork headed;
    private final LateWork late;
    private final DeskCalendars calendars;
    private final Texts texts;

    WorkCalendarApi(DueDays dueDays, HeadedWork headed, LateWork late, DeskCalendars calendars, Texts texts) {
        this.dueDays = dueDays;
        this.headed = headed;
        this.late = late;
        this.calendars = calendars;
        this.texts = texts;
    }

    /** The deadlines of some days, and what ends on them. */
    @Schema(name = "WorkCalendar")
    record CalendarResource(
            @Schema(description = "How many tasks were due before the first day, counted up to 100")
            int late,

            List<DayResource> days) {}

    /** The deadlines of one day, and what ends on it. */
    @Schema(name = "WorkCalendarDay")
    record DayResource(
            LocalDate day,

            @Schema(description = "How many tasks are due, counted up to 100")
            int count,

            @Schema(description = "Those that are due first, 20 at most")
            List<DueTask> tasks,

            @Schema(
                    description =
                            "What ends on that day without anybody’s work: mandates and functions of officers whom you see")
            List<EndResource> ends) {}

    /** Something that ends on a day. */
    @Schema(name = "DatedEnd")
    record EndResource(
            @Schema(description = "Of the mandate, or of the dossier of whoever assists or stands in")
            UUID id,

            CodedText kind,
            OrganisationReference organisation) {

        static EndResource of(DatedEnds.End end, Texts texts) {
            return new EndResource(
                    end.id(),
                    texts.coded("ends", end.kind()),
                    new OrganisationReference(end.number().value(), LocalizedString.of(end.organisation())));
        }
    }

    /** A task of a day. */
    @Schema(name = "DueTask")
    record DueTask(@Schema(example = "DPD-2026-00001") String dossier, CodedText kind) {

        static DueTask of(WorkCalendar.Due due, Texts texts) {
            return new DueTask(
                    due.number().value(), texts.coded("work", due.kind().code()));
        }
    }

    @GetMapping("/api/v1/work-calendar")
    @Operation(
            summary = "Read your deadlines by day",
            description =
                    "Of the work that is offered to you, and what ends beside it; a day is the last one on which it is in time.")
    CalendarResource calendar(
            Actor actor,
            @RequestParam @Parameter(description = "The first day", example = "2026-12-01") LocalDate from,
            @RequestParam(defaultValue = "7") @Min(1) @Max(42) @Parameter(description = "How many days") int days) {
        if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
            throw new RejectedException(Rejection.ofField("api.unreadable", "from"));
        }
        DueDays.Read due = dueDays.of(actor, from, days, 20);
        WorkCalendar.Read read = due.work();
        return new CalendarResource(
                read.before(),
                IntStream.range(0, days)
                        .mapToObj(i -> new DayResource(
                                from.plusDays(i),
                                read.days().get(i).count(),
                                read.days().get(i).first().stream()
                                        .map(task -> DueTask.of(task, texts))
                                        .toList(),
                                due.endsOn(from.plusDays(i)).stream()
                                        .map(end -> EndResource.of(end, texts))
                                        .toList()))
                        .toList());
    }

    /** A task that is late, and why. */
    @Schema(name = "LateTask")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LateTask(
            @Schema(example = "DPD-2026-00001") String dossier,
            CodedText kind,

            @Nullable @Schema(description = "Who has taken it; absent when nobody has")
            String assignee,

            Instant createdAt,
            Instant dueAt,
            @Nullable Instant remindedAt,

            @Schema(description = "For how many working days the dossier waited for the other side")
            int daysPaused) {

        static LateTask of(LateWork.Line line, WorkingDays calendar, Texts texts) {
            return new LateTask(
                    line.number().value(),
                    texts.coded("work", line.kind().code()),
                    line.assignee(),
                    line.createdAt(),
                    line.dueAt(),
                    line.remindedAt(),
                    line.daysPaused(calendar));
        }
    }

    @GetMapping("/api/v1/late-work")
    @Operation(
            summary = "List what is late at your desk",
            description = "For the head of a desk: longest late first, with what kept it.")
    Items<LateTask> late(
            Actor actor,
            @RequestParam(required = false) @Nullable After after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        LateWork.Query query = headed.late(actor);
        WorkingDays calendar = calendars.of(query.desk());
        return Items.page(
                late.page(query, after == null ? null : new Place(after.at(), after.id()), size + 1),
                size,
                line -> LateTask.of(line, calendar, texts),
                line -> new After(line.dueAt(), line.id().value()));
    }
}
