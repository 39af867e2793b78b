package be.designations.principalmanager;

import be.designations.casework.Attachments;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts that nobody goes on with are thrown away with their documents: identity papers are not kept for nothing. */
@Service
public class AbandonedDrafts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final PrincipalManagerRequests requests;
    private final Attachments attachments;
    private final Clock clock;

    AbandonedDrafts(PrincipalManagerRequests requests, Attachments attachments, Clock clock) {
        this.requests = requests;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Bean
    static RecurringJob abandonedDraftsJob(AbandonedDrafts drafts) {
        return new RecurringJob("abandoned-drafts", Duration.ofHours(6), drafts::throwAway);
    }

    @Transactional
    public void throwAway() {
        for (Draft draft : requests.abandoned(clock.instant().minus(KEPT))) {
            attachments.of(draft.id().value()).forEach(file -> attachments.remove(file.id()));
            requests.remove(draft);
        }
    }
}
