package be.designations.insight.history;

import be.designations.access.BasisId;
import be.designations.access.Sight;
import be.designations.directory.PersonId;
import be.designations.insight.Grounds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stored periods, read for one reader: what is not for them is left out before anything is counted. */
public interface HistoryStore {

    /** Further than this nobody counts: a decision at the start of the register gave millions of lines. */
    int COUNTED = 1_000;

    /**
     * One page, by name of the person.
     *
     * @param size 1 to 1,000
     */
    Page page(Query query, @Nullable Cursor cursor, int size);

    /** All lines in the order of the pages, one after the other; within a transaction. */
    void each(Query query, Consumer<HistoryLine> line);

    Optional<Grounds> decision(BasisId id);

    /**
     * What a decision did, as far as the reader sees it.
     *
     * @param size how many lines at most
     */
    Effects effects(BasisId decision, Reader reader, int size);

    /** Whose lines: those of a person, of a quality, or of an entity with all its qualities. */
    record Subject(SubjectKind kind, UUID id) {}

    enum SubjectKind {
        PERSON,
        QUALITY,
        ENTITY
    }

    /** @param now the instant at which the reader is what the reach says */
    record Reader(PersonId person, Sight.Reach reach, Instant now) {}

    /** @param earlier only what changed between this instant and {@code at}; null for all that runs at {@code at} */
    record Query(Subject subject, Instant at, @Nullable Instant earlier, Reader reader) {}

    /**
     * @param line     the last line of the page before, or the first one of the page after
     * @param backward whether the page before that line is asked for
     */
    record Cursor(UUID line, boolean backward) {}

    /** @param total how many lines there are on all pages; more than {@link HistoryStore#COUNTED} may be that many and one */
    record Page(
            List<HistoryLine> lines,
            long total,
            @Nullable Cursor previous,
            @Nullable Cursor next) {

        public Page {
            lines = List.copyOf(lines);
        }
    }

    record EffectLine(Effect effect, HistoryLine line) {}

    /**
     * @param total how many there are; more than {@link HistoryStore#COUNTED} are that many and one
     */
    record Effects(List<EffectLine> lines, long total) {

        public Effects {
            lines = List.copyOf(lines);
        }
    }
}
