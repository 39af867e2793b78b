package be.designations.reviews;

import be.designations.access.AccessModel;
import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.Deadlines;
import be.designations.casework.Desks;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starting campaigns, stopping them and reading what comes of them: managers for what they manage, SPP IS for every CPAS.
 * <i>Source: D45 to D47, D59.</i>
 */
@Service
@Transactional
public class Campaigns {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_YEARS = 1;
    private static final int MOST_SHOWN = 100;

    private final ReviewStore store;
    private final Capacities capacities;
    private final AccessModel access;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Deadlines deadlines;
    private final AuditLog audit;
    private final Clock clock;

    Campaigns(
            ReviewStore store,
            Capacities capacities,
            AccessModel access,
            Catalogue catalogue,
            Directory directory,
            Deadlines deadlines,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.capacities = capacities;
        this.access = access;
        this.catalogue = catalogue;
        this.directory = directory;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Of what somebody can have the rights reviewed.
     *
     * @param entity    null for every CPAS
     * @param qualities of the entity, those that the actor manages; none for every CPAS
     * @param roles     that can be held there
     */
    public record Scope(@Nullable Organisation entity, List<Quality> qualities, List<Role> roles) {}

    /** Where the actor can start campaigns. */
    @Transactional(readOnly = true)
    public Set<OrganisationId> places(Actor actor) {
        return Desks.where(opening(actor), CapacityKind.QUALITY_MANAGERS);
    }

    /** Whether the actor can have the rights of every CPAS reviewed; in one’s own name, as it is no work in a dossier (D81). */
    @Transactional(readOnly = true)
    public boolean mayReviewEveryCpas(Actor actor) {
        return actor.inPlaceOf() == null && capacities.actsForDesk(actor, CapacityKind.DPD_APPROVER);
    }

    /** @throws NotFoundException when the actor manages no rights there */
    @Transactional(readOnly = true)
    public Scope scope(Actor actor, EnterpriseNumber number) {
        Organisation entity = directory
                .findOrganisation(number)
                .filter(found -> places(actor).contains(found.id()))
                .orElseThrow(() -> new NotFoundException("entity"));
        List<Capacity> held = capacities.openingTo(actor);
        boolean whole =
                Desks.ofWholeEntities(held, CapacityKind.QUALITY_MANAGERS).contains(entity.id());
        Set<QualityId> own = Desks.ofQualities(held, CapacityKind.QUALITY_MANAGERS);
        List<Quality> qualities = access.qualitiesOf(List.of(entity.id())).stream()
                .filter(quality -> whole || own.contains(quality.id()))
                .toList();
        return new Scope(
                entity,
                qualities,
                catalogue.rolesFor(qualities.stream().map(Quality::kind).collect(Collectors.toSet()), entity));
    }

    /** @throws NotFoundException for anybody but SPP IS */
    @Transactional(readOnly = true)
    public Scope everyCpas(Actor actor) {
        if (!mayReviewEveryCpas(actor)) {
            throw new NotFoundException("scope");
        }
        return new Scope(null, List.of(), catalogue.rolesFor(EnumSet.allOf(QualityKind.class), OrganisationKind.CPAS));
    }

    /** The first last day that a campaign that begins now can have (D46). */
    public LocalDate earliestLastDay() {
        return Days.lastBefore(deadlines.dueFor(AccessReviewCase.REVIEW_RIGHTS)).plusDays(1);
    }

    /**
     * What that campaign would ask; changes nothing.
     *
     * @throws RejectedException when it breaks a rule
     */
    @Transactional(readOnly = true)
    public ScopeCounts check(Scope scope, NewCampaign wanted) {
        List<Rejection> refusals = new ArrayList<>();
        if (wanted.name().isBlank()) {
            refusals.add(Rejection.ofField("reviews.name-missing", "name"));
        } else if (wanted.name().length() > LONGEST_NAME) {
            refusals.add(Rejection.ofField("reviews.name-too-long", "name", LONGEST_NAME));
        }
        if (wanted.reason().isBlank()) {
            refusals.add(Rejection.ofField("reviews.campaign-reason-missing", "reason"));
        } else if (wanted.reason().length() > LONGEST_REASON) {
            refusals.add(Rejection.ofField("management.reason-too-long", "reason", LONGEST_REASON));
        }
        LocalDate earliest = earliestLastDay();
        LocalDate latest = Days.of(clock.instant()).plusYears(LONGEST_YEARS);
        if (wanted.lastDay().isBefore(earliest) || wanted.lastDay().isAfter(latest)) {
            BelgianDates dates = new BelgianDates();
            refusals.add(Rejection.ofField("reviews.last-day", "lastDay", dates.day(earliest), dates.day(latest)));
        }
        if (!scope.qualities().stream()
                .map(Quality::id)
                .collect(Collectors.toSet())
                .containsAll(wanted.qualities())) {
            refusals.add(Rejection.ofField("reviews.quality-not-yours", "qualities"));
        }
        if (!scope.roles().stream().map(Role::code).collect(Collectors.toSet()).containsAll(wanted.roles())) {
            refusals.add(Rejection.ofField("reviews.role-unknown", "roles"));
        }
        RejectedException.throwIfAny(refusals);
        ScopeCounts counts = store.count(qualities(scope, wanted), wanted.roles(), clock.instant());
        if (counts.rights() == 0) {
            throw new RejectedException(Rejection.of("reviews.nothing-in-scope"));
        }
        return counts;
    }

    private static @Nullable Set<QualityId> qualities(Scope scope, NewCampaign wanted) {
        if (scope.entity() == null) {
            return null;
        }
        return wanted.qualities().isEmpty()
                ? scope.qualities().stream().map(Quality::id).collect(Collectors.toSet())
                : wanted.qualities();
    }

    /**
     * Starts a campaign: notes the qualities concerned. Their dossiers are opened afterwards, by {@link CampaignJobs}.
     *
     * @param id as the page that was checked had it: a second click starts nothing
     * @throws RejectedException as {@link #check}
     */
    public CampaignId start(Actor actor, Scope scope, NewCampaign wanted, CampaignId id) {
        check(scope, wanted);
        Instant now = clock.instant();
        Organisation entity = scope.entity();
        Campaign campaign = new Campaign(
                id,
                wanted.name(),
                entity == null ? null : entity.id(),
                wanted.roles(),
                Days.endOf(wanted.lastDay()),
                wanted.endsUnconfirmed(),
                wanted.reason(),
                actor.person(),
                now,
                null,
                null);
        if (!store.add(campaign)) {
            require(actor, id);
            return id;
        }
        store.addParts(campaign, qualities(scope, wanted));
        Map<String, Object> after = new TreeMap<>();
        after.put("name", campaign.name());
        after.put("lastDay", wanted.lastDay().toString());
        after.put("endsUnconfirmed", campaign.endsUnconfirmed());
        after.put("roles", campaign.roles().stream().sorted().toList());
        if (entity != null) {
            after.put("organisation", entity.id().value());
        }
        audit.record(AuditEvent.of("reviews.campaign-started", "review-campaign", id.value())
                .changing(null, after)
                .by(actor));
        return id;
    }

    /** @throws NotFoundException when there is none, or not for this actor */
    @Transactional(readOnly = true)
    public Campaign require(Actor actor, CampaignId id) {
        return store.find(id).filter(found -> sees(actor, found)).orElseThrow(() -> new NotFoundException("campaign"));
    }

    /**
     * Ends a campaign before its day: what has an answer keeps it, nothing else is asked, nothing ends. Its dossiers are closed
     * afterwards, by {@link CampaignJobs}. A second click stops nothing.
     *
     * @throws NotFoundException as {@link #require}
     * @throws RejectedException when it is over, or somebody else has stopped it
     */
    public void stop(Actor actor, CampaignId id, String why) {
        require(actor, id);
        Campaign campaign = store.lock(id);
        Campaign.Stop stopped = campaign.stop();
        if (stopped != null && stopped.by().equals(actor.person())) {
            return;
        }
        Instant now = clock.instant();
        if (stopped != null) {
            throw new RejectedException(Rejection.of("reviews.stopped-already").ofState());
        }
        if (campaign.closedAt() != null || campaign.isOver(now)) {
            throw new RejectedException(Rejection.of("reviews.campaign-over").ofState());
        }
        String reason = Typed.lines(why);
        if (reason.isEmpty()) {
            throw new RejectedException(Rejection.ofField("reviews.stop-reason-missing", "reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RejectedException(Rejection.ofField("management.reason-too-long", "reason", LONGEST_REASON));
        }
        store.stop(id, new Campaign.Stop(actor.person(), now, reason));
        audit.record(AuditEvent.of("reviews.campaign-stopped", "review-campaign", id.value())
                .changing(Map.of("name", campaign.name()), Map.of("reason", reason))
                .by(actor));
    }

    private boolean sees(Actor actor, Campaign campaign) {
        OrganisationId entity = campaign.organisation();
        return entity == null ? mayReviewEveryCpas(actor) : sees(opening(actor), actor.person(), entity, campaign);
    }

    /** Whoever manages the entity, and whoever started it and still manages every quality that it asks. */
    private boolean sees(List<Capacity> held, PersonId person, OrganisationId entity, Campaign campaign) {
        return Desks.where(held, CapacityKind.ENTITY_MANAGERS).contains(entity)
                || (campaign.startedBy().equals(person)
                        && Desks.where(held, CapacityKind.QUALITY_MANAGERS).contains(entity)
                        && store.asksOnly(campaign.id(), Desks.ofQualities(held, CapacityKind.QUALITY_MANAGERS)));
    }

    /** Whether what comes of it is still for whoever started it. */
    boolean isForItsStarter(Campaign campaign) {
        PersonId starter = campaign.startedBy();
        List<Capacity> held = capacities.of(starter);
        OrganisationId entity = campaign.organisation();
        return entity == null
                ? held.stream().anyMatch(one -> one.kind() == CapacityKind.DPD_APPROVER)
                : sees(held, starter, entity, campaign);
    }

    private List<Capacity> opening(Actor actor) {
        return capacities.openingTo(actor).stream()
                .filter(capacity -> actor.speaksFor(capacity.organisation()))
                .toList();
    }

    /** Those that the actor sees, the latest first. */
    @Transactional(readOnly = true)
    public List<Campaign> seen(Actor actor) {
        List<Capacity> held = opening(actor);
        return store.seen(
                mayReviewEveryCpas(actor),
                Desks.where(held, CapacityKind.ENTITY_MANAGERS),
                actor.person(),
                Desks.where(held, CapacityKind.QUALITY_MANAGERS),
                Desks.ofQualities(held, CapacityKind.QUALITY_MANAGERS),
                MOST_SHOWN);
    }

    /** What has come of a campaign so far. */
    public record Progress(Campaign campaign, ReviewStore.PartCounts dossiers, Counts rights) {}

    /** @throws NotFoundException as {@link #require} */
    @Transactional(readOnly = true)
    public Progress progress(Actor actor, CampaignId id) {
        Campaign campaign = require(actor, id);
        return new Progress(campaign, store.partCounts(id), store.counts(id, clock.instant()));
    }
}
