package be.designations.reviews;

import static be.designations.reviews.AccessReviewStatus.LAPSED;
import static be.designations.reviews.AccessReviewStatus.REVIEWED;
import static be.designations.reviews.AccessReviewStatus.STOPPED;

import be.designations.access.AccessModel;
import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.access.Rights;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.StepTaken;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.reviews.ReviewAnswers.Verdict;
import be.designations.reviews.ReviewItem.Hindrance;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answering for the rights of a quality. Who may and when stands in {@link AccessReviewCase}. */
@Service
@Transactional
public class Reviews {

    /** As many as are ticked on a page at most. */
    public static final int MOST_AT_ONCE = 100;

    private final ReviewStore store;
    private final ReviewEnds ends;
    private final ReviewMails mails;
    private final AccessModel access;
    private final Rights rights;
    private final Capacities capacities;
    private final Cases cases;
    private final CaseTrail trail;
    private final Clock clock;

    Reviews(
            ReviewStore store,
            ReviewEnds ends,
            ReviewMails mails,
            AccessModel access,
            Rights rights,
            Capacities capacities,
            Cases cases,
            CaseTrail trail,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.mails = mails;
        this.access = access;
        this.rights = rights;
        this.capacities = capacities;
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Review> find(CaseId dossier) {
        return store.findReview(dossier, clock.instant());
    }

    Review lock(CaseFile dossier) {
        return store.lockReview(dossier.id(), clock.instant()).orElseThrow();
    }

    /**
     * What an answer would come to for each of these rights, in the order of the review; changes nothing.
     *
     * @return what stands in its way, or null where nothing does
     * @throws RejectedException when the answer itself breaks a rule
     */
    @Transactional(readOnly = true)
    public Map<ReviewItem, @Nullable Hindrance> preview(PersonId by, CaseId dossier, ReviewAnswers answers) {
        return hindrances(by, items(dossier, answers), clock.instant());
    }

    private List<ReviewItem> items(CaseId dossier, ReviewAnswers answers) {
        List<Rejection> refusals = new ArrayList<>();
        List<UUID> rights = ids(answers.rights());
        if (rights.isEmpty()) {
            refusals.add(Rejection.ofField("reviews.nothing-ticked", "rights"));
        } else if (rights.size() > MOST_AT_ONCE) {
            refusals.add(Rejection.ofField("reviews.too-many-ticked", "rights", MOST_AT_ONCE));
        }
        if (answers.answer() == Verdict.TAKE_BACK
                && (answers.reason() == null || answers.reason().isBlank())) {
            refusals.add(Rejection.ofField("reviews.reason-missing", "reason"));
        }
        RejectedException.throwIfAny(refusals);
        List<ReviewItem> items = store.items(dossier, rights);
        if (items.size() < rights.size()) {
            throw new RejectedException(Rejection.ofField("reviews.not-in-review", "rights"));
        }
        return items;
    }

    private static List<UUID> ids(List<String> rights) {
        try {
            return rights.stream().distinct().map(UUID::fromString).toList();
        } catch (IllegalArgumentException unreadable) {
            throw new RejectedException(Rejection.ofField("reviews.not-in-review", "rights"));
        }
    }

    private static Map<ReviewItem, @Nullable Hindrance> hindrances(PersonId by, List<ReviewItem> items, Instant now) {
        Map<ReviewItem, @Nullable Hindrance> found = new LinkedHashMap<>();
        items.forEach(item -> found.put(item, item.hindrance(by, now)));
        return found;
    }

    /**
     * Confirms or takes back those of these rights that still wait for it; each is decided once.
     *
     * @throws RejectedException when none of them does
     */
    Change answer(StepTaken<Review, ReviewAnswers> step) {
        ReviewAnswers answers = step.answers();
        Review review = step.content();
        // What is done elsewhere with these rights waits, or is seen; while this waits, the campaign may end or be
        // stopped, and whoever answers may cease to be who may.
        lock(review, items(review.caseId(), answers));
        if (!capacities.holds(
                step.actor(), step.dossier().organisation(), review.quality(), CapacityKind.QUALITY_MANAGERS)) {
            throw new NotAllowedException(Rejection.of(AccessReviewCase.NOT_A_MANAGER));
        }
        Campaign campaign = store.find(review.campaign().id()).orElseThrow();
        if (campaign.isStopped()) {
            throw new RejectedException(Rejection.of("reviews.stopped-already").ofState());
        }
        if (campaign.isOver(clock.instant())) {
            throw new RejectedException(Rejection.of("reviews.campaign-over").ofState());
        }
        Map<ReviewItem, @Nullable Hindrance> items = hindrances(step.by(), items(review.caseId(), answers), step.at());
        List<ReviewItem> done = items.entrySet().stream()
                .filter(item -> item.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        if (done.isEmpty()) {
            throw new RejectedException(refusal(items));
        }
        Verdict verdict = answers.answer();
        if (verdict == Verdict.TAKE_BACK) {
            ends.takeBack(step.dossier(), review, done, step.actor(), step.at(), String.valueOf(answers.reason()));
        }
        store.answer(review.caseId(), ids(done), verdict.becomes(), step.by(), step.at(), answers.reason());
        Change change = Change.of(verdict == Verdict.CONFIRM ? "access-review.confirmed" : "access-review.taken-back")
                .because(answers.reason());
        boolean last = store.findReview(review.caseId(), step.at())
                        .orElseThrow()
                        .counts()
                        .open()
                == 0;
        return last ? change.signalling(AccessReviewProcess.ANSWERED) : change;
    }

    private static Rejection refusal(Map<ReviewItem, @Nullable Hindrance> items) {
        Map.Entry<ReviewItem, @Nullable Hindrance> first =
                items.entrySet().iterator().next();
        Hindrance why = first.getValue();
        if (why == Hindrance.ANSWERED) {
            String by = first.getKey().answeredBy();
            return Rejection.ofField("reviews.answered-already", "rights", by == null ? "" : by)
                    .ofState();
        }
        return Rejection.ofField(why == Hindrance.OWN ? "reviews.own-right" : "reviews.ended-already", "rights");
    }

    /** What had no answer has ended otherwise. */
    static Change finish(StepTaken<Review, ReviewFinish> step) {
        return Change.of("access-review.finished").because(step.answers().remark());
    }

    /** The people as well: of what changes for one of them in two places at once, each event of the feed says all that holds after it. */
    private void lock(Review review, List<ReviewItem> items) {
        access.lock(review.quality());
        rights.lock(items.stream().map(ReviewItem::person).distinct().toList());
    }

    private static List<UUID> ids(Collection<ReviewItem> items) {
        return items.stream().map(ReviewItem::right).toList();
    }

    /** Tells those who are to answer. */
    public void ask(DossierNumber number) {
        CaseFile dossier = dossier(number);
        mails.asked(dossier, store.findReview(dossier.id(), clock.instant()).orElseThrow());
    }

    /** Settles what has no answer, once: the campaign is over, or nothing is left to answer. */
    public void close(DossierNumber number) {
        CaseFile dossier = dossier(number);
        Instant now = clock.instant();
        Review review = store.lockReview(dossier.id(), now).orElseThrow();
        if (!review.isOpen()) {
            return;
        }
        lock(review, store.openItems(dossier.id()));
        List<ReviewItem> open = store.openItems(dossier.id());
        List<ReviewItem> ended =
                open.stream().filter(item -> item.hasEnded(now)).toList();
        List<ReviewItem> unanswered =
                open.stream().filter(item -> !item.hasEnded(now)).toList();
        store.answer(dossier.id(), ids(ended), ReviewAnswer.ENDED, null, now, null);
        if (!unanswered.isEmpty()) {
            boolean endsThem = endsUnconfirmed(review);
            if (endsThem) {
                ends.endUnconfirmed(dossier, review, unanswered, now);
            }
            store.answer(
                    dossier.id(),
                    ids(unanswered),
                    endsThem ? ReviewAnswer.NOT_CONFIRMED : ReviewAnswer.UNANSWERED,
                    null,
                    now,
                    null);
        }
        store.closePart(dossier.id(), now);
        Campaign.Stop stop = review.campaign().stop();
        if (unanswered.isEmpty()) {
            trail.happened(dossier, review, Change.to(REVIEWED, REVIEWED.code()), now);
        } else if (stop == null) {
            trail.happened(dossier, review, Change.to(LAPSED, LAPSED.code()), now);
        } else {
            trail.happened(
                    dossier, review, Change.to(STOPPED, STOPPED.code()).because(stop.reason()), stop.by(), null, now);
        }
    }

    /**
     * What nobody confirmed ends by the decision of who started the campaign: as long as they manage the quality, or for SPP IS, whose
     * campaigns are the office’s (D47), and unless it was stopped (D59).
     */
    private boolean endsUnconfirmed(Review review) {
        Campaign campaign = review.campaign();
        OrganisationId entity = campaign.organisation();
        return campaign.endsUnconfirmed()
                && !campaign.isStopped()
                && (entity == null
                        || capacities.of(campaign.startedBy()).stream()
                                .anyMatch(held -> held.organisation().equals(entity)
                                        && CapacityKind.QUALITY_MANAGERS.contains(held.kind())
                                        && (held.quality() == null
                                                || held.quality().equals(review.quality()))));
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow();
    }
}
