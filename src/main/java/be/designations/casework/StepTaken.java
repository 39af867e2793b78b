package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as somebody takes it, after the frame has let them: they see the dossier, may do this, and it can be done now.
 *
 * @param content held back from others until the transaction ends
 * @param answers checked against the form
 */
public record StepTaken<C, P>(Actor actor, CaseFile dossier, C content, P answers, Instant at) {

    /** Who takes it. */
    public PersonId by() {
        return actor.person();
    }

    /** In whose place, or null. */
    public @Nullable PersonId inPlaceOf() {
        return actor.inPlaceOf();
    }
}
