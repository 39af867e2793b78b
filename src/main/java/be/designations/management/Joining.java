package be.designations.management;

import be.designations.access.Basis;
import be.designations.access.Responsibility;
import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who becomes a user of a quality by what is granted to them (D48).
 *
 * @param as    how they would stand
 * @param users what they would be
 * @param kept  why others do not become one
 * @param basis of what they would be, or null when nobody is sought among those who are no users
 */
record Joining(
        Map<PersonId, UserState> as,
        List<Responsibility> users,
        Map<PersonId, Rejection> kept,
        @Nullable Basis basis) {

    static final Joining NOBODY = new Joining(Map.of(), List.of(), Map.of(), null);
}
