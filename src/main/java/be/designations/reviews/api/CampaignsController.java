package be.designations.reviews.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.flag;
import static be.designations.api.Schemas.text;
import static be.designations.api.Schemas.texts;

import be.designations.access.QualityId;
import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.BodySchemas;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.reviews.Campaign;
import be.designations.reviews.CampaignId;
import be.designations.reviews.CampaignJobs;
import be.designations.reviews.Campaigns;
import be.designations.reviews.Counts;
import be.designations.reviews.NewCampaign;
import be.designations.reviews.ReviewStore;
import be.designations.reviews.ReviewStore.PartCounts;
import be.designations.reviews.ScopeCounts;
import be.designations.rules.NotFoundException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reviews")
@Tag(name = "Reviews of rights")
class CampaignsController {

    private static final int AT_ONCE = 10;
    private static final int QUALITIES_A_PAGE = 100;

    private final Campaigns campaigns;
    private final CampaignJobs jobs;
    private final ReviewStore store;
    private final Directory directory;
    private final Texts texts;
    private final Clock clock;

    CampaignsController(
            Campaigns campaigns, CampaignJobs jobs, ReviewStore store, Directory directory, Texts texts, Clock clock) {
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.store = store;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List campaigns",
            description =
                    "The latest first, at most 100: of the entities that you manage and, for SPP IS, of every CPAS.")
    Items<CampaignResource> list(Actor actor) {
        return Items.of(
                campaigns.seen(actor).stream()
                        .map(campaign -> resource(campaign, null, null))
                        .toList(),
                null);
    }

    /** What a campaign is to be, as it is sent. */
    private record Wanted(@Nullable String entity, NewCampaign campaign, UUID id, boolean preview) {

        static Wanted of(ObjectNode json) {
            return Body.read(
                    json,
                    body -> new Wanted(
                            body.optionalText("entity").orElse(null),
                            new NewCampaign(
                                    body.optionalText("name").orElse(""),
                                    new HashSet<>(body.list("qualities", text -> new QualityId(UUID.fromString(text)))),
                                    new HashSet<>(body.texts("roles")),
                                    body.read("lastDay", Days::parse),
                                    body.flag("endsUnconfirmed"),
                                    body.optionalText("reason").orElse("")),
                            body.optional("id", UUID::fromString).orElseGet(UUID::randomUUID),
                            body.flag("preview")));
        }
    }

    @Schema(name = "ReviewCampaignPreview")
    record Preview(boolean preview, ScopeCounts counts) {}

    @PostMapping
    @Operation(
            summary = "Start a campaign",
            description =
                    "Every right of the scope is confirmed or taken back by whoever manages it, before a date. For managers in "
                            + "the qualities that they manage; for SPP IS of every CPAS, without an entity. Dossiers are opened in "
                            + "the background.")
    ResponseEntity<?> start(Actor actor, @RequestBody @BodySchema("NewReviewCampaign") ObjectNode json) {
        Wanted wanted = Wanted.of(json);
        String entity = wanted.entity();
        Campaigns.Scope scope = entity == null
                ? campaigns.everyCpas(actor)
                : campaigns.scope(
                        actor, EnterpriseNumber.parse(entity).orElseThrow(() -> new NotFoundException("entity")));
        if (wanted.preview()) {
            return ResponseEntity.ok(new Preview(true, campaigns.check(scope, wanted.campaign())));
        }
        CampaignId id = campaigns.start(actor, scope, wanted.campaign(), new CampaignId(wanted.id()));
        jobs.open(id, AT_ONCE);
        return ResponseEntity.created(Addresses.of("/api/v1/reviews/{id}", id.value()))
                .body(read(actor, id.value()));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read what has come of a campaign",
            description = "How many rights have which answer, and how many dossiers are opened, late and closed.")
    CampaignResource read(Actor actor, @PathVariable UUID id) {
        Campaigns.Progress progress = campaigns.progress(actor, new CampaignId(id));
        return resource(progress.campaign(), progress.rights(), progress.dossiers());
    }

    @PostMapping("/{id}/stop")
    @Operation(
            summary = "Stop a campaign",
            description =
                    "For whoever started it and still manages every quality that it asks, and for those who manage the entity; for "
                            + "SPP IS those of every CPAS. What has an answer keeps it; nothing else is asked, and nothing ends. "
                            + "Dossiers are closed in the background. 409 when it is over, or somebody else has stopped it.")
    CampaignResource stop(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("ReviewCampaignStop") ObjectNode json) {
        CampaignId campaign = new CampaignId(id);
        campaigns.stop(actor, campaign, Body.read(json, body -> body.optionalText("reason")
                .orElse("")));
        jobs.close(campaign, AT_ONCE);
        return read(actor, id);
    }

    @GetMapping("/{id}/qualities")
    @Operation(summary = "List the qualities of a campaign", description = "By the French names of the entities.")
    Items<CampaignResource.QualityLine> qualities(
            Actor actor,
            @PathVariable UUID id,
            @Schema(description = "open, late or closed; left out for all") @RequestParam(defaultValue = "all")
                    String state,
            @RequestParam(defaultValue = "0") int after) {
        CampaignId campaign = new CampaignId(id);
        campaigns.require(actor, campaign);
        return Items.page(
                store.parts(campaign, state, "", after, false, QUALITIES_A_PAGE + 1, clock.instant()),
                QUALITIES_A_PAGE,
                part -> new CampaignResource.QualityLine(
                        part.entity().in(texts.language()),
                        part.enterpriseNumber(),
                        part.quality().value(),
                        texts.coded("quality", part.qualityKind()),
                        part.number() == null ? null : part.number().value(),
                        part.closed(),
                        part.overdue(),
                        part.counts()),
                ReviewStore.Part::position);
    }

    private CampaignResource resource(Campaign campaign, @Nullable Counts rights, @Nullable PartCounts dossiers) {
        return CampaignResource.of(
                campaign,
                Optional.ofNullable(campaign.organisation()).map(this::number).orElse(null),
                Days.lastBefore(campaign.endsAt()),
                rights,
                dossiers);
    }

    private String number(OrganisationId organisation) {
        return directory.organisation(organisation).enterpriseNumber().value();
    }

    @Bean
    static BodySchemas reviewSchemas() {
        return () -> Map.of(
                "ReviewCampaignStop",
                closed(Map.of("reason", text("At most 1,000 characters; the managers read it")), "reason"),
                "NewReviewCampaign",
                closed(
                        Map.of(
                                "entity", text("Enterprise number; left out for every CPAS"),
                                "name", text("At most 150 characters; the managers read it"),
                                "qualities", texts("Ids of qualities of the entity; none for all that you manage"),
                                "roles", texts("Codes of the catalogue; none for every role"),
                                "lastDay", day("On which answers are taken"),
                                "endsUnconfirmed", flag("Whether what is not confirmed by then ends"),
                                "reason", text("At most 1,000 characters"),
                                "id", text("A UUID of yours: sent twice, one campaign starts"),
                                "preview", flag("Only says how much it would ask")),
                        "name",
                        "lastDay",
                        "reason"));
    }
}
