package be.designations.departure;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desks;
import be.designations.casework.Tone;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A working relationship ends: the person and the managers are told, and once the last day is over the entity is asked for successors. For
 * whoever manages the entity, and support staff. Nobody has a step to take in it: what there is to do stands in dossiers of replacement.
 */
@Component
public class DepartureCase implements CaseType<Leaving> {

    static final CaseKind KIND = new CaseKind("DEPARTURE", "DEP");

    private final DepartureStore departures;
    private final DepartureSteps steps;
    private final Capacities capacities;

    DepartureCase(DepartureStore departures, DepartureSteps steps, Capacities capacities) {
        this.departures = departures;
        this.steps = steps;
        this.capacities = capacities;
    }

    @Override
    public String key() {
        return DepartureProcess.KEY;
    }

    @Override
    public boolean isAskedFor() {
        return false;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<DepartureStatus> statuses() {
        return List.of(DepartureStatus.values());
    }

    @Override
    public Class<Leaving> content() {
        return Leaving.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of();
    }

    @Override
    public List<CaseStep<Leaving, ?>> steps() {
        return List.of();
    }

    @Override
    public Optional<Leaving> find(CaseId dossier) {
        return departures.find(dossier).map(steps::leaving);
    }

    @Override
    public Leaving lock(CaseFile dossier) {
        return steps.leaving(departures.lock(dossier.id()).orElseThrow());
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        List<Capacity> held = capacities.openingTo(actor);
        return held.stream().anyMatch(capacity -> capacity.kind() == CapacityKind.SUPPORT_AGENT)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, Desks.where(held, CapacityKind.ENTITY_MANAGERS));
    }

    @Override
    public List<PersonId> people(Leaving leaving) {
        return Stream.ofNullable(leaving.lastChangedBy()).toList();
    }

    @Override
    public Tone tone(String event) {
        return Tone.NEUTRAL;
    }
}
