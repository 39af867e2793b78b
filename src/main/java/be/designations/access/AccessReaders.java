package be.designations.access;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import java.util.Collection;
import java.util.List;
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
        List<Capacity> held = capacities.of(actor.person());
        return new Sight(held, actor.level().isAtLeast(SignInLevel.ITSME), managedSocialActions(held));
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
