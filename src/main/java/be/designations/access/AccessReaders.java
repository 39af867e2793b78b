package be.designations.access;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Says what a reader of the access model may see and what the pages offer to them. */
@Service
public class AccessReaders {

    private final Capacities capacities;
    private final AccessModel access;

    AccessReaders(Capacities capacities, AccessModel access) {
        this.capacities = capacities;
        this.access = access;
    }

    /** What the actor may see, whatever they chose to act as: reading takes all that a person is. */
    public Sight of(Actor actor) {
        List<Capacity> held = capacities.of(actor);
        return new Sight(
                held,
                actor.level().isAtLeast(SignInLevel.ITSME),
                managedSocialActions(held),
                qualitiesOfDomains(held),
                domainNames(held));
    }

    /** What the domains of these are called, by code; asks for nothing when none of them is for a domain. */
    public Map<DomainCode, Translated> domainNames(Collection<Capacity> held) {
        return held.stream().allMatch(capacity -> capacity.domain() == null) ? Map.of() : access.domainNames();
    }

    /** Where the domains that these are for have applications. */
    private Set<QualityId> qualitiesOfDomains(Collection<Capacity> held) {
        List<Capacity> ofDomains =
                held.stream().filter(capacity -> capacity.domain() != null).toList();
        if (ofDomains.isEmpty()) {
            return Set.of();
        }
        Map<DomainCode, Set<QualityKind>> kinds = access.domainKinds();
        return access
                .qualitiesOf(ofDomains.stream().map(Capacity::organisation).collect(Collectors.toUnmodifiableSet()))
                .stream()
                .filter(quality -> ofDomains.stream()
                        .anyMatch(capacity -> capacity.organisation().equals(quality.organisation())
                                && kinds.getOrDefault(Objects.requireNonNull(capacity.domain()), Set.of())
                                        .contains(quality.kind())))
                .map(Quality::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those qualities Social action among these of which they make local manager, as the officer of a CPAS is. */
    public Set<QualityId> managedSocialActions(Collection<Capacity> held) {
        Set<QualityId> managed = held.stream()
                .filter(capacity -> capacity.kind() == CapacityKind.LOCAL_MANAGER)
                .map(Capacity::quality)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return access.qualities(managed).stream()
                .filter(quality -> quality.kind() == QualityKind.SOCIAL_ACTION)
                .map(Quality::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the actor may put forward a data protection officer for that CPAS. */
    public boolean mayProposeOfficer(Actor actor, OrganisationId cpas) {
        return capacities.holds(actor, cpas, CapacityKind.DPD_FILERS);
    }
}
