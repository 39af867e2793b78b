package be.designations.management.web;

import be.designations.access.Authority;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.pages.Page;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The menu “Gestion Entreprise”: of what can be done in an entity, what the reader may do. <i>Source: A6.</i> */
@Component
class EntityMenu {

    private final Authority authority;

    EntityMenu(Authority authority) {
        this.authority = authority;
    }

    /** @param current the entry that is open */
    void addTo(Page page, Actor actor, Organisation entity, String current) {
        page.with(
                        "tasks",
                        authority.tasks(actor, entity.id(), null).stream()
                                .map(Enum::name)
                                .collect(Collectors.toUnmodifiableSet()))
                .with("menu", current);
    }
}
