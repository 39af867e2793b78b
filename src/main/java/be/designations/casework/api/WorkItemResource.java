package be.designations.casework.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.WorkList;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of work that waits. */
@Schema(name = "WorkItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItemResource(
        UUID id,
        @Schema(example = "DPD-2026-00001") String dossier,
        CodedText kind,

        @Schema(description = "The kind of the dossier") CodedText dossierKind,

        OrganisationReference organisation,

        @Nullable @Schema(description = "Who has taken it; absent when nobody has")
        String assignee,

        @Nullable @Schema(description = "Their id, for the filter assignee")
        UUID assigneeId,

        Instant createdAt,

        @Schema(description = "End of the last working day for it")
        Instant dueAt,

        boolean overdue,

        @Schema(description = "Whether the dossier gave something to weigh when the work came")
        boolean warned,

        @Nullable @Schema(description = "What the colleague said who handed it over")
        String note,

        @Schema(description = "Where the dossier is read") DossierResource.Links links,

        @Schema(description = "Where it is done: one address for each step")
        List<String> steps) {

    static WorkItemResource of(
            WorkList.Line line, OrganisationReference organisation, List<String> steps, Texts texts) {
        return new WorkItemResource(
                line.id().value(),
                line.number().value(),
                texts.coded("work", line.kind().code()),
                texts.coded("case-kind", line.dossierKind()),
                organisation,
                line.assigneeName(),
                line.assignee() == null ? null : line.assignee().value(),
                line.createdAt(),
                line.dueAt(),
                line.overdue(),
                line.warned(),
                line.note(),
                DossierResource.Links.of(line.number().value()),
                steps.stream()
                        .map(step -> "/api/v1/dossiers/" + line.number() + "/" + step)
                        .toList());
    }
}
