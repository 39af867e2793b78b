package be.designations.directory;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for an operation; every operation decides itself what this actor may do.
 *
 * @param person     who
 * @param actingFor  the organisation whose capacity was chosen, or null when none was chosen: then whatever the person
 *                   holds counts
 * @param level      how the person signed in
 */
public record Actor(PersonId person, @Nullable OrganisationId actingFor, SignInLevel level) {

    /** Whether this actor speaks for that organisation, as far as the choice of capacity goes. */
    public boolean speaksFor(OrganisationId organisation) {
        return actingFor == null || actingFor.equals(organisation);
    }
}
