package be.designations.reviews;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens the dossiers of campaigns and closes them when time is up: one transaction each, so that nobody waits for 581 of them, and
 * whatever stops in the middle goes on where it stopped.
 */
@Component
public class CampaignJobs {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignJobs.class);
    private static final int MOST_CAMPAIGNS = 20;
    private static final int MOST_DOSSIERS = 500;

    private final Campaigns campaigns;
    private final ReviewStore store;
    private final ReviewMails mails;
    private final AccessModel access;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final TransactionOperations transaction;
    private final Clock clock;

    CampaignJobs(
            Campaigns campaigns,
            ReviewStore store,
            ReviewMails mails,
            AccessModel access,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            TransactionOperations transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.mails = mails;
        this.access = access;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static RecurringJob reviewOpening(CampaignJobs jobs) {
        return new RecurringJob("review-opening", Duration.ofSeconds(10), jobs::openAll);
    }

    @Bean
    static RecurringJob reviewClosing(CampaignJobs jobs) {
        return new RecurringJob("review-closing", Duration.ofMinutes(1), jobs::closeAll);
    }

    /** Opens what campaigns wait for. */
    public void openAll() {
        store.toOpen(clock.instant(), MOST_CAMPAIGNS).forEach(campaign -> open(campaign, MOST_DOSSIERS));
    }

    /** Opens some dossiers of a campaign; another node may open others at once. */
    public void open(CampaignId campaign, int most) {
        for (int i = 0; i < most; i++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> openNext(campaign)))) {
                return;
            }
        }
    }

    private boolean openNext(CampaignId id) {
        Optional<QualityId> next = store.takePart(id);
        if (next.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Campaign campaign = store.find(id).orElseThrow();
        Quality quality = access.findQuality(next.get()).orElseThrow();
        ScopeCounts left = store.count(Set.of(quality.id()), campaign.roles(), now);
        if (left.rights() == 0) {
            store.dropPart(id, quality.id());
            return true;
        }
        CaseFile dossier = cases.open(
                AccessReviewCase.KIND,
                quality.organisation(),
                quality.id(),
                campaign.startedBy(),
                null,
                now,
                AccessReviewStatus.OPEN);
        store.opened(id, quality.id(), dossier.id());
        store.snapshot(campaign, quality.id(), dossier.id(), now);
        trail.happened(
                dossier,
                store.findReview(dossier.id(), now).orElseThrow(),
                Change.to(AccessReviewStatus.OPEN, AccessReviewStatus.OPEN.code())
                        .because(campaign.reason()),
                campaign.startedBy(),
                null,
                now);
        process.start(AccessReviewProcess.KEY, dossier.number(), Map.of());
        return true;
    }

    /** Ends the campaigns whose last day has passed or that were stopped, and those in which everything is closed. */
    public void closeAll() {
        store.toClose(clock.instant(), MOST_CAMPAIGNS).forEach(campaign -> close(campaign, MOST_DOSSIERS));
    }

    /** Closes some dossiers of a campaign that is over or stopped. */
    public void close(CampaignId campaign, int most) {
        List<DossierNumber> open = store.openDossiers(campaign, most);
        for (DossierNumber number : open) {
            try {
                transaction.executeWithoutResult(status -> end(number));
            } catch (RuntimeException failed) {
                // Tried again at the next run; it keeps the others from nothing.
                LOG.error("closing a review failed: {}", number, failed);
            }
        }
        if (store.openDossiers(campaign, 1).isEmpty()) {
            transaction.executeWithoutResult(status -> settle(campaign));
        }
    }

    private void end(DossierNumber number) {
        if (process.awaits(number, AccessReviewProcess.ENDED)) {
            process.signal(number, AccessReviewProcess.ENDED);
        }
    }

    private void settle(CampaignId id) {
        Campaign campaign = store.lock(id);
        if (campaign.closedAt() == null) {
            Instant now = clock.instant();
            store.close(id, now);
            if (campaigns.isForItsStarter(campaign)) {
                mails.closed(campaign, store.counts(id, now));
            }
        }
    }
}
