package be.designations.mandate.api;

import be.designations.access.Basis;
import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.mandate.EndingMandate;
import be.designations.mandate.MandateEndCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class MandateEndDetails extends CaseDetails<EndingMandate> {

    private final Texts texts;

    MandateEndDetails(MandateEndCase process, Texts texts) {
        super(process, MandateEndResource.class);
        this.texts = texts;
    }

    /** What is particular to the end of a mandate. */
    @Schema(name = "MandateEnding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MandateEndResource(
            UUID mandate,
            String officer,

            @Schema(description = "RESIGNATION, WITHDRAWAL or EXPIRY")
            CodedText cause,

            @Schema(description = "The last day of the mandate by this end")
            LocalDate lastDay,

            @Nullable @Schema(description = "Who decided it; absent when the date did")
            String decidedBy,

            @Nullable @Schema(description = "Why, in their words")
            String reason) {}

    @Override
    protected MandateEndResource of(CaseView dossier, EndingMandate ending, Actor reader) {
        Basis decision = ending.decision();
        return new MandateEndResource(
                ending.mandate().id(),
                dossier.nameOf(ending.mandate().person()),
                new CodedText(ending.end().cause().name(), texts.get("mandate.cause." + ending.cause())),
                Days.lastBefore(ending.end().endsAt()),
                decision == null || decision.decidedBy() == null ? null : dossier.nameOf(decision.decidedBy()),
                decision == null ? null : decision.reason());
    }
}
