package be.designations.figures.web;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.figures.Cover;
import be.designations.figures.Coverage;
import be.designations.figures.CpasFilter;
import be.designations.figures.Figures;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many CPAS have no officer, or soon none, for the desks. */
@Component
@Order(35)
class FiguresStart implements StartPart {

    private final Figures figures;

    FiguresStart(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        if (!figures.mayRead(actor)) {
            return Optional.empty();
        }
        Coverage coverage = figures.coverage(actor, CpasFilter.on(figures.today(), Cover.ALL, CpasFilter.USUAL_DAYS))
                .all();
        page.with("officersNone", coverage.none()).with("officersSoon", coverage.soon30());
        return Optional.of("figures/start");
    }
}
