package be.designations.management.web;

import be.designations.access.Authority;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The menu “Gestion Entreprise”: of what can be done in an entity, what the reader may do. <i>Source: A6.</i> */
@Component
class EntityMenu {

    private final Authority authority;

    EntityMenu(Authority authority) {
        this.authority = authority;
    }

    /** @param current the entry that is open */
    void addTo(Model model, Actor actor, Organisation entity, String current) {
        model.addAttribute(
                "tasks",
                authority.tasks(actor, entity.id(), null).stream()
                        .map(Enum::name)
                        .collect(Collectors.toUnmodifiableSet()));
        model.addAttribute("menu", current);
    }
}
