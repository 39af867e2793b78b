package be.designations.web;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parts of the start page, read together: what the reader is, is asked once for all of them. */
@Component
class Home {

    private final List<StartPart> parts;

    Home(List<StartPart> parts) {
        this.parts = parts;
    }

    /** @return the templates of what the modules have to say, in their order */
    @Transactional(readOnly = true)
    public List<String> show(Actor actor, OrganisationId organisation, Page page) {
        return parts.stream()
                .flatMap(part -> part.show(actor, organisation, page).stream())
                .toList();
    }
}
