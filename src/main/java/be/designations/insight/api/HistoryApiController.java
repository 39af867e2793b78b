package be.designations.insight.api;

import be.designations.access.BasisId;
import be.designations.access.QualityId;
import be.designations.api.Items;
import be.designations.api.PdfFile;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.history.AccessHistory;
import be.designations.insight.history.Asked;
import be.designations.insight.history.AskedDay;
import be.designations.insight.history.Decision;
import be.designations.insight.history.Effect;
import be.designations.insight.history.HistoryScope;
import be.designations.insight.history.HistoryStore.Cursor;
import be.designations.insight.history.HistoryStore.EffectLine;
import be.designations.letters.Letters;
import be.designations.pages.Download;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class HistoryApiController {

    private static final String DAYS = "What ran at the end of the day in Belgium; of today what runs now, of a day to "
            + "come what is planned. With compareWith only what changed between the two days. By name, only what you "
            + "may see.";
    private static final String ON = "A day; without it today";
    private static final String COMPARE_WITH = "Another day; the change is told from the earlier to the later one";
    private static final String AFTER = "Where the page before ended; take it from the link next";

    private final AccessHistory history;
    private final Texts texts;
    private final Clock clock;

    HistoryApiController(AccessHistory history, Texts texts, Clock clock) {
        this.history = history;
        this.texts = texts;
        this.clock = clock;
    }

    /** A decision with what it did. */
    @Schema(name = "Decision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionResource(
            HoldingResource.BasisResource decision,

            @Schema(description = "What it did, as far as you may see it; the first 200")
            List<EffectResource> effects,

            @Schema(description = "How many effects there are; 1001 for more than 1000")
            long total,

            @Nullable
            @Schema(
                    description = "Where the letter is by which it designates somebody",
                    example = "/api/v1/decisions/5e0b6a52-1a70-4f0a-8c3f-3a5a0f1f7c11/letter")
            String letter) {}

    /** One thing that a decision did. */
    @Schema(name = "Effect")
    record EffectResource(Effect effect, AccessLineResource line) {}

    @GetMapping("/api/v1/people/{id}/access")
    @Operation(summary = "What a person had on a day, and why", description = DAYS)
    Items<AccessLineResource> ofPerson(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Parameter(description = ON) ApiDay on,
            @RequestParam(required = false) @Nullable @Parameter(description = COMPARE_WITH) ApiDay compareWith,
            @RequestParam(required = false) @Nullable @Parameter(description = AFTER) UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        return lines(history.ofPerson(actor, new PersonId(id)), on, compareWith, after, size);
    }

    @GetMapping("/api/v1/qualities/{id}/access")
    @Operation(summary = "Who had what in a quality on a day, and why", description = DAYS)
    Items<AccessLineResource> ofQuality(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Parameter(description = ON) ApiDay on,
            @RequestParam(required = false) @Nullable @Parameter(description = COMPARE_WITH) ApiDay compareWith,
            @RequestParam(required = false) @Nullable @Parameter(description = AFTER) UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        return lines(history.ofQuality(actor, new QualityId(id)), on, compareWith, after, size);
    }

    @GetMapping("/api/v1/entities/{enterpriseNumber}/access")
    @Operation(summary = "Who had what in an entity and its qualities on a day, and why", description = DAYS)
    Items<AccessLineResource> ofEntity(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestParam(required = false) @Nullable @Parameter(description = ON) ApiDay on,
            @RequestParam(required = false) @Nullable @Parameter(description = COMPARE_WITH) ApiDay compareWith,
            @RequestParam(required = false) @Nullable @Parameter(description = AFTER) UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
        return lines(history.ofEntity(actor, enterpriseNumber), on, compareWith, after, size);
    }

    @GetMapping("/api/v1/decisions/{id}")
    @Operation(
            summary = "Read a decision",
            description = "Who took it, when and on what ground, and what it began, ended, blocked or unblocked.")
    DecisionResource decision(Actor actor, @PathVariable UUID id) {
        Decision decision = history.decision(actor, new BasisId(id));
        return new DecisionResource(
                HoldingResource.BasisResource.of(decision.grounds(), texts),
                decision.lines().stream().map(this::effect).toList(),
                decision.total(),
                decision.letter() == null ? null : "/api/v1/decisions/" + id + "/letter");
    }

    @GetMapping(path = "/api/v1/decisions/{id}/letter", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "Read the letter of a decision",
            description = "By which a manager is designated without a dossier; in PDF/A, as a file to save.")
    @PdfFile
    ResponseEntity<byte[]> letter(Actor actor, @PathVariable UUID id) {
        Letters.Opened opened = history.letter(actor, new BasisId(id));
        return Download.pdf(opened.letter().fileName(), opened.content());
    }

    private EffectResource effect(EffectLine effect) {
        return new EffectResource(effect.effect(), AccessLineResource.of(effect.line(), texts));
    }

    private Items<AccessLineResource> lines(
            HistoryScope scope, @Nullable ApiDay on, @Nullable ApiDay compareWith, @Nullable UUID after, int size) {
        Instant now = clock.instant();
        AskedDay day = on == null ? AskedDay.today(now) : on.at(now);
        Asked asked = compareWith == null ? Asked.about(day) : Asked.between(day, compareWith.at(now));
        var found = history.page(scope, asked, after == null ? null : new Cursor(after, false), size + 1);
        return Items.page(found.lines(), size, line -> AccessLineResource.of(line, texts), line -> line.fact()
                .id());
    }
}
