package be.designations.takeover;

import be.designations.agenda.DeskHeadEnds;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desk;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

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
    private final OneByOne oneByOne;
    private final Clock clock;

    TakeoverRun(
            TakeoverStore store,
            TakeoverMails mails,
            DeskHeadEnds heads,
            CaseTypes types,
            Directory directory,
            AuditLog audit,
            OneByOne oneByOne,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.heads = heads;
        this.types = types;
        this.directory = directory;
        this.audit = audit;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Bean
    static RecurringJob carryingOutTakeovers(TakeoverRun run) {
        return new RecurringJob("desk-takeovers", PAUSE, run::carryOut);
    }

    /** Each in a transaction of its own, the first first; of one desk none before the one that went first: what is told last is to be what holds. */
    void carryOut() {
        Set<Desk> failed = EnumSet.noneOf(Desk.class);
        for (Takeover takeover : store.toCarryOut(clock.instant())) {
            if (!failed.contains(takeover.desk())
                    && !oneByOne.attempt("takeover", takeover.id(), () -> carryOut(takeover))) {
                failed.add(takeover.desk());
            }
        }
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
