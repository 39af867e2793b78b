package be.designations.casework;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.InEachLanguage;
import be.designations.directory.Language;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Kinds of dossiers of which none are opened for the time being. Those under way go on: whoever waits for a decision does not pay
 * for what is wrong with the beginning, and deadlines do not stand still. <i>Source: D86.</i>
 */
@Service
@Transactional
public class Suspensions {

    private static final String SUBJECT = "process";

    private final SuspensionStore store;
    private final CaseTypes types;
    private final Capacities capacities;
    private final AuditLog audit;
    private final Clock clock;

    Suspensions(SuspensionStore store, CaseTypes types, Capacities capacities, AuditLog audit, Clock clock) {
        this.store = store;
        this.types = types;
        this.capacities = capacities;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that go on, for whoever reads a page. */
    @Transactional(readOnly = true)
    public List<Suspension> current() {
        return store.current();
    }

    /**
     * The latest first.
     *
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional(readOnly = true)
    public List<Suspension> last(Actor actor, int most) {
        requireSupport(actor);
        return store.last(most);
    }

    /** The kinds that can be suspended: those that somebody asks for. */
    public List<CaseType<?>> possible() {
        return types.types().stream().filter(CaseType::isAskedFor).toList();
    }

    /**
     * From now on nobody opens a dossier of that kind.
     *
     * @param message 1 to 500 characters in each language
     * @param reason  1 to 1,000 characters, for support
     * @return whether this did it: not when it was suspended already, by the same click or by a colleague
     * @throws NotFoundException   when no kind that can be suspended has such a process
     * @throws NotAllowedException for anybody but support staff
     */
    public boolean suspend(Actor actor, String process, InEachLanguage message, String reason) {
        requireSupport(actor);
        requirePossible(process);
        var suspension = new Suspension(
                UUID.randomUUID(), process, message, reason, clock.instant(), actor.person(), null, null);
        boolean added = store.add(suspension);
        if (added) {
            audit.record(AuditEvent.of("process.suspended", SUBJECT, process)
                    .by(actor)
                    .changing(null, Map.of("message", message.fr(), "reason", reason)));
        }
        return added;
    }

    /**
     * From now on they are opened again.
     *
     * @return whether this did it: not when that was done already
     * @throws NotFoundException   when no kind that can be suspended has such a process
     * @throws NotAllowedException for anybody but support staff
     */
    public boolean resume(Actor actor, String process) {
        requireSupport(actor);
        requirePossible(process);
        Instant now = clock.instant();
        boolean ended = store.current(process)
                .filter(suspension -> store.end(suspension, now, actor.person()))
                .isPresent();
        if (ended) {
            audit.record(AuditEvent.of("process.resumed", SUBJECT, process).by(actor));
        }
        return ended;
    }

    /**
     * Asked wherever a dossier is opened.
     *
     * @throws RejectedException with the message, in the language of whoever asks, while the kind is suspended
     */
    @Transactional(readOnly = true)
    public void refuseNew(CaseKind kind) {
        store.current(types.of(kind).key()).ifPresent(suspension -> {
            throw new RejectedException(Rejection.of("casework.suspended", inTheirLanguage(suspension.message()))
                    .ofState());
        });
    }

    private static String inTheirLanguage(InEachLanguage message) {
        try {
            return message.in(Language.of(LocaleContextHolder.getLocale().getLanguage()));
        } catch (IllegalArgumentException another) {
            return message.fr();
        }
    }

    private void requirePossible(String process) {
        if (possible().stream().noneMatch(type -> type.key().equals(process))) {
            throw new NotFoundException("process");
        }
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }
}
