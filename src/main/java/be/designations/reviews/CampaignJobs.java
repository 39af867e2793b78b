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
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Opens the dossiers of campaigns and closes them when time is up: one transaction each, so that nobody waits for 581 of them, and
 * whatever stops in the middle goes on where it stopped.
 */
@Component
public class CampaignJobs {

    private static final int MOST_DOSSIERS = 500;

    private final Campaigns campaigns;
    private final ReviewStore store;
    private final ReviewMails mails;
    private final AccessModel access;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final OneByOne oneByOne;
    private final Clock clock;

    CampaignJobs(
            Campaigns campaigns,
            ReviewStore store,
            ReviewMails mails,
            AccessModel access,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            OneByOne oneByOne,
            Clock clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.mails = mails;
        this.access = access;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.oneByOne = oneByOne;
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
        store.toOpen(clock.instant()).forEach(campaign -> open(campaign, MOST_DOSSIERS));
    }

    /** Opens some dossiers of a campaign; another node may open others at once. */
    public void open(CampaignId campaign, int most) {
        store.partsToOpen(campaign, most)
                .forEach(part -> oneByOne.attempt("a review of quality", part, () -> open(campaign, part)));
    }

    private void open(CampaignId id, QualityId part) {
        if (!store.takePart(id, part)) {
            return;
        }
        Instant now = clock.instant();
        Campaign campaign = store.find(id).orElseThrow();
        Quality quality = access.findQuality(part).orElseThrow();
        ScopeCounts left = store.count(Set.of(quality.id()), campaign.roles(), now);
        if (left.rights() == 0) {
            store.dropPart(id, quality.id());
            return;
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
    }

    /** Ends the campaigns whose last day has passed or that were stopped, and those in which everything is closed. */
    public void closeAll() {
        store.toClose(clock.instant()).forEach(campaign -> close(campaign, MOST_DOSSIERS));
    }

    /** Closes some dossiers of a campaign that is over or stopped. */
    public void close(CampaignId campaign, int most) {
        store.openDossiers(campaign, most)
                .forEach(number -> oneByOne.attempt("the review that closes", number, () -> end(number)));
        if (store.openDossiers(campaign, 1).isEmpty()) {
            oneByOne.attempt("the campaign that closes", campaign, () -> settle(campaign));
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
