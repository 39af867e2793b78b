package be.designations.casework;

import be.designations.directory.PersonId;
import be.designations.rules.Typed;
import java.util.Set;

/**
 * A comment as it is to be written.
 *
 * @param internal  whether only colleagues on the same side read it
 * @param mentioned who is to be told of it
 */
public record NewComment(String words, boolean internal, Set<PersonId> mentioned) {

    public NewComment {
        words = Typed.lines(words);
        mentioned = Set.copyOf(mentioned);
    }
}
