package be.designations.reviews;

import be.designations.access.QualityId;
import be.designations.rules.Typed;
import java.time.LocalDate;
import java.util.Set;

/**
 * A campaign that somebody wants to start.
 *
 * @param qualities those of the entity that are reviewed; none for all that the actor manages there
 * @param roles     codes of the catalogue; none for every role
 * @param lastDay   on which answers are taken
 */
public record NewCampaign(
        String name,
        Set<QualityId> qualities,
        Set<String> roles,
        LocalDate lastDay,
        boolean endsUnconfirmed,
        String reason) {

    public NewCampaign {
        name = Typed.line(name);
        reason = Typed.lines(reason);
        qualities = Set.copyOf(qualities);
        roles = Set.copyOf(roles);
    }
}
