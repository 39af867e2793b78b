package be.designations.casework;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when and why.
 *
 * @param event        what, in kebab case; message keys: see {@link CaseView#wordsOf}
 * @param actor        who, or null when a deadline or the process did it
 * @param organisation for whom, or null
 * @param reason       the words of the actor, or null
 * @param inPlaceOf    whose deputy the actor was, or null
 */
public record TimelineEntry(
        Instant at,
        String event,
        @Nullable PersonId actor,
        @Nullable OrganisationId organisation,
        @Nullable String reason,
        @Nullable PersonId inPlaceOf) {}
