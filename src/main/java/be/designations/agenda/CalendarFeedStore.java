package be.designations.agenda;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Optional;

/** The secret addresses of calendars as they are stored: by a digest, never themselves. */
public interface CalendarFeedStore {

    /** That somebody has one, since when. */
    record Kept(PersonId person, Instant madeAt) {}

    Optional<Kept> of(PersonId person);

    Optional<Kept> find(byte[] digest);

    /** In the place of the one that the person has. */
    void keep(Kept feed, byte[] digest);

    /** @return whether there was one */
    boolean drop(PersonId person);
}
