package be.designations.takeover;

import be.designations.agenda.DeskHeadEnds;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseTypes;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is done once a takeover has begun: the head of the former organisation is head no longer, the dossiers under way say so, and everybody
 * is told. Who may do what does not wait for it: that changes at the instant itself; and what somebody had taken is given back as the work of
 * anybody is who leaves a desk.
 * As many statements for forty dossiers as for one. <i>Source: D104.</i>
 */
@Component
class TakeoverRun {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TakeoverStore store;
    private final TakeoverMails mails;
    private final DeskHeadEnds heads;
    private final CaseTypes types;
    private final Directory directory;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    TakeoverRun(
            TakeoverStore store,
            TakeoverMails mails,
            DeskHeadEnds heads,
            CaseTypes types,
            Directory directory,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.heads = heads;
        this.types = types;
        this.directory = directory;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static RecurringJob carryingOutTakeovers(TakeoverRun run) {
        return new RecurringJob("desk-takeovers", PAUSE, run::carryOut);
    }

    /** Each in a transaction of its own, the first first. */
    void carryOut() {
        store.toCarryOut(clock.instant())
                .forEach(takeover -> transaction.executeWithoutResult(status -> carryOut(takeover)));
    }

    private void carryOut(Takeover takeover) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // In the order in which others hold a desk and its work: who closes a day there holds the desk first.
        heads.hold(takeover.desk());
        if (!store.markCarriedOut(takeover.id(), now)) {
            return;
        }
        Organisation former = directory
                .findDesk(Takeovers.kind(takeover.desk()), takeover.from().minus(1, ChronoUnit.MICROS))
                .orElseThrow();
        int dossiers = store.tellDossiers(takeover, Takeovers.kinds(types, takeover.desk()), now);
        heads.endIfGone(takeover.desk(), takeover.from());
        mails.carriedOut(takeover, former, now);
        audit.record(AuditEvent.of("takeover.carried-out", "desk-takeover", takeover.id())
                .changing(
                        Map.of("organisation", former.enterpriseNumber().value()),
                        Map.of(
                                "organisation",
                                directory
                                        .organisation(takeover.organisation())
                                        .enterpriseNumber()
                                        .value(),
                                "dossiers",
                                dossiers)));
    }
}
