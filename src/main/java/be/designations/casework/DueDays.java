package be.designations.casework;

import be.designations.directory.Actor;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days of an actor: what is due on each of the work that is offered to them, and on which their desks are closed. */
@Service
public class DueDays {

    private final Desks desks;
    private final WorkCalendar calendar;
    private final ClosingDays closingDays;
    private final HeadedWork headed;

    DueDays(Desks desks, WorkCalendar calendar, ClosingDays closingDays, HeadedWork headed) {
        this.desks = desks;
        this.calendar = calendar;
        this.closingDays = closingDays;
        this.headed = headed;
    }

    /**
     * @param atDesk whether the actor works at any desk
     * @param head   whether they are head of one
     * @param closed when the offices at whose desks they work are closed
     */
    public record Read(boolean atDesk, boolean head, WorkCalendar.Read work, List<ClosingDays.Named> closed) {

        public Read {
            closed = List.copyOf(closed);
        }
    }

    /** As {@link WorkCalendar#read}. */
    @Transactional(readOnly = true)
    public Read of(Actor actor, LocalDate first, int days, int most) {
        WorkList.Query query = desks.workFor(actor);
        return new Read(
                !query.isEmpty(),
                headed.deskOf(actor).isPresent(),
                calendar.read(query, first, days, most),
                query.centralDesks().isEmpty()
                        ? List.of()
                        : closingDays.named(query.centralDesks(), first, first.plusDays(days - 1L)));
    }
}
