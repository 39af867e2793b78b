package be.designations.casework.web;

import be.designations.access.Capacity;
import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desks;
import be.designations.casework.DossierFilter;
import be.designations.casework.WorkAsked;
import be.designations.casework.WorkItemId;
import be.designations.casework.WorkKind;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits for the reader: how much, how much of it is late, taken by them or new at a desk, and what is due first. */
@Component
@Order(10)
class WorkStart implements StartPart {

    private static final int MOST_URGENT = 3;

    private final Desks desks;
    private final WorkList workList;
    private final CaseTypes types;
    private final Clock clock;

    WorkStart(Desks desks, WorkList workList, CaseTypes types, Clock clock) {
        this.desks = desks;
        this.workList = workList;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        return shown(actor, page);
    }

    /** With the capacity in which each of the most urgent is done: the way there chooses it. */
    @Override
    public Optional<String> showAll(Actor actor, Page page) {
        return shown(actor, page);
    }

    private Optional<String> shown(Actor actor, Page page) {
        WorkList.Query all = desks.workFor(actor);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        LocalDate lastWorkingDay = WorkAsked.lastWorkingDay(clock.instant());
        List<WorkList.Count> counts = workList.counts(
                all,
                List.of(
                        WorkList.Filter.ALL,
                        WorkList.Filter.of(WorkList.Holder.of(actor.person())),
                        late(),
                        arrivedSince(lastWorkingDay)));
        WorkList.Count waiting = counts.get(0);
        List<WorkList.Line> urgent = waiting.number() == 0 ? List.of() : workList.page(all, null, MOST_URGENT);
        page.with("waiting", waiting)
                .with("taken", counts.get(1).number())
                .with("late", counts.get(2).number())
                // Who comes to a desk in the morning; elsewhere the few tasks are all seen.
                .with(
                        "arrived",
                        all.centralDesks().isEmpty() ? 0 : counts.get(3).number())
                .with("arrivedSince", lastWorkingDay)
                .with("urgent", urgent)
                .with("straight", onlySteps(urgent))
                .with("as", actor.actingFor() == null ? capacities(actor, urgent) : Map.of());
        return Optional.of("work/start");
    }

    /** The step by which work is done, by its code, where there is a single one: the way goes straight there. */
    private Map<String, String> onlySteps(List<WorkList.Line> lines) {
        return lines.stream()
                .map(WorkList.Line::kind)
                .distinct()
                .filter(kind -> types.stepsOf(kind).size() == 1)
                .collect(Collectors.toUnmodifiableMap(
                        WorkKind::code, kind -> types.stepsOf(kind).get(0)));
    }

    private Map<WorkItemId, Capacity> capacities(Actor actor, List<WorkList.Line> lines) {
        Map<WorkItemId, Capacity> capacities = new HashMap<>();
        lines.forEach(line -> desks.asWhat(actor, line.kind(), line.organisation())
                .ifPresent(capacity -> capacities.put(line.id(), capacity)));
        return capacities;
    }

    private WorkList.Filter late() {
        return new WorkList.Filter(
                DossierFilter.ALL, null, Set.of(), new WorkList.Due(null, clock.instant()), false, null);
    }

    private static WorkList.Filter arrivedSince(LocalDate day) {
        return new WorkList.Filter(DossierFilter.ALL, null, Set.of(), null, false, Days.startOf(day));
    }
}
