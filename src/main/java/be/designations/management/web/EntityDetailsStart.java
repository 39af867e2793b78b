package be.designations.management.web;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.management.EntityAdministration;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks who may change how the entity is reached to look at it where nobody has for a year. <i>Source: D113.</i> */
@Component
@Order(36)
class EntityDetailsStart implements StartPart {

    private final EntityAdministration administration;
    private final Directory directory;

    EntityDetailsStart(EntityAdministration administration, Directory directory) {
        this.administration = administration;
        this.directory = directory;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        if (!administration.wantsLookingAfter(actor, organisation)) {
            return Optional.empty();
        }
        page.with("entityDetails", directory.organisation(organisation));
        return Optional.of("management/details-start");
    }
}
