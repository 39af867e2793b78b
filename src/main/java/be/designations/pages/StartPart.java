package be.designations.pages;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import java.util.Optional;

/**
 * What a module has to say on the start page of whoever has chosen for which organisation they work. Parts stand there in the order of
 * their beans; one that has nothing to say to this reader leaves no trace.
 */
public interface StartPart {

    /**
     * @param organisation for which the actor works
     * @param page         takes what the part shows, under names that no other part uses
     * @return the template whose fragment {@code start} shows it; nothing where there is nothing to say
     */
    Optional<String> show(Actor actor, OrganisationId organisation, Page page);

    /** The same for whoever works for no organisation: what concerns the person alone, and nothing unless a part says otherwise. */
    default Optional<String> show(Actor actor, Page page) {
        return Optional.empty();
    }

    /**
     * The same over all that the reader is in their own name, above the entities from which they choose; in as many statements
     * however many these are.
     *
     * @param actor who has chosen nothing yet
     */
    default Optional<String> showAll(Actor actor, Page page) {
        return Optional.empty();
    }
}
