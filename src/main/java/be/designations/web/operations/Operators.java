package be.designations.web.operations;

import be.designations.access.Capacities;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import org.springframework.stereotype.Component;

/** These pages are for the agents of the support desk, acting for it. */
@Component
class Operators {

    private final Capacities capacities;

    Operators(Capacities capacities) {
        this.capacities = capacities;
    }

    /** @throws NotAllowedException for anybody else */
    void require(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }
}
