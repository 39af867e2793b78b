package be.designations.replacement;

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
import be.designations.casework.Tone;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.notification.Message;
import be.designations.notification.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A manager whose tie to the entity has ended is to be replaced. The dossier is for the legal representatives and the managers
 * of the entity, and for support staff; whoever is to be replaced sees nothing by that.
 */
@Component
public class ReplacementCase implements CaseType<AskedReplacement> {

    static final CaseKind KIND = new CaseKind("MANAGER_REPLACEMENT", "REM");
    public static final WorkKind REPLACE_PRINCIPAL_MANAGER = new WorkKind(
            "REPLACE_PRINCIPAL_MANAGER",
            ManagerReplacementProcess.KEY,
            "task_replace-principal-manager",
            Desk.REPRESENTATIVES,
            "manager-replacement",
            5);
    public static final WorkKind REPLACE_MANAGER = new WorkKind(
            "REPLACE_MANAGER",
            ManagerReplacementProcess.KEY,
            "task_replace-manager",
            Desk.ENTITY_MANAGERS,
            "manager-replacement",
            5);

    private final Replacements replacements;
    private final ReplacementMails mails;
    private final Capacities capacities;

    ReplacementCase(Replacements replacements, ReplacementMails mails, Capacities capacities) {
        this.replacements = replacements;
        this.mails = mails;
        this.capacities = capacities;
    }

    @Override
    public String key() {
        return ManagerReplacementProcess.KEY;
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
    public List<ReplacementStatus> statuses() {
        return List.of(ReplacementStatus.values());
    }

    @Override
    public Class<AskedReplacement> content() {
        return AskedReplacement.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(REPLACE_PRINCIPAL_MANAGER, REPLACE_MANAGER);
    }

    @Override
    public List<CaseStep<AskedReplacement, ?>> steps() {
        return List.of(step("tie", "replacement-tie", ReplacementTie.class)
                .described(
                        "Declare that the manager stays tied to the entity",
                        "Records a new working relationship and settles the dossier. For the principal access manager a "
                                + "legal representative declares it, for the others the principal or a co-principal access manager; "
                                + "a legal representative where nobody manages the entity; nobody for themselves or while their own tie has ended.")
                .doing(REPLACE_PRINCIPAL_MANAGER, REPLACE_MANAGER)
                .by(replacements::notADecider)
                .unless(replacements::hindrance)
                .whileIt(replacements::isOpen)
                .secondary()
                .performing(replacements::declareTie));
    }

    @Override
    public Optional<AskedReplacement> find(CaseId dossier) {
        return replacements.find(dossier);
    }

    @Override
    public AskedReplacement lock(CaseFile dossier) {
        return replacements.lock(dossier);
    }

    /** All of it is about others (D30). */
    @Override
    public CaseList.Seen seenBy(Actor actor) {
        List<Capacity> held = capacities.openingTo(actor);
        if (held.stream().anyMatch(capacity -> capacity.kind() == CapacityKind.SUPPORT_AGENT)) {
            return CaseList.Seen.all(KIND);
        }
        Set<OrganisationId> organisations = Stream.of(CapacityKind.REPRESENTATIVES, CapacityKind.ENTITY_MANAGERS)
                .flatMap(kinds -> Desks.where(held, kinds).stream())
                .collect(Collectors.toUnmodifiableSet());
        return CaseList.Seen.of(KIND, organisations);
    }

    @Override
    public List<PersonId> people(AskedReplacement asked) {
        return Stream.ofNullable(asked.replacement().settledBy()).toList();
    }

    @Override
    public Tone tone(String event) {
        return statuses().stream()
                .filter(status -> status.isLast() && status.code().equals(event))
                .map(ReplacementStatus::tone)
                .findFirst()
                .orElse(Tone.NEUTRAL);
    }

    @Override
    public Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        return mails.asked(due.caseFile());
    }

    @Override
    public Message reminder(WorkItemDue due, Message reminder) {
        return mails.late(due.caseFile(), reminder);
    }

    @Override
    public void alsoTell(WorkItemDue due) {
        mails.alsoTell(due);
    }
}
