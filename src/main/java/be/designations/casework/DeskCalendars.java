package be.designations.casework;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.memory.TransactionMemory;
import java.time.Clock;
import java.time.Period;
import org.springframework.stereotype.Component;

/** On which days each desk works. Those of entities and qualities know public holidays alone. <i>Source: D77.</i> */
@Component
public class DeskCalendars {

    /** As far back as anything is counted that is not settled. */
    private static final Period BACK = Period.ofYears(1);

    private static final WorkingDays OF_ENTITIES = new WorkingDays();

    private final TransactionMemory<Desk, WorkingDays> known = new TransactionMemory<>();
    private final ClosingDays closingDays;
    private final Clock clock;

    DeskCalendars(ClosingDays closingDays, Clock clock) {
        this.closingDays = closingDays;
        this.clock = clock;
    }

    /** Read once a transaction. */
    public WorkingDays of(Desk desk) {
        return desk.office() == null ? OF_ENTITIES : known.recall(desk, this::read);
    }

    private WorkingDays read(Desk desk) {
        return new WorkingDays(closingDays.of(desk, Days.of(clock.instant()).minus(BACK)));
    }

    /** For who has written a closing day. */
    public void forget() {
        known.forget();
    }
}
