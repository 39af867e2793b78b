package be.designations.reports;

import be.designations.access.Authority;
import be.designations.access.Authority.Reach;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports on the rights of an entity, in the qualities of which somebody manages the rights of all users. <i>Source: D57.</i>
 */
@Service
@Transactional(readOnly = true)
public class Reports {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Authority authority;
    private final Catalogue catalogue;
    private final ReportStore store;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    Reports(
            Authority authority,
            Catalogue catalogue,
            ReportStore store,
            Directory directory,
            AuditLog audit,
            Clock clock) {
        this.authority = authority;
        this.catalogue = catalogue;
        this.store = store;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where somebody may ask. */
    public record Scope(Organisation organisation, List<Quality> qualities) {

        public Scope {
            qualities = List.copyOf(qualities);
        }

        private List<QualityId> ids() {
            return qualities.stream().map(Quality::id).toList();
        }
    }

    /**
     * @throws NotFoundException   when there is no such entity, or the actor is nothing there
     * @throws NotAllowedException when the actor manages no whole quality of it
     */
    public Scope scope(Actor actor, EnterpriseNumber number) {
        Organisation organisation = authority.requireSomewhereIn(actor, number, ManagementTask.RIGHTS);
        List<Quality> qualities = authority.reaches(actor, organisation.id(), ManagementTask.RIGHTS).stream()
                .filter(reach -> reach.coversWholly(null))
                .map(Reach::quality)
                .toList();
        // Whoever manages the whole entity asks about one without qualities, too.
        if (qualities.isEmpty()
                && !authority.tasks(actor, organisation.id(), null).contains(ManagementTask.RIGHTS)) {
            throw new NotAllowedException(Rejection.of("access.not-your-task"));
        }
        return new Scope(organisation, qualities);
    }

    /** The roles of which there may be rights there: what is granted to such entities, and what no longer is. */
    public List<Role> roles(Scope scope) {
        Set<QualityKind> kinds = scope.qualities().stream().map(Quality::kind).collect(Collectors.toUnmodifiableSet());
        Organisation entity = scope.organisation();
        return catalogue.all().stream()
                .filter(role -> kinds.contains(role.quality()))
                .filter(role -> isFor(entity, role.onlyFor()))
                .toList();
    }

    /** Of that kind, or ever at the desk that was first of that kind (D18). */
    private boolean isFor(Organisation entity, @Nullable OrganisationKind kind) {
        return kind == null || kind == entity.kind() || directory.everHasDesk(entity.id(), kind);
    }

    /** @param size at most so many lines, those after that right */
    public List<ReportLine> lines(Scope scope, ReportKind kind, ReportFilter filter, @Nullable UUID after, int size) {
        Instant now = clock.instant();
        return store.lines(
                kind,
                scope.organisation().id(),
                scope.ids(),
                filter,
                now,
                Days.endOf(Days.of(now).plusDays(filter.days())),
                after,
                size);
    }

    /** Every line. */
    public void each(Scope scope, ReportKind kind, ReportFilter filter, Consumer<ReportLine> reader) {
        UUID after = null;
        List<ReportLine> page;
        do {
            page = lines(scope, kind, filter, after, ROWS_AT_ONCE);
            page.forEach(reader);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == ROWS_AT_ONCE);
    }

    /** Since which day it is written down what is used: nothing is known of before. */
    public LocalDate recordedSince() {
        return store.recordedSince();
    }

    /** Writes down that the actor takes a report along. */
    @Transactional
    public void taken(Actor actor, Scope scope, ReportKind kind, String format) {
        UUID organisation = scope.organisation().id().value();
        audit.record(AuditEvent.of("reports.exported", "organisation", organisation)
                .by(actor.person().value(), organisation)
                .changing(null, Map.of("report", kind.code(), "format", format)));
    }
}
