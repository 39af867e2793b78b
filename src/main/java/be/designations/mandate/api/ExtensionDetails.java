package be.designations.mandate.api;

import be.designations.calendar.Days;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.mandate.AskedExtension;
import be.designations.mandate.Extension;
import be.designations.mandate.ExtensionCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ExtensionDetails extends CaseDetails<AskedExtension> {

    ExtensionDetails(ExtensionCase process) {
        super(process, ExtensionResource.class);
    }

    /** What is particular to a request that a mandate go on. */
    @Schema(name = "MandateExtension")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExtensionResource(
            UUID mandate,
            String officer,

            @Schema(description = "The last day that is asked for")
            LocalDate lastDay,

            @Schema(description = "The last day that the mandate had when it was asked")
            LocalDate formerLastDay,

            String askedBy,

            @Schema(description = "Why, in their words") String reason,

            @Nullable
            @Schema(
                    description = "Absent as long as it waits",
                    allowableValues = {"ALLOWED", "REFUSED", "WITHDRAWN", "LAPSED"})
            String outcome,

            @Nullable @Schema(description = "Who decided or took it back; absent when it lapsed")
            String decidedBy,

            @Nullable @Schema(description = "Their words") String decisionReason) {}

    @Override
    protected ExtensionResource of(CaseView dossier, AskedExtension asked, Actor reader) {
        Extension extension = asked.extension();
        return new ExtensionResource(
                asked.mandate().id(),
                dossier.nameOf(asked.mandate().person()),
                extension.lastDay(),
                Days.lastBefore(extension.formerEnd()),
                dossier.nameOf(extension.askedBy()),
                extension.reason(),
                extension.outcome() == null ? null : extension.outcome().name(),
                extension.decidedBy() == null ? null : dossier.nameOf(extension.decidedBy()),
                extension.words());
    }
}
