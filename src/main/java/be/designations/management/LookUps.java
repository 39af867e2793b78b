package be.designations.management;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredPerson;
import be.designations.identifier.Niss;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks people up by their number. Each try is written down in a transaction of its own, so that it stays whatever becomes of the
 * operation, and nobody has many, on whichever node: with somebody’s sex and birth date 499 numbers are left to try.
 * <i>Source: D32.</i>
 *
 * <p>To be called before the transaction of the operation begins, which would else hold one connection while it waits for
 * another.
 */
@Component
public class LookUps {

    static final int MOST_MISSES = 10;
    static final int MOST = 200;
    static final Duration WITHIN = Duration.ofHours(1);

    private final People people;
    private final LookUpCounts counts;
    private final Directory directory;
    private final AuditLog audit;
    private final TransactionTemplate own;
    private final Clock clock;

    LookUps(
            People people,
            LookUpCounts counts,
            Directory directory,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.people = people;
        this.counts = counts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Who has that number, to be shown to the actor.
     *
     * @param module    first part of the names of what the audit log tells
     * @param actingFor the entity for which the actor asks, or null
     * @throws RejectedException when the number is nobody’s; after too many tries, a {@link TooManyException}
     */
    public RegisteredPerson look(Actor actor, String module, @Nullable OrganisationId actingFor, Niss niss) {
        return look(actor, module, actingFor, niss, () -> people.look(niss));
    }

    /**
     * As {@link #look(Actor, String, OrganisationId, Niss)}, of somebody of whom the actor knows more.
     *
     * @param comparison refuses a number that is not that person’s: a miss, too
     */
    public <T> T look(
            Actor actor, String module, @Nullable OrganisationId actingFor, Niss niss, Supplier<T> comparison) {
        long number = begin(actor.person());
        T found = compare(actor, module, actingFor, comparison);
        own.executeWithoutResult(status -> {
            counts.found(number);
            directory
                    .findPerson(niss)
                    .ifPresent(person -> record(actor, module + ".person-looked-up", person.id(), actingFor));
        });
        return found;
    }

    /** That somebody has that number, whose name the actor has seen: only a miss is counted and told. */
    void check(Actor actor, String module, OrganisationId actingFor, Niss niss) {
        check(actor, module, actingFor, () -> people.look(niss));
    }

    /** As {@link #look(Actor, String, OrganisationId, Niss, Supplier)}, of whom the actor has seen: only a miss is counted and told. */
    public <T> T check(Actor actor, String module, @Nullable OrganisationId actingFor, Supplier<T> comparison) {
        long number = begin(actor.person());
        T found = compare(actor, module, actingFor, comparison);
        own.executeWithoutResult(status -> counts.remove(number));
        return found;
    }

    private long begin(PersonId by) {
        Instant now = clock.instant();
        return Objects.requireNonNull(own.execute(status -> {
            counts.lock(by);
            counts.exhausted(by, now.minus(WITHIN), MOST, MOST_MISSES).ifPresent(oldest -> {
                throw new TooManyException(
                        Rejection.ofField("management.too-many-look-ups", "niss")
                                .ofState(),
                        Duration.between(now, oldest.plus(WITHIN)));
            });
            return counts.add(by, now);
        }));
    }

    private <T> T compare(Actor actor, String module, @Nullable OrganisationId actingFor, Supplier<T> comparison) {
        try {
            return comparison.get();
        } catch (RejectedException miss) {
            own.executeWithoutResult(status -> record(actor, module + ".look-up-missed", actor.person(), actingFor));
            throw miss;
        }
    }

    private void record(Actor actor, String operation, PersonId subject, @Nullable OrganisationId actingFor) {
        audit.record(AuditEvent.of(operation, "person", subject.value())
                .by(actor.person().value(), actingFor == null ? null : actingFor.value()));
    }
}
