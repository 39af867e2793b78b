package be.designations.mandate.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.mandate.MandateEnds;
import be.designations.mandate.MandateExtensions;
import be.designations.mandate.MandateRegister;
import be.designations.mandate.MandateState;
import be.designations.mandate.RegisterLine;
import be.designations.mandate.RegisterQuery;
import be.designations.mandate.RegisterQuery.Order;
import be.designations.mandate.RegisterQuery.Role;
import be.designations.mandate.RegisterQuery.State;
import be.designations.mandate.RegisterStore.Place;
import be.designations.pages.Inputs;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mandates of data protection officers: the register, resignations, withdrawals of the approval. */
@RestController
@RequestMapping("/api/v1/mandates")
@Tag(name = "Applications")
class DpdMandatesController {

    private static final String WHO =
            "For the desks, those who read the dossiers of the CPAS, and the officer; others are told that there is none.";

    /** Characters of what is searched. */
    private static final int LONGEST = 100;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final MandateRegister register;
    private final MandateEnds ends;
    private final MandateExtensions extensions;
    private final Provinces provinces;
    private final Texts texts;

    DpdMandatesController(
            MandateRegister register,
            MandateEnds ends,
            MandateExtensions extensions,
            Provinces provinces,
            Texts texts) {
        this.register = register;
        this.ends = ends;
        this.extensions = extensions;
        this.provinces = provinces;
        this.texts = texts;
    }

    /** A mandate. */
    @Schema(name = "DpdMandate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MandateResource(
            UUID id,

            @Schema(description = "Enterprise number of the CPAS")
            String cpas,

            String cpasName,
            String officer,
            LocalDate firstDay,

            @Nullable @Schema(description = "Absent when no end is known")
            LocalDate lastDay,

            @Schema(
                    description = "How it stands now",
                    allowableValues = {"RUNNING", "ENDING", "LATER", "OVER", "STRUCK_OUT"})
            String state,

            @Nullable
            @Schema(
                    description = "Why it ends; absent as long as nothing but its date says so",
                    allowableValues = {"EXPIRY", "RESIGNATION", "REPLACEMENT", "WITHDRAWAL", "ENDED"})
            String endReason,

            BigDecimal hoursPerWeek,

            @Nullable
            @Schema(
                    description = "The dossier in which it was given; absent for one older than the register",
                    example = "DPD-2026-00001")
            String dossier,

            @Nullable @Schema(description = "In the list: who decided it; absent for one older than the register")
            String decidedBy) {}

    /** What was opened. */
    @Schema(name = "DpdMandateEnd")
    record EndResource(
            @Schema(description = "The dossier that follows it", example = "MND-2026-00001")
            String dossier) {}

    @GetMapping
    @Operation(summary = "Read the register of mandates", description = WHO + " Page by page.")
    Items<MandateResource> list(
            Actor actor,
            @RequestParam(defaultValue = "OFFICER")
                    @Parameter(description = "Mandates of officers, or who stands in for one or assists one")
                    Role role,
            @RequestParam(defaultValue = "")
                    @Parameter(
                            description =
                                    "Beginnings of words in the name of the officer; no NISS, 100 characters count")
                    String officer,
            @RequestParam(defaultValue = "")
                    @Parameter(
                            description = "Beginnings of words in the name of the CPAS; no NISS, 100 characters count")
                    String cpas,
            @RequestParam(defaultValue = "") @Parameter(description = "Code of a province, such as namur")
                    String province,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable @Parameter(description = "Only mandates that ran on that day")
                    LocalDate on,
            @RequestParam(defaultValue = "BEGIN") Order sort,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Where the page before ended; take it from the link next")
                    UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        if (on != null && (on.getYear() < FIRST_YEAR || on.getYear() > LAST_YEAR)) {
            // Nothing ran on a day that the database cannot keep.
            return Items.of(List.of(), null);
        }
        RegisterQuery query = new RegisterQuery(
                role,
                words(officer, "officer"),
                words(cpas, "cpas"),
                provinces.all().stream()
                        .filter(it -> it.code().equals(province))
                        .findFirst()
                        .orElse(null),
                state,
                on,
                sort);
        return Items.page(
                register.lines(
                        actor, query, texts.language(), after == null ? null : new Place(after, false), size + 1),
                size,
                line -> resource(line, texts.language()),
                line -> line.mandate().id());
    }

    private static String words(String typed, String parameter) {
        if (WorkAsked.holdsNiss(typed)) {
            throw new RejectedException(Rejection.ofField("access.niss-in-filter", parameter));
        }
        return Inputs.line(typed, LONGEST);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a mandate", description = WHO)
    MandateResource read(Actor actor, @PathVariable UUID id) {
        MandateRegister.View view = register.view(actor, id);
        return resource(
                view.mandate(),
                view.cpas().enterpriseNumber().value(),
                view.cpas().name(texts.language()),
                view.nameOf(view.mandate().person()),
                null);
    }

    @PostMapping("/{id}/resignation")
    @Operation(
            summary = "Resign, or report that the officer resigns",
            description =
                    "For the officer, and those who file for the CPAS. The last day may be past. Nothing is switched off.")
    EndResource resign(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("DpdMandateResignation") ObjectNode json) {
        return Body.read(json, body -> {
            LocalDate lastDay = body.read("lastDay", Days::parse);
            String reason = body.optionalText("reason").orElse(null);
            body.end();
            return opened(ends.resign(actor, id, lastDay, reason));
        });
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Withdraw the approval",
            description =
                    "For approvers of SPP IS. The mandate ends at once; a change of the local manager that waits is stopped.")
    EndResource withdraw(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("DpdMandateWithdrawal") ObjectNode json) {
        return Body.read(json, body -> {
            String reason = body.optionalText("reason").orElse(null);
            body.end();
            return opened(ends.withdraw(actor, id, reason));
        });
    }

    @PostMapping("/{id}/extension")
    @Operation(
            summary = "Ask that a mandate with an end go on",
            description = "For those who file for the CPAS. SPP IS decides, in the dossier that is opened.")
    EndResource extend(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("DpdMandateExtension") ObjectNode json) {
        return Body.read(json, body -> {
            LocalDate lastDay = body.read("lastDay", Days::parse);
            String reason = body.optionalText("reason").orElse(null);
            body.end();
            return opened(extensions.ask(actor, id, lastDay, reason));
        });
    }

    private static EndResource opened(DossierNumber number) {
        return new EndResource(number.value());
    }

    private MandateResource resource(RegisterLine line, Language language) {
        return resource(line.mandate(), line.cpas().value(), line.cpasName(language), line.officer(), line.decidedBy());
    }

    private MandateResource resource(
            MandateState mandate, String cpas, String cpasName, String officer, @Nullable String decidedBy) {
        return new MandateResource(
                mandate.id(),
                cpas,
                cpasName,
                officer,
                Days.of(mandate.from()),
                mandate.until() == null ? null : Days.lastBefore(mandate.until()),
                register.stateOf(mandate).name(),
                mandate.endReason() == null ? null : mandate.endReason().name(),
                mandate.hoursPerWeek(),
                mandate.dossier(),
                decidedBy);
    }
}
