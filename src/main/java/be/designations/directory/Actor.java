package be.designations.directory;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for an operation; every operation decides itself what this actor may do.
 *
 * @param person     who
 * @param actingFor  the organisation whose capacity was chosen, or null when none was chosen: then whatever the person
 *                   holds counts
 * @param level      how the person signed in
 * @param inPlaceOf  whose work the person does as a deputy (D81), or null in one's own name. Then nothing counts that the
 *                   person is by themself, and what keeps either of the two from something keeps the actor from it
 */
public record Actor(
        PersonId person,
        @Nullable OrganisationId actingFor,
        SignInLevel level,
        @Nullable PersonId inPlaceOf) {

    /** In one's own name. */
    public Actor(PersonId person, @Nullable OrganisationId actingFor, SignInLevel level) {
        this(person, actingFor, level, null);
    }

    /** Whether this actor speaks for that organisation, as far as the choice of capacity goes. */
    public boolean speaksFor(OrganisationId organisation) {
        return actingFor == null || actingFor.equals(organisation);
    }

    /** Whose impartiality counts: the person, and whom they stand in for. */
    public List<PersonId> people() {
        return Stream.of(person, inPlaceOf).flatMap(Stream::ofNullable).toList();
    }

    /** The same person in their own name, for what nobody does for another. */
    public Actor itself() {
        return new Actor(person, actingFor, level);
    }
}
