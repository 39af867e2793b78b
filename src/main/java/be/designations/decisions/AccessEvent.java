package be.designations.decisions;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * That something changed for a person in what an application asks about.
 *
 * @param id     names it for ever, however often it is told
 * @param change how the right or responsibility stands after it, as JSON
 */
public record AccessEvent(UUID id, PersonId person, Instant at, String change) {}
