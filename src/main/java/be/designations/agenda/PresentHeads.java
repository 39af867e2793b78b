package be.designations.agenda;

import be.designations.access.Capacities;
import be.designations.casework.Desk;
import be.designations.casework.DeskHeads;
import be.designations.directory.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is head of a desk now: whoever was designated, as long as they work there. <i>Source: D78.</i> */
@Component
class PresentHeads implements DeskHeads {

    private final DeskHeadStore store;
    private final Capacities capacities;

    PresentHeads(DeskHeadStore store, Capacities capacities) {
        this.store = store;
        this.capacities = capacities;
    }

    @Override
    public Optional<PersonId> of(Desk desk) {
        return store.current(desk).map(DeskHead::person).filter(person -> worksAt(person, desk));
    }

    /** Whether that person has a role of that desk, unblocked, and was not disabled. */
    boolean worksAt(PersonId person, Desk desk) {
        return capacities.of(person).stream().anyMatch(held -> desk.staff().contains(held.kind()));
    }
}
