package be.designations.dpd;

import be.designations.access.QualityKind;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who is told what of an application (A4, A10). The CPAS is told at its own mailbox and the person who submitted at
 * theirs; the desks at their mailboxes.
 */
@Component
class DpdMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final Directory directory;
    private final Cases cases;
    private final MessageSource messages;

    DpdMails(
            Notifications notifications,
            AddressBook addresses,
            Directory directory,
            Cases cases,
            MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.directory = directory;
        this.cases = cases;
        this.messages = messages;
    }

    void received(DpdApplication application) {
        tellCpas(NotificationKind.DPD_APPLICATION_RECEIVED, application, UnaryOperator.identity());
    }

    void opinionAsked(DpdApplication application, Instant dueAt) {
        tellDesk(
                OrganisationKind.BCSS,
                NotificationKind.DPD_OPINION_ASKED,
                application,
                mail -> mail.with(Detail.DEADLINE, lastDayBefore(dueAt)));
    }

    void fileCompleted(DpdApplication application, Instant dueAt) {
        tellDesk(
                OrganisationKind.BCSS,
                NotificationKind.DPD_FILE_COMPLETED,
                application,
                mail -> mail.with(Detail.DEADLINE, lastDayBefore(dueAt)));
    }

    void completionAsked(DpdApplication application, String questions, Instant dueAt) {
        tellCpas(NotificationKind.DPD_COMPLETION_ASKED, application, mail -> mail.with(Detail.QUESTIONS, questions)
                .with(Detail.DEADLINE, lastDayBefore(dueAt)));
    }

    void opinionGiven(DpdApplication application, DpdApplications.Opinion opinion) {
        UnaryOperator<Message> withOpinion =
                mail -> mail.withOpinion(opinion.favourable()).with(Detail.REASON, opinion.reasons());
        tellCpas(NotificationKind.DPD_OPINION_GIVEN, application, withOpinion);
        tellDesk(OrganisationKind.SPP_IS, NotificationKind.DPD_OPINION_GIVEN, application, withOpinion);
    }

    void refused(DpdApplication application, String reason) {
        tellCpas(NotificationKind.DPD_REFUSED, application, mail -> mail.with(Detail.REASON, reason));
    }

    void approved(DpdApplication application, Mandate mandate) {
        tellCpas(
                NotificationKind.DPD_APPROVED,
                application,
                mail -> mail.with(Detail.EFFECTIVE_DATE, LocalDate.ofInstant(mandate.validFrom(), Deadlines.BRUSSELS)));
    }

    void lapsed(DpdApplication application, Instant dueAt) {
        UnaryOperator<Message> withDay = mail -> mail.with(Detail.DEADLINE, lastDayBefore(dueAt));
        tellCpas(NotificationKind.DPD_LAPSED, application, withDay);
        tellDesk(OrganisationKind.BCSS, NotificationKind.DPD_LAPSED, application, withDay);
    }

    /** @param opinionGiven whether SPP IS knows of the application already */
    void withdrawn(DpdApplication application, boolean opinionGiven) {
        tellDesk(OrganisationKind.BCSS, NotificationKind.DPD_WITHDRAWN, application, UnaryOperator.identity());
        if (opinionGiven) {
            tellDesk(OrganisationKind.SPP_IS, NotificationKind.DPD_WITHDRAWN, application, UnaryOperator.identity());
        }
    }

    private void tellCpas(NotificationKind kind, DpdApplication application, UnaryOperator<Message> details) {
        Recipient mailbox = addresses.organisation(application.organisation());
        write(kind, application, mailbox, details);
        addresses
                .person(application.sent().submittedBy())
                .filter(submitter -> !submitter.address().equals(mailbox.address()))
                .ifPresent(submitter -> write(kind, application, submitter, details));
    }

    private void tellDesk(
            OrganisationKind desk, NotificationKind kind, DpdApplication application, UnaryOperator<Message> details) {
        write(kind, application, addresses.desk(desk), details);
    }

    private void write(
            NotificationKind kind, DpdApplication application, Recipient to, UnaryOperator<Message> details) {
        CaseFile dossier = cases.find(application.sent().caseId()).orElseThrow();
        Message mail = Message.of(kind, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .with(
                        Detail.CPAS,
                        directory
                                .organisation(application.organisation())
                                .name(Language.of(to.language().getLanguage())))
                .with(Detail.QUALITY, messages.getMessage("quality." + QualityKind.SOCIAL_ACTION, null, to.language()))
                .with(
                        Detail.CANDIDATE,
                        directory.person(application.sent().candidate()).displayName());
        notifications.write(details.apply(mail));
    }

    private static LocalDate lastDayBefore(Instant deadline) {
        return LocalDate.ofInstant(deadline.minusMillis(1), Deadlines.BRUSSELS);
    }
}
