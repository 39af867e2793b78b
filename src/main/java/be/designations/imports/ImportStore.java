package be.designations.imports;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The imports, line by line. */
public interface ImportStore {

    /** @return false when the same file was brought already */
    boolean begin(ImportFile file, List<NewRow> rows);

    /**
     * A line as it was brought.
     *
     * @param personKey lines of one person have the same
     */
    record NewRow(int line, String personKey, List<String> cells, List<Problem> problems) {

        public NewRow {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    /** A line that waits. */
    record Row(int line, String personKey, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What became of a line; why not, where it was not taken. */
    record Outcome(int line, RowOutcome outcome, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** What can become of a line that waits. */
    enum RowOutcome {
        GOOD,
        NEEDLESS,
        BAD,
        DONE,
        REFUSED
    }

    /** A line that was not taken. */
    record Refused(int line, List<Problem> problems) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    Optional<ImportFile> find(ImportId id);

    /** The one of that file that was not discarded. */
    Optional<ImportFile> find(OrganisationId organisation, String sha256);

    /** The newest first. */
    List<ImportFile> last(OrganisationId organisation, int size);

    /** Whom the files named that the person has brought since. */
    LookedUp lookedUp(PersonId person, Instant since);

    /**
     * @param missed    numbers that are nobody’s
     * @param strangers people whom nothing tied to the entity
     */
    record LookedUp(int missed, int strangers) {}

    /** One that waits for work, kept from other nodes until the transaction ends. */
    Optional<ImportFile> lockNext(Set<ImportId> without);

    /** Kept from others until the transaction ends. */
    Optional<ImportFile> lock(ImportId id);

    /** Lines that wait to be checked, or applied, those of a person together. */
    List<Row> next(ImportFile file, int size);

    /** @param found whom they named */
    void settle(ImportId id, List<Outcome> outcomes, LookedUp found, Instant at);

    /** @param actor for whom it goes on */
    void become(ImportId id, ImportState state, Actor actor, Instant at);

    /** Lines that were not taken, by number. */
    List<Refused> refused(ImportId id, int afterLine, int size);

    void eachRefused(ImportId id, Consumer<Refused> reader);
}
