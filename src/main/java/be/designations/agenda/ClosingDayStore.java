package be.designations.agenda;

import be.designations.casework.ClosingDays;
import be.designations.casework.Desk;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The closing days as they are stored; one that is taken back stays, marked so. */
public interface ClosingDayStore extends ClosingDays {

    /** Those from that day on, the first first. */
    List<ClosingDay> from(Desk desk, LocalDate first, int most);

    Optional<ClosingDay> find(Desk desk, LocalDate day);

    /** @return whether it was written; not when that day is one already */
    boolean add(ClosingDay day);

    void takeBack(ClosingDay day, PersonId by, Instant at);
}
