package be.designations.agenda;

import be.designations.access.BasisId;
import be.designations.casework.Desk;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The heads of desks as they are stored; periods end, rows stay. */
public interface DeskHeadStore {

    /** Holds other changes of that desk back until this transaction ends. */
    void lock(Desk desk);

    Optional<DeskHead> current(Desk desk);

    /** The latest first. */
    List<DeskHead> history(Desk desk, int most);

    void begin(DeskHead head);

    void end(DeskHead head, Instant at, BasisId basis);

    /** Somebody who works at a desk. */
    record Colleague(PersonId person, String name) {}

    /** Who has one of the roles of that desk at that instant, by name. */
    List<Colleague> staff(Desk desk, Instant at, int most);
}
