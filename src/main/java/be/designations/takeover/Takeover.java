package be.designations.takeover;

import be.designations.casework.Desk;
import be.designations.directory.InEachLanguage;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk that goes to another organisation.
 *
 * @param organisation who has it from then on
 * @param from         the first instant
 * @param names        what people call that organisation, with its article
 * @param carriedOutAt when everybody was told and the work was given back; rights and names change at {@code from} by themselves
 */
public record Takeover(
        UUID id,
        Desk desk,
        OrganisationId organisation,
        Instant from,
        InEachLanguage names,
        String reason,
        PersonId announcedBy,
        Instant announcedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant carriedOutAt) {

    /** The desks that others can take over: the one that decides and the one that advises. */
    public static final List<Desk> DESKS = List.of(Desk.SPP_IS, Desk.BCSS);

    /** How it stands then, as in the message key {@code takeover.state.<state>}. */
    public String state(Instant now) {
        if (withdrawnAt != null) {
            return "withdrawn";
        }
        if (isToCome(now)) {
            return "to-come";
        }
        return carriedOutAt == null ? "begun" : "done";
    }

    /** Whether it can still be withdrawn. */
    public boolean isToCome(Instant now) {
        return withdrawnAt == null && from.isAfter(now);
    }
}
