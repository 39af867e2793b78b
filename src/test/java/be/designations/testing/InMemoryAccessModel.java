package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The access model without a database, for tests of rules; it keeps what it is told and checks nothing. */
public final class InMemoryAccessModel implements AccessModel {

    private final Map<BasisId, Basis> bases = new HashMap<>();
    private final Map<QualityId, Quality> qualities = new HashMap<>();
    private final List<Responsibility> responsibilities = new ArrayList<>();
    private final Map<UUID, BasisId> endings = new HashMap<>();
    private final Set<UUID> blocked = new HashSet<>();
    private final List<Right> rights = new ArrayList<>();

    private record Right(
            PersonId person,
            String role,
            QualityId quality,
            Instant from,
            @Nullable Instant until) {

        boolean runs(Instant at) {
            return isWithin(from, until, at);
        }
    }

    public void add(Quality quality) {
        qualities.put(quality.id(), quality);
    }

    public void addRight(PersonId person, String role, QualityId quality, Instant from) {
        rights.add(new Right(person, role, quality, from, null));
    }

    /** Switches off for good what the responsibility gives. */
    public void block(Responsibility responsibility) {
        blocked.add(responsibility.id());
    }

    public Basis basis(BasisId id) {
        return Optional.ofNullable(bases.get(id)).orElseThrow();
    }

    /** By which decision the responsibility was ended. */
    public Optional<Basis> endingOf(Responsibility responsibility) {
        return Optional.ofNullable(endings.get(responsibility.id())).map(bases::get);
    }

    /** All that was ever begun in that quality, as it stands now. */
    public List<Responsibility> history(QualityId quality) {
        return responsibilities.stream()
                .filter(held -> quality.equals(held.quality()))
                .toList();
    }

    @Override
    public BasisId save(Basis basis) {
        bases.put(basis.id(), basis);
        return basis.id();
    }

    @Override
    public Optional<Quality> findQuality(QualityId id) {
        return Optional.ofNullable(qualities.get(id));
    }

    @Override
    public Optional<Quality> findQuality(OrganisationId organisation, QualityKind kind) {
        return qualities.values().stream()
                .filter(quality -> quality.organisation().equals(organisation) && quality.kind() == kind)
                .findFirst();
    }

    @Override
    public List<Quality> qualities(Collection<QualityId> ids) {
        return qualities.values().stream()
                .filter(quality -> ids.contains(quality.id()))
                .toList();
    }

    @Override
    public void lock(QualityId quality) {
        // Tests of rules have one thread.
    }

    @Override
    public Optional<Responsibility> localManager(QualityId quality, Instant at) {
        return history(quality).stream()
                .filter(held -> held.kind() == ResponsibilityKind.LOCAL_MANAGER && runs(held, at))
                .findFirst();
    }

    @Override
    public List<Responsibility> responsibilitiesIn(QualityId quality, PersonId person, Instant at) {
        return history(quality).stream()
                .filter(held -> held.person().equals(person) && runs(held, at))
                .toList();
    }

    @Override
    public List<PersonId> holders(OrganisationId organisation, Collection<ResponsibilityKind> kinds, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.organisation().equals(organisation) && kinds.contains(held.kind()))
                .filter(held -> gives(held, at))
                .map(Responsibility::person)
                .toList();
    }

    @Override
    public boolean holds(
            PersonId person, OrganisationId organisation, Collection<ResponsibilityKind> kinds, Instant at) {
        return holders(organisation, kinds, at).contains(person);
    }

    @Override
    public boolean holdsAny(PersonId person, OrganisationId organisation, Instant at) {
        return responsibilities.stream()
                .anyMatch(held ->
                        held.person().equals(person) && held.organisation().equals(organisation) && runs(held, at));
    }

    @Override
    public boolean holdsRole(PersonId person, String roleCode, Instant at) {
        return rolesOf(person, at).stream().anyMatch(held -> held.roleCode().equals(roleCode));
    }

    @Override
    public List<Responsibility> responsibilitiesOf(PersonId person, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.person().equals(person) && gives(held, at))
                .toList();
    }

    @Override
    public List<HeldRole> rolesOf(PersonId person, Instant at) {
        return rights.stream()
                .filter(right -> right.person().equals(person) && right.runs(at))
                .map(right -> new HeldRole(
                        right.role(), qualities.get(right.quality()).organisation(), right.quality()))
                .toList();
    }

    @Override
    public void begin(Responsibility responsibility) {
        responsibilities.add(responsibility);
    }

    @Override
    public void end(Responsibility responsibility, Instant at, BasisId basis) {
        responsibilities.replaceAll(held -> held.id().equals(responsibility.id())
                ? new Responsibility(
                        held.id(),
                        held.kind(),
                        held.organisation(),
                        held.quality(),
                        held.person(),
                        held.validFrom(),
                        at,
                        held.basis())
                : held);
        endings.put(responsibility.id(), basis);
    }

    @Override
    public List<String> endRights(QualityId quality, PersonId person, Instant at, BasisId basis) {
        List<String> ended = rights(quality, person, at);
        rights.replaceAll(
                right -> right.quality().equals(quality) && right.person().equals(person) && right.runs(at)
                        ? new Right(person, right.role(), quality, right.from(), at)
                        : right);
        return ended;
    }

    @Override
    public List<String> rights(QualityId quality, PersonId person, Instant at) {
        return rights.stream()
                .filter(right ->
                        right.quality().equals(quality) && right.person().equals(person) && right.runs(at))
                .map(Right::role)
                .toList();
    }

    @Override
    public void confirm(Responsibility responsibility, BasisId basis) {
        // No rule asks what a responsibility was confirmed by.
    }

    private boolean gives(Responsibility held, Instant at) {
        return runs(held, at) && !blocked.contains(held.id());
    }

    private static boolean runs(Responsibility held, Instant at) {
        return isWithin(held.validFrom(), held.validUntil(), at);
    }

    private static boolean isWithin(Instant from, @Nullable Instant until, Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }
}
