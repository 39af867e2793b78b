package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.insight.AccessOverview;
import be.designations.insight.Holding;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers do with a quality itself: its mailbox and its subdivisions. <i>Source: A2 (GL 4), D5.</i> */
@Service
@Transactional
public class QualityAdministration {

    private static final int LONGEST_NAME = 100;

    private final Authority authority;
    private final AccessModel access;
    private final Qualities qualities;
    private final Directory directory;
    private final ManagementRecord record;
    private final ManagementMails mails;
    private final AccessOverview overview;
    private final Clock clock;

    QualityAdministration(
            Authority authority,
            AccessModel access,
            Qualities qualities,
            Directory directory,
            ManagementRecord record,
            ManagementMails mails,
            AccessOverview overview,
            Clock clock) {
        this.authority = authority;
        this.access = access;
        this.qualities = qualities;
        this.directory = directory;
        this.record = record;
        this.mails = mails;
        this.overview = overview;
        this.clock = clock;
    }

    /** Where that is, for somebody who may do that task there. */
    @Transactional(readOnly = true)
    public Place place(Actor actor, QualityId id, ManagementTask task) {
        Quality quality = authority.requireInQuality(actor, id, task).quality();
        return new Place(directory.organisation(quality.organisation()), quality, null);
    }

    /** As {@link #place(Actor, QualityId, ManagementTask)}, of a subdivision. */
    @Transactional(readOnly = true)
    public Place place(Actor actor, SubdivisionId id) {
        Subdivision subdivision = qualities.findSubdivision(id).orElseThrow(() -> new NotFoundException("subdivision"));
        Place place = place(actor, subdivision.quality(), ManagementTask.SUBDIVISIONS);
        return new Place(place.organisation(), place.quality(), subdivision);
    }

    /** The subdivisions of a quality by name, each with who manages it, for somebody who may change them. */
    @Transactional(readOnly = true)
    public Subdivisions subdivisions(Actor actor, QualityId id) {
        Place place = place(actor, id, ManagementTask.SUBDIVISIONS);
        Instant now = clock.instant();
        Map<String, List<Holding>> managers = overview.qualityManagers(id, now, false).stream()
                .filter(held -> held.subdivision() != null && held.runs(now))
                .sorted(Comparator.comparing(Holding::kind))
                .collect(Collectors.groupingBy(held -> Objects.requireNonNull(held.subdivision())));
        return new Subdivisions(
                place,
                overview.subdivisions(id, now).stream()
                        .map(part -> new ManagedSubdivision(
                                new SubdivisionId(part.id()),
                                part.name(),
                                part.users(),
                                managers.getOrDefault(part.name(), List.of())))
                        .toList());
    }

    /** What there is of subdivisions at that place. */
    public record Subdivisions(Place place, List<ManagedSubdivision> all) {

        public Subdivisions {
            all = List.copyOf(all);
        }
    }

    /**
     * @param users    how many people are known in it
     * @param managers its manager, then the co-managers; blocked ones too
     */
    public record ManagedSubdivision(SubdivisionId id, String name, long users, List<Holding> managers) {

        public ManagedSubdivision {
            managers = List.copyOf(managers);
        }

        public boolean hasManager() {
            return managers.stream().anyMatch(held -> held.kind() == ResponsibilityKind.SUBDIVISION_MANAGER);
        }
    }

    /**
     * “Changer l’adresse email de cette qualité”. The former address is told, too.
     *
     * @throws RejectedException when it cannot be an address
     */
    public void changeEmail(Actor actor, QualityId id, String email) {
        Place place = lock(actor, id, ManagementTask.QUALITY_EMAIL);
        String address = email.strip();
        RejectedException.throwIfAny(WorkingRelationshipPolicy.checkEmail(address));
        Quality before = access.findQuality(id).orElseThrow();
        if (address.equals(before.email())) {
            return;
        }
        qualities.changeEmail(id, address);
        record.edited(
                "management.quality-email-changed",
                actor,
                place,
                "quality",
                id.value(),
                before.email() == null ? null : Map.of("email", before.email()),
                Map.of("email", address));
        mails.qualityEmailChanged(actor, place, before.email(), address);
    }

    /** @throws RejectedException when the name is empty, too long, or another subdivision's */
    public SubdivisionId createSubdivision(Actor actor, QualityId quality, String name) {
        Place place = lock(actor, quality, ManagementTask.SUBDIVISIONS);
        Subdivision subdivision =
                new Subdivision(new SubdivisionId(UUID.randomUUID()), quality, checked(quality, name, null));
        qualities.create(subdivision);
        record.edited(
                "management.subdivision-created",
                actor,
                place,
                "subdivision",
                subdivision.id().value(),
                null,
                Map.of("name", subdivision.name()));
        return subdivision.id();
    }

    /** @throws RejectedException as {@link #createSubdivision} */
    public void renameSubdivision(Actor actor, SubdivisionId id, String name) {
        Quality quality = Optional.ofNullable(place(actor, id).quality()).orElseThrow();
        lock(actor, quality.id(), ManagementTask.SUBDIVISIONS);
        Place place = place(actor, id);
        Subdivision before = qualities.findSubdivision(id).orElseThrow();
        String wanted = checked(quality.id(), name, before.name());
        if (wanted.equals(before.name())) {
            return;
        }
        qualities.rename(id, wanted);
        record.edited(
                "management.subdivision-renamed",
                actor,
                place,
                "subdivision",
                id.value(),
                Map.of("name", before.name()),
                Map.of("name", wanted));
    }

    /** Asks before the lock, so that strangers hold up nobody, and behind it: who was blocked meanwhile does nothing. */
    private Place lock(Actor actor, QualityId id, ManagementTask task) {
        place(actor, id, task);
        access.lock(id);
        return place(actor, id, task);
    }

    /** @param own the name that it has until now, or null */
    private String checked(QualityId quality, String typed, @Nullable String own) {
        String name = Typed.line(typed);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RejectedException(Rejection.ofField("management.subdivision-name-length", "name", LONGEST_NAME));
        }
        if (!name.equalsIgnoreCase(own) && qualities.hasSubdivision(quality, name)) {
            throw new RejectedException(Rejection.ofField("management.subdivision-name-taken", "name")
                    .ofState());
        }
        return name;
    }
}
