package be.designations.reviews.api;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.reviews.AccessReviewCase;
import be.designations.reviews.Counts;
import be.designations.reviews.Review;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ReviewDetails extends CaseDetails<Review> {

    private final AccessModel access;
    private final Texts texts;

    ReviewDetails(AccessReviewCase process, AccessModel access, Texts texts) {
        super(process, ReviewResource.class);
        this.access = access;
        this.texts = texts;
    }

    /** What is particular to a review. */
    @Schema(name = "AccessReview")
    record ReviewResource(
            @Schema(description = "The name of the campaign")
            String campaign,

            CodedText quality,
            UUID qualityId,

            @Schema(description = "On which answers are taken")
            LocalDate lastDay,

            @Schema(description = "Whether what is not confirmed by then ends")
            boolean endsUnconfirmed,

            Counts rights) {}

    @Override
    protected ReviewResource of(CaseView dossier, Review review, Actor reader) {
        Quality quality = access.findQuality(review.quality()).orElseThrow();
        return new ReviewResource(
                review.campaign().name(),
                texts.coded("quality", quality.kind().name()),
                quality.id().value(),
                Days.lastBefore(review.campaign().endsAt()),
                review.campaign().endsUnconfirmed(),
                review.counts());
    }
}
