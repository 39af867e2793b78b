package be.designations.audit;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.scheduling.RecurringJob;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the chain anew, all its lanes, and compares it with all anchors that are kept: asked for by a person, carried out by a job, one
 * at a time for all nodes. Each step is a transaction that notes how far it came; should its node die, another one goes on from
 * there.
 */
@Service
public class AuditVerifications {

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerifications.class);

    /** Between two looks for one that somebody asked for: they wait for it. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** A fraction of a second each: often enough for whoever watches, and little is lost with a node. */
    private static final int ROWS_A_STEP = 10_000;

    private final VerificationStore store;
    private final AuditLanes lanes;
    private final AuditChain chain;
    private final AnchorComparison comparison;
    private final AuditAnchors anchors;
    private final AuditLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AuditVerifications(
            VerificationStore store,
            AuditLanes lanes,
            AuditChain chain,
            AnchorComparison comparison,
            AuditAnchors anchors,
            AuditLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.lanes = lanes;
        this.chain = chain;
        this.comparison = comparison;
        this.anchors = anchors;
        this.log = log;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static RecurringJob auditVerificationJob(AuditVerifications verifications) {
        return new RecurringJob("audit-verification", PAUSE, verifications::carryOut);
    }

    /**
     * Asks for a verification.
     *
     * @param anchor the text of an anchor that somebody kept elsewhere, as {@link AuditAnchors#read} reads it; null for none
     * @param seen   the last verification that the actor saw, by its id; null for none
     * @return whether it was begun; else another one goes on, or there was one since, by the same click or by somebody else
     */
    public boolean begin(Actor actor, @Nullable String anchor, @Nullable Long seen) {
        long expected = lanes.ends().stream().mapToLong(LaneEnd::place).sum();
        return store.begin(actor, anchor, seen, expected, clock.instant());
    }

    /**
     * The last ones, the newest first.
     *
     * @param size at most so many, 1 or more
     */
    public List<VerificationRun> last(int size) {
        return store.runs(size);
    }

    /** Carries out what was asked for; a node that stops leaves the rest to another one. */
    void carryOut() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = step(ROWS_A_STEP);
        }
    }

    /** @return whether there was something to do */
    boolean step(int rows) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<VerificationRun> open = store.open();
            open.ifPresent(run -> goOn(run, rows));
            return open.isPresent();
        }));
    }

    private void goOn(VerificationRun run, int rows) {
        ChainProgress progress = chain.goOn(store.progress(run), rows);
        store.advance(run.id(), progress);
        if (progress.whole()) {
            end(run, progress);
        }
    }

    private void end(VerificationRun run, ChainProgress whole) {
        List<AuditAnchor> brought = Optional.ofNullable(run.anchor()).flatMap(anchors::read).stream()
                .toList();
        AuditVerification found = comparison.compare(whole, kept(), brought);
        store.end(run.id(), found, clock.instant());
        OrganisationId actingFor = run.actingFor();
        log.record(AuditEvent.of("audit.verified", "audit-log", "chain")
                .by(run.startedBy().value(), actingFor == null ? null : actingFor.value())
                .changing(null, Map.of("events", found.events(), "sound", found.isSound())));
    }

    /** What hinders reading them hinders it the next time too: the finding says so, instead of trying again and again. */
    private AuditAnchors.Kept kept() {
        try {
            return anchors.kept();
        } catch (UncheckedIOException unreadable) {
            LOG.error("The audit log is verified without the anchors that are kept", unreadable);
            return AuditAnchors.Kept.UNREAD;
        }
    }
}
