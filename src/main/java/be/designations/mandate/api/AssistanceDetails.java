package be.designations.mandate.api;

import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.mandate.Assistance;
import be.designations.mandate.AssistanceCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AssistanceDetails extends CaseDetails<Assistance> {

    private final Texts texts;

    AssistanceDetails(AssistanceCase process, Texts texts) {
        super(process, AssistanceResource.class);
        this.texts = texts;
    }

    /** What is particular to an adjunct or interim officer. */
    @Schema(name = "AssistingOfficer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssistanceResource(
            String person,

            @Schema(description = "INTERIM or ADJUNCT") CodedText function,

            BigDecimal hoursPerWeek,
            LocalDate firstDay,

            @Nullable @Schema(description = "Absent when no end is known")
            LocalDate lastDay,

            @Nullable @Schema(description = "Why, in the words of the CPAS")
            String reason,

            @Nullable @Schema(description = "Why it ends; absent as long as nothing but its date says so")
            CodedText endReason,

            @Nullable @Schema(description = "In the words of the CPAS")
            String endWords) {}

    @Override
    protected AssistanceResource of(CaseView dossier, Assistance assistance, Actor reader) {
        return new AssistanceResource(
                dossier.nameOf(assistance.person()),
                new CodedText(
                        assistance.kind().name(),
                        texts.get("mandate.register.role."
                                + assistance.kind().name().toLowerCase(Locale.ROOT))),
                assistance.hoursPerWeek(),
                Days.of(assistance.from()),
                assistance.until() == null ? null : Days.lastBefore(assistance.until()),
                assistance.reason(),
                assistance.endReason() == null
                        ? null
                        : texts.coded("mandate.end", assistance.endReason().name()),
                assistance.endWords());
    }
}
