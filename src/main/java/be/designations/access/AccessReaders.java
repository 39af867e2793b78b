package be.designations.access;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
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
        Set<QualityId> socialActions = held.stream()
                .filter(this::managesSocialAction)
                .map(Capacity::quality)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return new Sight(held, actor.level().isAtLeast(SignInLevel.ITSME), socialActions);
    }

    /** Whether that is the local manager of a quality Social action, as the data protection officer of a CPAS is. */
    public boolean managesSocialAction(Capacity held) {
        QualityId quality = held.quality();
        return held.kind() == CapacityKind.LOCAL_MANAGER
                && quality != null
                && access.findQuality(quality)
                        .filter(found -> found.kind() == QualityKind.SOCIAL_ACTION)
                        .isPresent();
    }

    /** Whether the actor may put forward a data protection officer for that CPAS. */
    public boolean mayProposeOfficer(Actor actor, OrganisationId cpas) {
        return capacities.holds(actor, cpas, CapacityKind.DPD_FILERS);
    }
}
