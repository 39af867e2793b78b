package be.designations.insight;

import be.designations.access.AccessReaders;
import be.designations.access.Sight;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.SubdivisionName;
import be.designations.insight.AccessOverview.TieFact;
import be.designations.insight.Position.QualityName;
import be.designations.insight.Positions.Manager;
import be.designations.insight.Positions.OwnApplication;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers see about themselves, entity by entity: their access, and whom they turn to. */
@Service
@Transactional(readOnly = true)
public class OwnAccess {

    private final AccessReaders readers;
    private final EntityList entities;
    private final AccessOverview overview;
    private final Positions positions;
    private final Directory directory;
    private final Clock clock;

    OwnAccess(
            AccessReaders readers,
            EntityList entities,
            AccessOverview overview,
            Positions positions,
            Directory directory,
            Clock clock) {
        this.readers = readers;
        this.entities = entities;
        this.overview = overview;
        this.positions = positions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Everything that the reader is and was, why, and what they can open with it now. */
    public Access access(Actor actor, String typed, Language language, EntityList.@Nullable Cursor cursor) {
        Instant now = clock.instant();
        Set<OrganisationId> all = positions.organisationsEver(actor.person());
        EntityList.Page page =
                entities.page(new EntityList.Query(all, typed, language), cursor, EntityList.A_DETAILED_PAGE, now);
        List<OrganisationId> shown = page.ids();
        AccessOverview.Facts found = overview.facts(actor.person(), actor.person(), now, shown);
        return new Access(
                directory.person(actor.person()).language(),
                readers.of(actor),
                now,
                all.size(),
                page,
                found.facts(),
                found.ties(),
                positions.applications(actor.person(), shown, now));
    }

    /** What the reader can open now. */
    public Applications applications(Actor actor, Language language, EntityList.@Nullable Cursor cursor) {
        Instant now = clock.instant();
        EntityList.Page page = page(positions.organisationsNow(actor.person(), now), "", language, cursor, now);
        return new Applications(page, positions.applications(actor.person(), page.ids(), now));
    }

    /**
     * “Vos Responsables”: who manages each entity that the reader is something in, their qualities and subdivisions there;
     * also for who is blocked, as they need it most. Not the reader.
     */
    public Managers managers(Actor actor, String typed, Language language, EntityList.@Nullable Cursor cursor) {
        Instant now = clock.instant();
        Set<OrganisationId> all = positions.organisationsNow(actor.person(), now);
        EntityList.Page page = page(all, typed, language, cursor, now);
        List<OrganisationId> shown = page.ids();
        List<Position> own = positions.of(List.of(actor.person()), shown, now);
        List<QualityName> qualities = own.stream()
                .map(Position::quality)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Manager> managers = positions
                .managers(
                        shown,
                        qualities.stream().map(QualityName::id).toList(),
                        own.stream()
                                .map(Position::subdivision)
                                .filter(Objects::nonNull)
                                .map(SubdivisionName::id)
                                .distinct()
                                .toList(),
                        now)
                .stream()
                .filter(manager -> !manager.person().id().equals(actor.person()))
                .toList();
        return new Managers(
                all.size(),
                page,
                page.lines().stream()
                        .map(entity -> new EntityManagers(
                                entity,
                                managers.stream()
                                        .filter(manager ->
                                                manager.organisation().equals(entity.id()) && manager.quality() == null)
                                        .toList(),
                                qualities.stream()
                                        .filter(quality ->
                                                quality.organisation().equals(entity.id()))
                                        .map(quality -> new QualityManagers(
                                                quality,
                                                managers.stream()
                                                        .filter(manager ->
                                                                quality.id().equals(manager.quality()))
                                                        .toList()))
                                        .toList()))
                        .toList());
    }

    /** What the reader is, but blocked: they are told so, never that they have nothing (D28). */
    public List<Positions.Blocked> blocked(PersonId reader) {
        return positions.blocked(reader, clock.instant());
    }

    private EntityList.Page page(
            Set<OrganisationId> among,
            String typed,
            Language language,
            EntityList.@Nullable Cursor cursor,
            Instant at) {
        return entities.page(new EntityList.Query(among, typed, language), cursor, EntityList.A_PAGE, at);
    }

    /**
     * @param total in how many entities the reader is or was anything, typed or not
     * @param facts in the entities of the page, the newest first
     */
    public record Access(
            Language language,
            Sight sight,
            Instant at,
            int total,
            EntityList.Page page,
            List<Fact> facts,
            List<TieFact> ties,
            List<OwnApplication> applications) {}

    public record Applications(EntityList.Page page, List<OwnApplication> applications) {}

    /** @param total in how many entities the reader is anything, typed or not */
    public record Managers(int total, EntityList.Page page, List<EntityManagers> entities) {}

    /**
     * @param managers  of the whole entity
     * @param qualities those that the reader is in
     */
    public record EntityManagers(EntityList.Line entity, List<Manager> managers, List<QualityManagers> qualities) {}

    public record QualityManagers(QualityName quality, List<Manager> managers) {}
}
