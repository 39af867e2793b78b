package be.designations.insight.history;

import be.designations.access.Quality;
import be.designations.access.Sight;
import be.designations.directory.Organisation;
import be.designations.insight.history.HistoryStore.Reader;
import be.designations.insight.history.HistoryStore.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Whose history a reader was let in to.
 *
 * @param person       the name, when it is that of a person
 * @param quality      when it is that of a quality
 * @param organisation the entity, or that of the quality; null for a person
 */
public record HistoryScope(
        Subject subject,
        @Nullable String person,
        @Nullable Quality quality,
        @Nullable Organisation organisation,
        Sight sight,
        Reader reader) {}
