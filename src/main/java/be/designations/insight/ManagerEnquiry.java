package be.designations.insight;

import be.designations.access.Capacities;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Translated;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Position.QualityName;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who manages an entity, now and before, for support staff whom people ask (B2). Names only; each enquiry is written down.
 */
@Service
@Transactional
public class ManagerEnquiry {

    /** Those who are asked about. */
    private static final Set<ResponsibilityKind> MANAGERS = EnumSet.of(
            ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER,
            ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER,
            ResponsibilityKind.ACCESS_MANAGER,
            ResponsibilityKind.CO_ACCESS_MANAGER,
            ResponsibilityKind.LOCAL_MANAGER,
            ResponsibilityKind.CO_LOCAL_MANAGER);

    private final Store store;
    private final Capacities capacities;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    ManagerEnquiry(Store store, Capacities capacities, Directory directory, AuditLog audit, Clock clock) {
        this.store = store;
        this.capacities = capacities;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param before whether those who were it once are asked for too
     * @param after  where the page before ended, or null for the first page
     * @param size   1 to 100
     * @throws NotAllowedException for anybody but support, acting for it
     * @throws RejectedException   at the field {@code number} when no such entity is known
     */
    public Answer ask(Actor actor, EnterpriseNumber number, boolean before, @Nullable Cursor after, int size) {
        requireSupport(actor);
        Organisation organisation = directory
                .findOrganisation(number)
                .orElseThrow(() -> new RejectedException(Rejection.ofField("access.entity-unknown", "number")));
        Instant now = clock.instant();
        audit.record(AuditEvent.of(
                        "access.managers-enquired",
                        "organisation",
                        organisation.id().value())
                .by(actor)
                .changing(null, Map.of("before", before)));
        return new Answer(
                organisation,
                directory.registeredWithCsam(organisation.id()).orElse(null),
                store.lines(new Query(organisation.id(), MANAGERS, before ? null : now), now, after, size + 1),
                size);
    }

    /** @throws NotAllowedException for anybody but support, acting for it */
    public void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }

    /** Who manages and managed entities, as it is stored. */
    public interface Store {

        /**
         * The latest begun first, in one statement.
         *
         * @param now   for whether something is blocked
         * @param after where the page before ended, or null for the first page
         */
        List<Line> lines(Query query, Instant now, @Nullable Cursor after, int size);
    }

    /** @param runningAt only what runs at that instant, or null for what ended too */
    public record Query(
            OrganisationId organisation,
            Set<ResponsibilityKind> kinds,
            @Nullable Instant runningAt) {}

    /** A place in the list: that of this line. */
    public record Cursor(Instant from, UUID id) {}

    /**
     * @param registeredAt since when the entity takes part in CSAM, or null
     * @param found        one line more than the page holds, when there is one more
     */
    public record Answer(
            Organisation organisation, @Nullable Instant registeredAt, List<Line> found, int size) {

        public Answer {
            found = List.copyOf(found);
        }

        /** The lines of the page. */
        public List<Line> lines() {
            return found.size() > size ? found.subList(0, size) : found;
        }

        /** Where the next page begins, or null on the last. */
        public @Nullable Cursor next() {
            Line last = found.size() > size ? found.get(size - 1) : null;
            return last == null ? null : new Cursor(last.from(), last.id());
        }
    }

    /**
     * That somebody is or was a manager.
     *
     * @param quality   where it is limited to a quality, else null
     * @param domain    the name of the domain where it is limited to one, else null
     * @param until     the first instant at which it no longer held, or null when no end is known
     * @param blocked   whether it gives nothing at present (D6)
     * @param decidedBy the name of who decided it, or null when the register began with it
     * @param dossier   in which it was decided, or null
     */
    public record Line(
            UUID id,
            ResponsibilityKind kind,
            @Nullable QualityName quality,
            @Nullable Translated domain,
            String person,
            Instant from,
            @Nullable Instant until,
            boolean blocked,
            @Nullable String decidedBy,
            @Nullable String dossier) {}
}
