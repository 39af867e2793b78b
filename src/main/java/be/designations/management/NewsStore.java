package be.designations.management;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The news as they are stored. */
public interface NewsStore {

    /** @param version grows by one with each change */
    record Entry(UUID id, NewsItem item, int version) {}

    /** Those that are shown at that instant, the latest first. */
    List<Entry> published(Instant at, int most);

    /** The latest first, the ended ones too. */
    List<Entry> all(int most);

    Optional<Entry> find(UUID id);

    /** @return whether it was done; not when there is one of that id */
    boolean add(Entry entry, Instant at, PersonId by);

    /** @return whether it was done; not when it has another version by now */
    boolean change(Entry before, NewsItem item, Instant at, PersonId by);

    /** @return whether it was done; not when it has another version by now */
    boolean remove(Entry entry);
}
