package be.designations.casework;

import be.designations.directory.Actor;
import java.util.Optional;
import java.util.UUID;

/** Says who may open the documents of a module. */
public interface DocumentOwner {

    /**
     * @param subject id of what a document belongs to
     * @return how the actor reads its documents; nothing when it is none of the module's, or not for this actor
     */
    Optional<Reading> reading(Actor actor, UUID subject);

    /**
     * @param owner  what the operations of the audit log begin with
     * @param logged whether it is written down that a document was opened
     */
    record Reading(String owner, boolean logged) {}
}
