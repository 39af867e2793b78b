package be.designations.insight.web;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.insight.OwnPlaces;
import be.designations.insight.web.PersonController.ApplicationLine;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the reader is in the organisation, each a way to where it is exercised; and what they can open. */
@Component
@Order(40)
class PlacesStart implements StartPart {

    private final OwnPlaces places;

    PlacesStart(OwnPlaces places) {
        this.places = places;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        OwnPlaces.Here here = places.in(actor, organisation);
        page.with("own", here)
                .with(
                        "openable",
                        here.applications().stream()
                                .map(application -> ApplicationLine.of(application, actor.level()))
                                // Of many, few are shown: what is opened here first.
                                .sorted(Comparator.comparing(ApplicationLine::isOpenedHere)
                                        .reversed())
                                .toList());
        return Optional.of("access/start");
    }
}
