package be.designations.catalogue;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationKind;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The catalogue is edited by the agents of the support desk, acting for it. */
@Component
class CatalogueEditors {

    private final Capacities capacities;
    private final Directory directory;

    CatalogueEditors(Capacities capacities, Directory directory) {
        this.capacities = capacities;
        this.directory = directory;
    }

    /** @throws NotAllowedException for anybody else */
    void require(Actor actor) {
        boolean allowed = directory
                .findDesk(OrganisationKind.SUPPORT)
                .filter(desk -> capacities.holds(actor, desk.id(), Set.of(CapacityKind.SUPPORT_AGENT)))
                .isPresent();
        if (!allowed) {
            throw new NotAllowedException(Rejection.of("catalogue.not-a-support-agent"));
        }
    }
}
