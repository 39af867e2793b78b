package be.designations.reviews.web;

import be.designations.access.AccessModel;
import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import be.designations.reviews.AccessReviewCase;
import be.designations.reviews.Review;
import org.springframework.stereotype.Component;

/** What a review is about, and how far it has come. */
@Component
class ReviewSlots extends CaseSlots<Review> {

    private final AccessModel access;

    ReviewSlots(AccessReviewCase process, AccessModel access) {
        super(process, "reviews/slots");
        this.access = access;
    }

    @Override
    protected void fill(CaseView dossier, Review review, Actor reader, Page page) {
        page.with("review", review)
                .with(
                        "qualityKind",
                        access.findQuality(review.quality()).orElseThrow().kind())
                .with("mayAnswer", dossier.may("answer"))
                .with("startedBy", dossier.nameOf(review.campaign().startedBy()));
    }
}
