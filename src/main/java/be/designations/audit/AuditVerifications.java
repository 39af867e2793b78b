package be.designations.audit;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the whole chain anew and compares it with all anchors that are kept: asked for by a person, carried out by a job, one
 * at a time for all nodes. Each step is a transaction that notes how far it came; should its node die, another one goes on from
 * there.
 */
@Service
public class AuditVerifications {

    /** Between two looks for one that somebody asked for: they wait for it. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** A fraction of a second each: often enough for whoever watches, and little is lost with a node. */
    private static final int ROWS_A_STEP = 10_000;

    private final VerificationStore store;
    private final AuditChain chain;
    private final AuditAnchors anchors;
    private final AuditLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AuditVerifications(
            VerificationStore store,
            AuditChain chain,
            AuditAnchors anchors,
            AuditLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.chain = chain;
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
        return store.begin(actor, anchor, seen, clock.instant());
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
        ChainProgress progress = chain.goOn(run.progress(), rows);
        store.advance(run.id(), progress);
        if (progress.events() - run.found().events() < rows) {
            end(run, progress);
        }
    }

    private void end(VerificationRun run, ChainProgress whole) {
        List<AuditAnchor> brought = Optional.ofNullable(run.anchor()).flatMap(anchors::read).stream()
                .toList();
        AuditVerification found = chain.compare(whole, anchors.kept(), brought);
        store.end(run.id(), found, clock.instant());
        OrganisationId actingFor = run.actingFor();
        log.record(AuditEvent.of("audit.verified", "audit-log", "chain")
                .by(run.startedBy().value(), actingFor == null ? null : actingFor.value())
                .changing(null, Map.of("events", found.events(), "sound", found.isSound())));
    }
}
