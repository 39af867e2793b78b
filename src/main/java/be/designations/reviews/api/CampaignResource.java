package be.designations.reviews.api;

import be.designations.api.CodedText;
import be.designations.reviews.Campaign;
import be.designations.reviews.Counts;
import be.designations.reviews.ReviewStore.PartCounts;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign; what came of it where one is read. */
@Schema(name = "ReviewCampaign")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignResource(
        UUID id,
        String name,

        @Nullable @Schema(description = "The entity, by its enterprise number; absent for every CPAS")
        String entity,

        @Schema(description = "Codes of the roles; empty for every role")
        List<String> roles,

        LocalDate lastDay,

        @Schema(description = "Whether what is not confirmed by then ends")
        boolean endsUnconfirmed,

        String reason,
        Instant startedAt,

        @Nullable @Schema(description = "Since when nothing is asked any more")
        Instant stoppedAt,

        @Nullable String stopReason,
        @Nullable Instant closedAt,
        @Nullable Counts rights,
        @Nullable PartCounts dossiers) {

    static CampaignResource of(
            Campaign campaign,
            @Nullable String entity,
            LocalDate lastDay,
            @Nullable Counts rights,
            @Nullable PartCounts dossiers) {
        Campaign.Stop stop = campaign.stop();
        return new CampaignResource(
                campaign.id().value(),
                campaign.name(),
                entity,
                campaign.roles().stream().sorted().toList(),
                lastDay,
                campaign.endsUnconfirmed(),
                campaign.reason(),
                campaign.startedAt(),
                stop == null ? null : stop.at(),
                stop == null ? null : stop.reason(),
                campaign.closedAt(),
                rights,
                dossiers);
    }

    /** One quality of a campaign. */
    @Schema(name = "ReviewedQuality")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QualityLine(
            String entity,
            String enterpriseNumber,
            UUID qualityId,
            CodedText quality,

            @Nullable @Schema(description = "Absent while it is not opened")
            String dossier,

            boolean closed,
            boolean late,
            Counts rights) {}
}
