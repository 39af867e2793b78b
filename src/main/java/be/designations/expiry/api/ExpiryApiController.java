package be.designations.expiry.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Issue;
import be.designations.api.Issues;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.expiry.Ending;
import be.designations.expiry.Expiry;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ends within thirty days: read, extended, let go. */
@RestController
@RequestMapping("/api/v1/entities/{enterpriseNumber}/ending")
@Tag(name = "Rights")
class ExpiryApiController {

    private static final String WHO =
            "For those who manage the entity, and the local and co-local managers of a quality for what stands in it.";

    private final Expiry expiry;
    private final Texts texts;
    private final Issues issues;

    ExpiryApiController(Expiry expiry, Texts texts, Issues issues) {
        this.expiry = expiry;
        this.texts = texts;
        this.issues = issues;
    }

    @Schema(name = "EndingSoon")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndingSoonResource(
            UUID id,

            @Schema(allowableValues = {"RIGHT", "RELATIONSHIP"})
            String kind,

            UUID person,
            String personName,

            @Nullable UUID quality,

            @Nullable @Schema(description = "The code of the role of a right")
            String role,

            @Nullable @Schema(description = "Of a working relationship")
            CodedText category,

            LocalDate lastDay,

            @Nullable @Schema(description = "Until when it can go on; absent when it cannot")
            LocalDate proposed,

            @Nullable @Schema(description = "What keeps it from going on")
            Issue hindrance,

            @Schema(description = "Whether somebody has decided that it ends")
            boolean letGo) {}

    @Schema(name = "EndingResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultResource(
            UUID id,
            boolean done,
            @Nullable LocalDate lastDay,
            @Nullable Issue why) {}

    @GetMapping
    @Operation(summary = "List what ends within thirty days", description = WHO)
    Items<EndingSoonResource> list(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestParam(required = false) @Nullable UUID after) {
        Expiry.Page page = expiry.page(actor, enterpriseNumber, after);
        return Items.of(page.lines().stream().map(this::resource).toList(), page.next());
    }

    @PostMapping("/extension")
    @Operation(
            summary = "Extend rights and working relationships",
            description = WHO
                    + " Each wholly or not at all, within the longest period of the role and the ties of its person.")
    List<ResultResource> extend(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("EndingExtension") ObjectNode json) {
        Map<UUID, LocalDate> wanted = Body.read(json, body -> {
            LocalDate lastDay = body.read("lastDay", Days::parse);
            return body.list("ids", UUID::fromString).stream()
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), id -> lastDay));
        });
        return expiry.extend(actor, enterpriseNumber, wanted).stream()
                .map(this::result)
                .toList();
    }

    @PostMapping("/let-go")
    @Operation(summary = "Let rights and working relationships end as they are to", description = WHO)
    List<ResultResource> letGo(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("EndingNames") ObjectNode json) {
        List<UUID> ids = Body.read(json, body -> body.list("ids", UUID::fromString));
        return expiry.letGo(actor, enterpriseNumber, new HashSet<>(ids)).stream()
                .map(this::result)
                .toList();
    }

    private EndingSoonResource resource(Expiry.Line line) {
        Ending ending = line.ending();
        boolean right = ending.kind() == Ending.Kind.RIGHT;
        return new EndingSoonResource(
                ending.id(),
                ending.kind().name(),
                ending.person().value(),
                ending.personName(),
                ending.quality() == null ? null : ending.quality().value(),
                right ? ending.code() : null,
                right ? null : texts.coded("relationship.category", ending.code()),
                Days.lastBefore(ending.until()),
                line.proposed(),
                issue(line.why()),
                ending.letGo());
    }

    private ResultResource result(Expiry.Result result) {
        return new ResultResource(result.ending().id(), result.why() == null, result.lastDay(), issue(result.why()));
    }

    private @Nullable Issue issue(@Nullable Rejection why) {
        return why == null
                ? null
                : issues.of(List.of(why), LocaleContextHolder.getLocale()).get(0);
    }
}
