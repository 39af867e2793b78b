package be.designations.insight;

import be.designations.access.CapacityKind;
import be.designations.access.Translated;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** “Qui a consulté mes données”: what the log says of those who looked at the reader, to nobody but the reader (D31). */
@Service
@Transactional(readOnly = true)
public class OwnReads {

    /** The operations of the log that tell of a look at a person. */
    private static final Map<String, What> OPERATIONS = Map.of(
            "person.looked-up",
            What.LOOKED_UP,
            "management.person-looked-up",
            What.LOOKED_UP,
            "principal-manager.person-looked-up",
            What.LOOKED_UP,
            "dpd.person-looked-up",
            What.LOOKED_UP,
            "imports.person-looked-up",
            What.LOOKED_UP,
            NissEnquiry.NISS_SHOWN,
            What.NISS_SHOWN,
            DeskReads.PERSON_READ,
            What.PAGE_READ);

    private final Store store;

    OwnReads(Store store) {
        this.store = store;
    }

    /** How somebody looked at a person. */
    public enum What {
        LOOKED_UP,
        NISS_SHOWN,
        PAGE_READ
    }

    /**
     * The newest first.
     *
     * @param after {@link Read#id} of the last line of the page before, or null for the first page
     * @param size  1 to 100
     */
    public Page page(Actor actor, @Nullable Long after, int size) {
        return new Page(store.reads(actor.person(), OPERATIONS, after, size + 1), size);
    }

    /** What the log says, as it is stored. */
    public interface Store {

        /** Of the person by others, in one statement, the newest first. */
        List<Read> reads(PersonId person, Map<String, What> operations, @Nullable Long after, int size);
    }

    /** @param found one line more than the page holds, when there is one more */
    public record Page(List<Read> found, int size) {

        public Page {
            found = List.copyOf(found);
        }

        /** The lines of the page. */
        public List<Read> lines() {
            return found.size() > size ? found.subList(0, size) : found;
        }

        /** Where the next page begins, or null on the last. */
        public @Nullable Long next() {
            return found.size() > size ? found.get(size - 1).id() : null;
        }
    }

    /**
     * One look.
     *
     * @param reader       the name
     * @param desk         for which desk; null for others
     * @param organisation for which the reader acted, or null when they had not chosen any
     * @param reason       that was given, or null where none is asked for
     */
    public record Read(
            long id,
            Instant at,
            What what,
            String reader,
            @Nullable CapacityKind desk,
            @Nullable Translated organisation,
            @Nullable String reason) {}
}
