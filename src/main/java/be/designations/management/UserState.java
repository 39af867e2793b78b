package be.designations.management;

import be.designations.access.Right;
import be.designations.access.Standing;
import be.designations.directory.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands in a quality.
 *
 * @param name   null when they are no user of the quality within the manager's reach
 * @param user   that they are a user, or null when they are not, or beyond the manager's reach
 * @param disabled whether the person's access was switched off altogether
 * @param rights those that have not ended
 */
public record UserState(
        PersonId person, @Nullable String name, @Nullable Standing user, boolean disabled, List<Right> rights) {

    public UserState {
        rights = List.copyOf(rights);
    }
}
