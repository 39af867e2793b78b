package be.designations.casework;

import be.designations.directory.Actor;

/** What the module that owns a kind of case says of an actor: which work is for them and which dossiers they see. */
public interface CaseAudience {

    CaseKind kind();

    /** The work of the desks that the actor belongs to in the capacity chosen. */
    WorkList.Query workOf(Actor actor);

    /** Which dossiers of that kind the actor sees. */
    CaseList.Seen seenBy(Actor actor);
}
