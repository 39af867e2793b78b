package be.designations.access;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import org.springframework.stereotype.Service;

/** Says what a reader of the access model may see and what the pages offer to them. */
@Service
public class AccessReaders {

    private final Capacities capacities;

    AccessReaders(Capacities capacities) {
        this.capacities = capacities;
    }

    /** What the actor may see, whatever they chose to act as: reading takes all that a person is. */
    public Sight of(Actor actor) {
        return new Sight(capacities.of(actor.person()));
    }

    /** Whether the actor may put forward a data protection officer for that CPAS. */
    public boolean mayProposeOfficer(Actor actor, OrganisationId cpas) {
        return capacities.holds(actor, cpas, CapacityKind.DPD_FILERS);
    }
}
