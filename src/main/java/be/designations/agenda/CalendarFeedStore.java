package be.designations.agenda;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret addresses of calendars as they are stored: by a digest, never themselves. */
public interface CalendarFeedStore {

    /** That somebody has one, since when. */
    record Kept(PersonId person, Instant madeAt) {}

    Optional<Kept> of(PersonId person);

    Optional<Kept> find(byte[] digest);

    /**
     * In the place of the one that the person had.
     *
     * @param before when that was made, or null for none
     * @return false when there is another one by now: then nothing is kept
     */
    boolean keep(Kept feed, byte[] digest, @Nullable Instant before);

    /** @return whether there was one */
    boolean drop(PersonId person);

    /** The one of that digest, if it is still there. */
    void drop(byte[] digest);
}
