package be.designations.reviews;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desk;
import be.designations.casework.Desks;
import be.designations.casework.QualityDesk;
import be.designations.casework.Tone;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.notification.Message;
import be.designations.notification.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The managers of a quality confirm its rights, or take them back. The dossier is at the desk of the quality: whoever follows a
 * manager has it, and the managers of the entity where the quality has none. <i>Source: D45, D46.</i>
 */
@Component
public class AccessReviewCase implements CaseType<Review> {

    static final CaseKind KIND = new CaseKind("ACCESS_REVIEW", "REV");
    public static final WorkKind REVIEW_RIGHTS = new WorkKind(
            "REVIEW_RIGHTS", AccessReviewProcess.KEY, "task_review-rights", Desk.QUALITY_MANAGERS, "access-review", 10);

    static final String NOT_A_MANAGER = "reviews.not-a-manager";

    private final Reviews reviews;
    private final ReviewMails mails;
    private final QualityDesk desk;
    private final Capacities capacities;

    AccessReviewCase(Reviews reviews, ReviewMails mails, QualityDesk desk, Capacities capacities) {
        this.reviews = reviews;
        this.mails = mails;
        this.desk = desk;
        this.capacities = capacities;
    }

    @Override
    public String key() {
        return AccessReviewProcess.KEY;
    }

    @Override
    public boolean isAskedFor() {
        return false;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<AccessReviewStatus> statuses() {
        return List.of(AccessReviewStatus.values());
    }

    @Override
    public Class<Review> content() {
        return Review.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(REVIEW_RIGHTS);
    }

    @Override
    public List<CaseStep<Review, ?>> steps() {
        return List.of(
                step("answer", "review-answer", ReviewAnswers.class)
                        .described(
                                "Confirm rights or take them back",
                                "Whoever manages the quality, for 1 to 100 rights of the review at once; each is decided once, and "
                                        + "nobody decides on their own. The last answer closes the dossier.")
                        .by(Desk.QUALITY_MANAGERS, NOT_A_MANAGER)
                        .whileIt(Review::isOpen)
                        .alongside()
                        .performing(reviews::answer),
                step("finish", "review-finish", ReviewFinish.class)
                        .described(
                                "Close the review",
                                "Whoever manages the quality, when the rights that had no answer have ended otherwise.")
                        .doing(REVIEW_RIGHTS, NOT_A_MANAGER)
                        .whileIt(Review::isAnswered)
                        .performing(Reviews::finish));
    }

    @Override
    public Optional<Review> find(CaseId dossier) {
        return reviews.find(dossier);
    }

    @Override
    public Review lock(CaseFile dossier) {
        return reviews.lock(dossier);
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        List<Capacity> held = capacities.openingTo(actor);
        return CaseList.Seen.of(KIND, Desks.ofWholeEntities(held, CapacityKind.QUALITY_MANAGERS))
                .orOf(Desks.ofQualities(held, CapacityKind.QUALITY_MANAGERS));
    }

    @Override
    public List<PersonId> people(Review review) {
        return Stream.concat(Stream.of(review.campaign().startedBy()), Stream.ofNullable(review.lastAnsweredBy()))
                .toList();
    }

    @Override
    public Tone tone(String event) {
        return statuses().stream()
                .filter(status -> status.isLast() && status.code().equals(event))
                .map(AccessReviewStatus::tone)
                .findFirst()
                .orElse(Tone.NEUTRAL);
    }

    @Override
    public Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        return desk.reminded(due, usual);
    }

    @Override
    public Message reminder(WorkItemDue due, Message reminder) {
        return mails.late(due.caseFile(), reminder);
    }
}
