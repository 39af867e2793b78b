package be.designations.casework.web;

import be.designations.casework.Desks;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits for the reader: how much, how much of it they have taken, and what is due first. */
@Component
@Order(10)
class WorkStart implements StartPart {

    private static final int MOST_URGENT = 3;

    private final Desks desks;
    private final WorkList workList;

    WorkStart(Desks desks, WorkList workList) {
        this.desks = desks;
        this.workList = workList;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        WorkList.Query all = desks.workFor(actor);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        WorkList.Tally tally = workList.tally(all, List.of(WorkList.Filter.of(WorkList.Holder.of(actor.person()))));
        page.with("waiting", tally.all())
                .with("complete", tally.complete())
                .with("taken", tally.counts().get(0))
                .with("urgent", tally.all() == 0 ? List.of() : workList.page(all, null, MOST_URGENT));
        return Optional.of("work/start");
    }
}
