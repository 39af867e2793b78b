package be.designations.insight.web;

import be.designations.access.OwnDetails;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks to look after one’s own data where nobody has for a year. <i>Source: S002, home of Gestion des accès.</i> */
@Component
@Order(35)
class OwnDetailsStart implements StartPart {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final OwnDetails details;
    private final Clock clock;

    OwnDetailsStart(OwnDetails details, Clock clock) {
        this.details = details;
        this.clock = clock;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        if (details.lookedAfterSince(actor, clock.instant().minus(A_YEAR))) {
            return Optional.empty();
        }
        page.with("ownDetails", details.of(actor));
        return Optional.of("access/details-start");
    }
}
