package be.designations.localmanager;

import be.designations.access.AccessModel;
import be.designations.access.ResponsibilityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseProcess;
import be.designations.casework.CaseStep;
import be.designations.casework.Desk;
import be.designations.casework.Tone;
import be.designations.casework.WorkItemDue;
import be.designations.casework.WorkKind;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The change of a local manager, in the dossiers of whichever kind ask for one (S002 §2). */
@Component
public class LocalManagerProcess implements CaseProcess<LocalManagerChange> {

    public static final WorkKind CHANGE_LOCAL_MANAGER = new WorkKind(
            "CHANGE_LOCAL_MANAGER",
            LocalManagerChangeProcess.KEY,
            "task_change-local-manager",
            Desk.ENTITY_MANAGERS,
            "local-manager-change",
            5);

    private final LocalManagerChanges changes;
    private final LocalManagerChangeStore store;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final Clock clock;

    LocalManagerProcess(
            LocalManagerChanges changes,
            LocalManagerChangeStore store,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            Clock clock) {
        this.changes = changes;
        this.store = store;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String key() {
        return LocalManagerChangeProcess.KEY;
    }

    @Override
    public Class<LocalManagerChange> content() {
        return LocalManagerChange.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(CHANGE_LOCAL_MANAGER);
    }

    @Override
    public List<CaseStep<LocalManagerChange, ?>> steps() {
        return List.of(step("local-manager", "local-manager-change", LocalManagerInstruction.class)
                .formerly("local-manager-change")
                .described(
                        "Change the local manager",
                        "Gives the word: the approved officer becomes local manager of the quality Social action now. What "
                                + "that person is in the quality already goes, when that is confirmed.")
                .doing(CHANGE_LOCAL_MANAGER, "localmanager.not-principal-manager")
                .whileIt(LocalManagerChange::isAwaited)
                .performing(changes::change));
    }

    @Override
    public Optional<LocalManagerChange> find(CaseId dossier) {
        return store.find(dossier);
    }

    @Override
    public LocalManagerChange lock(CaseFile dossier) {
        return store.lock(dossier.id()).orElseThrow();
    }

    @Override
    public List<PersonId> people(LocalManagerChange change) {
        return Stream.concat(Stream.of(change.newManager()), Stream.ofNullable(change.formerManager()))
                .toList();
    }

    @Override
    public Tone tone(String event) {
        return event.equals("localmanager.changed") || event.equals("localmanager.confirmed")
                ? Tone.POSITIVE
                : Tone.NEUTRAL;
    }

    /** The managers of the entity; when it is late SPP IS and the head of daily management too (D14). */
    @Override
    public Collection<Recipient> reminded(WorkItemDue due, Recipient usual) {
        OrganisationId entity = due.item().organisation();
        Set<Recipient> recipients = new LinkedHashSet<>(
                addresses.people(access.holders(entity, ResponsibilityKind.ENTITY_MANAGERS, clock.instant())));
        if (recipients.isEmpty()) {
            // The mailbox of the entity stands in while it has no manager who can be written to.
            recipients.add(addresses.organisation(entity));
        }
        if (due.overdue()) {
            recipients.add(addresses.desk(OrganisationKind.SPP_IS));
            directory
                    .headOfDailyManagement(entity, clock.instant())
                    .flatMap(addresses::person)
                    .ifPresent(recipients::add);
        }
        return recipients;
    }
}
