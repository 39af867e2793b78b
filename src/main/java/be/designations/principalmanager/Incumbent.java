package be.designations.principalmanager;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is principal access manager of an entity now.
 *
 * @param responsibility the id of what they hold
 */
public record Incumbent(UUID responsibility, PersonId person, String name, Instant since) {}
