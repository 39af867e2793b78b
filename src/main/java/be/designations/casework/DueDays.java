package be.designations.casework;

import be.designations.directory.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days of an actor: what is due on each of the work that is offered to them, what ends then, and on which their desks are closed. */
@Service
public class DueDays {

    private final Desks desks;
    private final WorkCalendar calendar;
    private final ClosingDays closingDays;
    private final HeadedWork headed;
    private final DatedEnds ends;

    DueDays(Desks desks, WorkCalendar calendar, ClosingDays closingDays, HeadedWork headed, DatedEnds ends) {
        this.desks = desks;
        this.calendar = calendar;
        this.closingDays = closingDays;
        this.headed = headed;
        this.ends = ends;
    }

    /**
     * @param forThem whether the actor works at any desk, or ends concern them
     * @param head    whether they are head of a desk
     * @param ends    what ends on these days
     * @param closed  when the offices at whose desks they work are closed
     */
    public record Read(
            boolean forThem,
            boolean head,
            WorkCalendar.Read work,
            Map<LocalDate, List<DatedEnds.End>> ends,
            List<ClosingDays.Named> closed) {

        public Read {
            ends = Map.copyOf(ends);
            closed = List.copyOf(closed);
        }

        public List<DatedEnds.End> endsOn(LocalDate day) {
            return ends.getOrDefault(day, List.of());
        }
    }

    /** As {@link WorkCalendar#read}. */
    @Transactional(readOnly = true)
    public Read of(Actor actor, LocalDate first, int days, int most) {
        WorkList.Query query = desks.workFor(actor);
        return new Read(
                !query.isEmpty() || ends.concern(actor),
                headed.deskOf(actor).isPresent(),
                calendar.read(query, first, days, most),
                ends.read(actor, first, days).stream().collect(Collectors.groupingBy(DatedEnds.End::lastDay)),
                query.centralDesks().isEmpty()
                        ? List.of()
                        : closingDays.named(query.centralDesks(), first, first.plusDays(days - 1L)));
    }
}
