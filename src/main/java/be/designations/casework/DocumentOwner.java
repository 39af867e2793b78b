package be.designations.casework;

import be.designations.directory.Actor;
import java.util.Optional;

/** Says who may open the documents of a module. */
public interface DocumentOwner {

    /** How the actor reads that document; nothing when it is none of the module's, or not for this actor. */
    Optional<Reading> reading(Actor actor, Attachment file);

    /**
     * @param owner  what the operations of the audit log begin with
     * @param logged whether it is written down that a document was opened
     */
    record Reading(String owner, boolean logged) {}
}
