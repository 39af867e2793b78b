package be.designations.insight;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.DomainName;
import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.insight.AccessOverview.RightLine;
import be.designations.insight.AccessOverview.SubdivisionName;
import be.designations.insight.Position.QualityName;
import be.designations.insight.Positions.OwnApplication;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a person can go to work: what they hold in each of their entities, page by page. <i>Source: A5, A6.</i> */
@Service
@Transactional(readOnly = true)
public class OwnPlaces {

    private final Capacities capacities;
    private final EntityList entities;
    private final Positions positions;
    private final Clock clock;

    OwnPlaces(Capacities capacities, EntityList entities, Positions positions, Clock clock) {
        this.capacities = capacities;
        this.entities = entities;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * @param typed as in {@link EntityList.Query}
     * @param cursor null for the first page
     */
    public Page page(Actor actor, String typed, Language language, EntityList.@Nullable Cursor cursor) {
        Instant now = clock.instant();
        Capacities.Held all = capacities.heldBy(actor.person());
        List<Capacity> held = all.own();
        Set<OrganisationId> organisations =
                held.stream().map(Capacity::organisation).collect(Collectors.toUnmodifiableSet());
        EntityList.Page page =
                entities.page(new EntityList.Query(organisations, typed, language), cursor, EntityList.A_PAGE, now);
        List<OrganisationId> shown = page.ids();
        Map<OrganisationId, List<Position>> own = positions.of(List.of(actor.person()), shown, now).stream()
                .filter(position -> !position.blocked())
                .collect(Collectors.groupingBy(Position::organisation));
        Map<OrganisationId, List<QualityName>> qualities =
                positions.qualities(shown).stream().collect(Collectors.groupingBy(QualityName::organisation));
        return new Page(
                page.lines().stream()
                        .map(entity -> new EntityPlaces(
                                entity,
                                places(
                                        own.getOrDefault(entity.id(), List.of()),
                                        desks(held, entity.id()),
                                        qualities.getOrDefault(entity.id(), List.of()))))
                        .toList(),
                organisations.size(),
                page,
                all.standIns());
    }

    /** What the person is in one entity, without what they are given there; and what they can open with it. */
    public Here in(Actor actor, OrganisationId organisation) {
        Instant now = clock.instant();
        List<OrganisationId> one = List.of(organisation);
        List<Position> own = positions.withoutRights(actor.person(), organisation, now).stream()
                .filter(position -> !position.blocked())
                .toList();
        List<QualityName> qualities = positions.qualities(one);
        List<Place> places = places(own, desks(capacities.of(actor.person()), organisation), qualities);
        boolean managesAll = own.stream().anyMatch(position -> CapacityKind.ENTITY_MANAGERS.contains(position.kind()));
        return new Here(
                places,
                positions.applications(actor.person(), one, now),
                managesAll ? withoutLocalManager(qualities, one, now) : List.of());
    }

    private List<QualityName> withoutLocalManager(
            List<QualityName> qualities, List<OrganisationId> organisation, Instant now) {
        Set<QualityId> managed =
                positions
                        .managers(
                                organisation,
                                qualities.stream().map(QualityName::id).toList(),
                                List.of(),
                                now)
                        .stream()
                        .filter(manager -> manager.kind() == CapacityKind.LOCAL_MANAGER)
                        .flatMap(manager -> Stream.ofNullable(manager.quality()))
                        .collect(Collectors.toUnmodifiableSet());
        return qualities.stream()
                .filter(quality -> !managed.contains(quality.id()))
                .toList();
    }

    private static List<CapacityKind> desks(List<Capacity> held, OrganisationId organisation) {
        return held.stream()
                .filter(capacity -> capacity.organisation().equals(organisation))
                .map(Capacity::kind)
                .filter(CapacityKind.DESKS::contains)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Place> places(List<Position> own, List<CapacityKind> desks, List<QualityName> qualities) {
        List<Place> places = new ArrayList<>();
        desks.forEach(desk -> places.add(new Place(desk, null, null, null, null)));
        for (Position position : own) {
            places.add(new Place(position.kind(), position.quality(), position.subdivision(), position.domain(), null));
            if (CapacityKind.ENTITY_MANAGERS.contains(position.kind())) {
                qualities.forEach(quality -> places.add(new Place(position.kind(), quality, null, null, null)));
            }
            position.rights().stream()
                    .filter(right -> CapacityKind.DESKS.stream()
                            .noneMatch(desk -> desk.name().equals(right.roleCode())))
                    .forEach(right -> places.add(
                            new Place(position.kind(), position.quality(), position.subdivision(), null, right)));
        }
        return places;
    }

    /**
     * @param total    in how many entities the person is something, typed or not
     * @param standIns what they may do in the place of others
     */
    public record Page(
            List<EntityPlaces> entities, int total, EntityList.Page page, List<Capacities.StandIn> standIns) {}

    /** @param places the weightiest first */
    public record EntityPlaces(EntityList.Line entity, List<Place> places) {}

    /**
     * @param places    the weightiest first
     * @param unmanaged the qualities that have no local manager who may act, for who may designate one
     */
    public record Here(List<Place> places, List<OwnApplication> applications, List<QualityName> unmanaged) {}

    /**
     * One thing that a person can work as.
     *
     * @param quality where; null for the whole entity
     * @param domain  of which they are access manager, or null
     * @param right   a right of a user, or null for the responsibility itself
     */
    public record Place(
            CapacityKind kind,
            @Nullable QualityName quality,
            @Nullable SubdivisionName subdivision,
            @Nullable DomainName domain,
            @Nullable RightLine right) {}
}
