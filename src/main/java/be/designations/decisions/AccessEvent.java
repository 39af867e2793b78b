package be.designations.decisions;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something changed for a person in what an application asks about, or in the catalogue.
 *
 * @param id     names it for ever, however often it is told
 * @param person null when the catalogue changed
 * @param change how the right, the responsibility, the application or the role stands after it, as JSON
 */
public record AccessEvent(UUID id, @Nullable PersonId person, Instant at, String change) {}
