package be.designations.catalogue;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import org.springframework.stereotype.Component;

/** The catalogue is edited by the agents of the support desk, acting for it. */
@Component
class CatalogueEditors {

    private final Capacities capacities;

    CatalogueEditors(Capacities capacities) {
        this.capacities = capacities;
    }

    /** @throws NotAllowedException for anybody else */
    void require(Actor actor) {
        if (!capacities.actsForDesk(actor, CapacityKind.SUPPORT_AGENT)) {
            throw new NotAllowedException(Rejection.of("catalogue.not-a-support-agent"));
        }
    }
}
