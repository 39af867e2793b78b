package be.designations.casework;

import be.designations.access.Translated;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The days on which the office of a desk does not work besides weekends and public holidays, as they are stored (D77). */
public interface ClosingDays {

    /** Those from that day on. */
    Set<LocalDate> of(Desk desk, LocalDate from);

    /** One with what it is called. */
    record Named(Desk desk, LocalDate day, Translated name) {}

    /** Those of several desks from one day to another, both of which count. */
    List<Named> named(Collection<Desk> desks, LocalDate first, LocalDate last);
}
