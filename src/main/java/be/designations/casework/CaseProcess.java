package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.notification.Message;
import be.designations.notification.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What people do in the dossiers through which a process runs: which work waits for whom, and which steps there are. One
 * process may call another: then the steps of both are steps of the dossier.
 *
 * @param <C> what the module keeps of the dossier for it
 */
public interface CaseProcess<C extends CaseContent> {

    /** Key of the model. */
    String key();

    /** What the module keeps of a dossier for it. */
    Class<C> content();

    /** One for each user task of the model. */
    List<WorkKind> work();

    /** What can be done, in the order of the buttons. */
    List<CaseStep<C, ?>> steps();

    /**
     * Declares a step.
     *
     * @param key     last part of its addresses, in kebab case
     * @param form    id of the form that it asks for
     * @param answers the record into which the answers are read
     */
    default <P> CaseStep.Builder<C, P> step(String key, String form, Class<P> answers) {
        return new CaseStep.Builder<>(this, key, form, answers);
    }

    /** What the module keeps of that dossier; empty as long as the process has not come to it. */
    Optional<C> find(CaseId dossier);

    /** As {@link #find}, held back from others until this transaction ends; it must be there. */
    C lock(CaseFile dossier);

    /** Who is told to whoever comes too late. */
    default Handled lastHandled(C content) {
        return Handled.of(content);
    }

    /**
     * Where the actor may put documents with a step that takes some.
     *
     * @throws be.designations.rules.RejectedException when the dossier takes none now
     */
    default Folder folder(Actor actor, C content) {
        throw new IllegalStateException(key() + " takes no documents");
    }

    /** How an event of its history is coloured. */
    default Tone tone(String event) {
        return Tone.NEUTRAL;
    }

    /** Everybody whom the pages of the dossier name, beside those of its history. */
    default Collection<PersonId> people(C content) {
        return List.of();
    }

    /**
     * Who is told that work waits for too long (D14).
     *
     * @param usual whoever has taken the work, else the mailbox of its desk
     */
    default Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        return List.of(usual);
    }

    /** Tells others, in words of the module, that work waits for too long. */
    default void alsoTell(WorkItemDue due) {}

    /** A reminder with what the module has to say in it. */
    default Message reminder(WorkItemDue due, Message reminder) {
        return reminder;
    }
}
