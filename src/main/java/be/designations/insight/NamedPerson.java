package be.designations.insight;

import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/**
 * A person as the pages name them.
 *
 * @param niss only where the reader may see it, else null
 */
public record NamedPerson(
        PersonId id, String name, @Nullable Niss niss) {}
