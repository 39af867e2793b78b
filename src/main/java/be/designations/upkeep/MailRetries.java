package be.designations.upkeep;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.audit.NissMask;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Actor;
import be.designations.notification.MailFilter;
import be.designations.notification.Notifications;
import be.designations.notification.SentMail;
import be.designations.notification.UnsentMails;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has mails that failed sent again, many at once: they become due in one transaction, and the nodes send them as they send all others,
 * each once, under the id that it always had. <i>Source: D88.</i>
 */
@Service
public class MailRetries {

    private final Notifications notifications;
    private final SupportRuns runs;
    private final RunStore store;
    private final AuditLog audit;
    private final Clock clock;

    MailRetries(Notifications notifications, SupportRuns runs, RunStore store, AuditLog audit, Clock clock) {
        this.notifications = notifications;
        this.runs = runs;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param mails some of those that match
     * @param again how many of all that match can be sent again now
     */
    public record Unsent(UnsentMails mails, int again) {}

    /** @throws NotAllowedException for anybody but support staff */
    @Transactional(readOnly = true)
    public Unsent list(Actor actor, MailFilter filter, @Nullable UUID after, int size) {
        runs.requireSupport(actor);
        return new Unsent(notifications.unsent(filter, after, size), notifications.failed(filter));
    }

    /**
     * Begins a run.
     *
     * @param only these of them, or null for all that match
     * @param seen the last run that the actor saw, 0 for none
     * @return its id; nothing when one was begun since, by the same click or by a colleague
     * @throws RejectedException   when nothing is left to send again
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional
    public Optional<Long> begin(Actor actor, MailFilter filter, @Nullable Collection<UUID> only, long seen) {
        runs.requireSupport(actor);
        if (only != null && only.isEmpty()) {
            throw new RejectedException(Rejection.of("operations.none-chosen"));
        }
        runs.settle();
        Map<String, String> asked = asked(filter, only);
        return store.begin(actor, RunKind.MAILS, seen, asked, List.of(), 0, clock.instant())
                .map(run -> {
                    int again = notifications.tryAgain(run, filter, only);
                    if (again == 0) {
                        throw new RejectedException(
                                Rejection.of("operations.nothing-to-retry").ofState());
                    }
                    store.expect(run, again);
                    Map<String, Object> after = new TreeMap<>(asked);
                    after.put("mails", again);
                    audit.record(AuditEvent.of("mail.many-sent-again", "support-run", run.toString())
                            .by(actor)
                            .changing(null, after));
                    return run;
                });
    }

    /**
     * Tries one mail once more and writes down who asked for it.
     *
     * @throws NotAllowedException for anybody but support staff
     * @throws NotFoundException   when there is no such mail
     * @throws RejectedException   when its words are gone (D33)
     */
    @Transactional
    public SentMail sendAgain(Actor actor, UUID id) {
        runs.requireSupport(actor);
        SentMail mail = notifications.find(id).orElseThrow(() -> new NotFoundException("mail"));
        if (mail.bodyRemoved() != null) {
            throw new RejectedException(
                    Rejection.of("operations.mail-body-removed", new BelgianDates().day(mail.bodyRemoved()))
                            .ofState());
        }
        notifications.sendAgain(id);
        audit.record(AuditEvent.of("mail.sent-again", "notification", id).by(actor));
        return mail;
    }

    private static Map<String, String> asked(MailFilter filter, @Nullable Collection<UUID> only) {
        Map<String, String> asked = new TreeMap<>();
        if (only != null) {
            asked.put("chosen", Integer.toString(only.size()));
        }
        if (filter.failure() != null) {
            asked.put("failure", filter.failure().code());
        }
        if (filter.givenUp() != null) {
            asked.put("givenUp", filter.givenUp().toString());
        }
        if (!filter.text().isEmpty()) {
            asked.put("text", NissMask.mask(filter.text()));
        }
        if (filter.run() != null) {
            asked.put("run", filter.run().toString());
        }
        return asked;
    }
}
