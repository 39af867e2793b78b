package be.designations.insight;

import be.designations.access.Capacities;
import be.designations.access.Translated;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditFilter;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.rules.NotAllowedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has two roles that exclude each other, for the support desk: whoever had both before they did keeps them (D20). Names only;
 * that it was read is written down once a day for a reader and a role.
 */
@Service
@Transactional
public class DutyConflicts {

    private final Store store;
    private final Capacities capacities;
    private final AuditLog audit;
    private final Clock clock;

    DutyConflicts(Store store, Capacities capacities, AuditLog audit, Clock clock) {
        this.store = store;
        this.capacities = capacities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * By the names of the people.
     *
     * @param role  code of a role that is one of the two, or null for any
     * @param after where the page before ended, or null for the first page
     * @param size  1 to 10,000
     * @return one line more than asked for, when there is one more
     * @throws NotAllowedException for anybody but support, acting for it
     */
    public List<Line> page(Actor actor, @Nullable String role, @Nullable Cursor after, int size) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
        Instant now = clock.instant();
        String subject = role == null ? "any" : role;
        var before = new AuditFilter(
                "role",
                subject,
                actor.person().value(),
                "access.duty-conflicts-read",
                Days.startOf(Days.of(now)),
                null);
        if (audit.search(before, null, 1).entries().isEmpty()) {
            audit.record(
                    AuditEvent.of("access.duty-conflicts-read", "role", subject).by(actor));
        }
        return store.lines(role, now, after, size + 1);
    }

    /**
     * How many people have that role and one that it excludes.
     *
     * @throws NotAllowedException for anybody but support, acting for it
     */
    @Transactional(readOnly = true)
    public long count(Actor actor, String role) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
        return store.count(role, clock.instant());
    }

    /** Who has what, as it is stored. */
    public interface Store {

        /** In one statement. */
        List<Line> lines(@Nullable String role, Instant now, @Nullable Cursor after, int size);

        /** How many people. */
        long count(String role, Instant now);
    }

    /** A place in the list: that of the line with these rights. */
    public record Cursor(UUID first, UUID second) {}

    /** That somebody has both, at the same time, now or later. */
    public record Line(PersonId person, String name, Held first, Held second) {

        public Cursor cursor() {
            return new Cursor(first.right(), second.right());
        }
    }

    /** @param until the first instant at which it holds no longer, or null when no end is known */
    public record Held(
            UUID right,
            String role,
            Translated name,
            Translated organisation,
            Instant from,
            @Nullable Instant until) {}
}
