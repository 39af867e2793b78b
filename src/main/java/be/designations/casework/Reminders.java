package be.designations.casework;

import be.designations.access.AccessModel;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds at half time and escalates at the end; each once, however often it is asked. Decides nothing (D14). Who is told
 * besides whoever has the work is declared with the process; what is late at the desk of an office, its head is told too (D78).
 */
@Service
public class Reminders {

    private final CaseTypes types;
    private final Cases cases;
    private final WorkItems workItems;
    private final CaseTrail trail;
    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Directory directory;
    private final DeskHeads heads;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;

    Reminders(
            CaseTypes types,
            Cases cases,
            WorkItems workItems,
            CaseTrail trail,
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Directory directory,
            DeskHeads heads,
            Deadlines deadlines,
            MessageSource messages,
            Clock clock) {
        this.types = types;
        this.cases = cases;
        this.workItems = workItems;
        this.trail = trail;
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.directory = directory;
        this.heads = heads;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    /** Reminds of that work, once. */
    @Transactional
    public void remind(DossierNumber number, WorkKind kind) {
        tell(number, kind, false);
    }

    /** Tells that the time of that work is over, once. */
    @Transactional
    public void escalate(DossierNumber number, WorkKind kind) {
        tell(number, kind, true);
    }

    private void tell(DossierNumber number, WorkKind kind, boolean overdue) {
        tell(cases.find(number).orElseThrow(), kind, overdue);
    }

    @Transactional
    void tell(CaseFile dossier, WorkKind kind, boolean overdue) {
        Instant now = clock.instant();
        workItems
                .lockOpen(dossier.id(), kind)
                .filter(item ->
                        overdue ? workItems.markOverdue(item.id(), now) : workItems.markReminded(item.id(), now))
                .ifPresent(item -> {
                    trail.note(dossier, (overdue ? "overdue." : "reminded.") + kind.task(), now);
                    write(new WorkItemDue(dossier, item, overdue));
                });
    }

    private void write(WorkItemDue due) {
        CaseProcess<?> process = types.process(due.item().kind().process());
        Set<Recipient> recipients = new LinkedHashSet<>(process.reminded(due, whoHasIt(due.item())));
        recipients.addAll(deputies(due.item()));
        recipients.forEach(to -> notifications.write(process.reminder(due, reminder(due, to))));
        process.alsoTell(due);
        if (due.overdue()) {
            head(due.item()).ifPresent(head -> notifications.write(late(due, head)));
        }
    }

    /** Whoever answers for the desk, unless they have the work themselves and are told anyway (D78). */
    private Optional<Recipient> head(WorkItem item) {
        Desk desk = item.kind().desk();
        return desk.office() == null
                ? Optional.empty()
                : heads.of(desk).filter(head -> !head.equals(item.assignee())).flatMap(addresses::person);
    }

    /** Who works in the place of whoever has the work: it may be that nobody else reads the reminder (D84). */
    private List<Recipient> deputies(WorkItem item) {
        PersonId assignee = item.assignee();
        return assignee == null || item.kind().desk().office() == null
                ? List.of()
                : addresses.people(access.deputiesOf(
                        assignee,
                        item.kind().desk().staff().stream().map(Enum::name).toList(),
                        clock.instant()));
    }

    private Recipient whoHasIt(WorkItem item) {
        OrganisationKind office = item.kind().desk().office();
        return Optional.ofNullable(item.assignee())
                .flatMap(addresses::person)
                .orElseGet(() -> office == null ? addresses.organisation(item.organisation()) : addresses.desk(office));
    }

    private Message reminder(WorkItemDue due, Recipient to) {
        return message(
                due.overdue() ? NotificationKind.WORK_ITEM_OVERDUE : NotificationKind.WORK_ITEM_REMINDER, due, to);
    }

    private Message late(WorkItemDue due, Recipient head) {
        return message(NotificationKind.WORK_ITEM_LATE_AT_DESK, due, head).linkingTo("/work/late");
    }

    private Message message(NotificationKind kind, WorkItemDue due, Recipient to) {
        WorkItem item = due.item();
        Nearness near = deadlines.nearness(item.kind().desk(), item.dueAt());
        Message reminder = Message.of(kind, to)
                .inCase(due.caseFile().id().value(), due.caseFile().number().value())
                .with(Detail.TASK, messages.getMessage("work." + item.kind(), null, to.language()))
                .with(
                        Detail.ENTITY,
                        directory
                                .organisation(item.organisation())
                                .name(Language.of(to.language().getLanguage())))
                .with(
                        Detail.DEADLINE,
                        new BelgianDates().lastDay(item.dueAt())
                                + " ("
                                + messages.getMessage(near.key(), new Object[] {near.days()}, to.language())
                                + ')');
        PersonId principal = item.inPlaceOf();
        return principal == null
                ? reminder
                : reminder.with(Detail.PRINCIPAL, directory.person(principal).displayName());
    }
}
