package be.designations.casework;

import be.designations.access.Capacities;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever is head of a desk sees of its work (D78). */
@Component
public class HeadedWork {

    private final DeskHeads heads;
    private final Capacities capacities;
    private final Clock clock;

    HeadedWork(DeskHeads heads, Capacities capacities, Clock clock) {
        this.heads = heads;
        this.capacities = capacities;
        this.clock = clock;
    }

    /** The desk of which the actor is head, as they act now and signed in surely enough; in nobody’s place is anybody head (D81). */
    @Transactional(readOnly = true)
    public Optional<Desk> deskOf(Actor actor) {
        return Arrays.stream(Desk.values())
                .filter(desk -> desk.office() != null && actor.inPlaceOf() == null)
                .filter(desk -> desk.staff().stream().anyMatch(role -> capacities.actsForDesk(actor, role)))
                .filter(desk -> heads.of(desk).filter(actor.person()::equals).isPresent())
                .findFirst();
    }

    /** @throws NotAllowedException for anybody but the head of a desk who acts for it */
    @Transactional(readOnly = true)
    public LateWork.Query late(Actor actor) {
        return new LateWork.Query(
                deskOf(actor).orElseThrow(() -> new NotAllowedException(Rejection.of("casework.not-head"))),
                clock.instant());
    }
}
