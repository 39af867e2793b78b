package be.designations.example;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desk;
import be.designations.casework.Desks;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.example.Example.ExampleDecision;
import be.designations.example.Example.ExampleText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An entity asks, support decides. Its task has the name of another model’s, which is nobody’s concern. */
@Component
class ExampleCase implements CaseType<Example> {

    static final String KEY = "example";
    static final CaseKind KIND = new CaseKind("EXAMPLE", "EXA");
    static final WorkKind DECIDE = new WorkKind("DECIDE_EXAMPLE", KEY, "task_decide", Desk.SUPPORT, "example", 4);

    private static final String NOT_A_MANAGER = "example.not-a-manager";

    private final Examples examples;
    private final Capacities capacities;

    ExampleCase(Examples examples, Capacities capacities) {
        this.examples = examples;
        this.capacities = capacities;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Class<Example> content() {
        return Example.class;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<ExampleStatus> statuses() {
        return List.of(ExampleStatus.values());
    }

    @Override
    public List<WorkKind> work() {
        return List.of(DECIDE);
    }

    @Override
    public List<CaseStep<Example, ?>> steps() {
        return List.of(
                step("decide", "example-decision", ExampleDecision.class)
                        .described("Decide on an example", "Support: accepts it, or refuses it with a reason.")
                        .doing(DECIDE, "example.not-of-support")
                        .whileIt(Example::isOpen)
                        .performing(examples::decide),
                step("amend", "example-text", ExampleText.class)
                        .described("Change an example", "The managers of the entity: until support has decided.")
                        .by(Desk.ENTITY_MANAGERS, NOT_A_MANAGER)
                        .whileIt(Example::isOpen)
                        .irrevocable()
                        .performing(examples::amend),
                step("remark", "example-text", ExampleText.class)
                        .described("Add a remark to an example", "The managers of the entity: at any time.")
                        .by(Desk.ENTITY_MANAGERS, NOT_A_MANAGER)
                        .secondary()
                        .alongside()
                        .performing(examples::remark));
    }

    @Override
    public Optional<Example> find(CaseId dossier) {
        return examples.find(dossier);
    }

    @Override
    public Example lock(CaseFile dossier) {
        return examples.lock(dossier);
    }

    /** Support sees all, the managers of an entity its own. */
    @Override
    public CaseList.Seen seenBy(Actor actor) {
        List<Capacity> held = capacities.openingTo(actor);
        return held.stream().anyMatch(capacity -> capacity.kind() == CapacityKind.SUPPORT_AGENT)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, Desks.where(held, CapacityKind.ENTITY_MANAGERS));
    }
}
