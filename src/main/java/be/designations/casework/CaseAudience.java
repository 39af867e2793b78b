package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the modules that own the cases say of an actor: which work is for them and which dossiers they see. */
public interface CaseAudience {

    /** The work of the desks that the actor belongs to in the capacity chosen. */
    WorkList.Query workOf(Actor actor);

    /** The organisations whose dossiers the actor sees, or null when they see those of all. */
    @Nullable
    Set<OrganisationId> organisationsSeenBy(Actor actor);
}
