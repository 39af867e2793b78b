package be.designations.dpd;

import be.designations.access.QualityKind;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.Cases;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.LettersNamed;
import be.designations.casework.Wait;
import be.designations.casework.Waits;
import be.designations.casework.WorkKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.letters.LetterKind;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who is told what of an application (A4, A10). The CPAS is told at its own mailbox and the person who submitted at
 * theirs; the desks at their mailboxes.
 */
@Component
public class DpdMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final Directory directory;
    private final Cases cases;
    private final DpdApplications applications;
    private final DpdRegister register;
    private final Waits waits;
    private final LettersNamed letters;
    private final Deadlines deadlines;
    private final MessageSource messages;

    DpdMails(
            Notifications notifications,
            AddressBook addresses,
            Directory directory,
            Cases cases,
            DpdApplications applications,
            DpdRegister register,
            Waits waits,
            LettersNamed letters,
            Deadlines deadlines,
            MessageSource messages) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.directory = directory;
        this.cases = cases;
        this.applications = applications;
        this.register = register;
        this.waits = waits;
        this.letters = letters;
        this.deadlines = deadlines;
        this.messages = messages;
    }

    /** Tells the CPAS that its application has arrived, and BCSS that one waits. */
    public void confirmReceipt(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        tellCpas(NotificationKind.DPD_APPLICATION_RECEIVED, application, UnaryOperator.identity());
        tellReviewers(NotificationKind.DPD_OPINION_ASKED, application);
    }

    /** Tells BCSS that the CPAS has answered. */
    public void fileCompleted(DossierNumber number) {
        tellReviewers(NotificationKind.DPD_FILE_COMPLETED, applicationOf(number));
    }

    private void tellReviewers(NotificationKind kind, DpdApplication application) {
        tellDesk(
                OrganisationKind.BCSS,
                kind,
                application,
                mail -> mail.with(
                        Detail.DEADLINE,
                        Days.lastBefore(deadlines
                                .termOf(dossierOf(application), DpdCase.GIVE_OPINION)
                                .dueAt())));
    }

    /** Tells the CPAS what BCSS asks. */
    public void completionAsked(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        waits.of(application.sent().caseId()).stream()
                .filter(Wait::isOpen)
                .forEach(wait -> tellCpas(NotificationKind.DPD_COMPLETION_ASKED, application, mail -> byDeputy(
                                mail, wait.openedBy(), wait.inPlaceOf())
                        .with(Detail.QUESTIONS, wait.why())
                        .with(Detail.DEADLINE, dueOn(DpdCase.COMPLETE_FILE))));
    }

    /** Tells the CPAS and SPP IS what the opinion is (S002 §1, step 4). */
    public void opinionGiven(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        DpdApplications.Opinion opinion =
                applications.findOpinion(application.id()).orElseThrow();
        UnaryOperator<Message> namingLetter = letters.in(dossierOf(application), LetterKind.DPD_OPINION);
        UnaryOperator<Message> withOpinion = mail -> namingLetter
                .apply(byDeputy(mail, opinion.givenBy(), opinion.inPlaceOf()))
                .withOpinion(opinion.favourable())
                .with(Detail.REASON, opinion.reasons());
        tellCpas(NotificationKind.DPD_OPINION_GIVEN, application, withOpinion);
        tellDesk(OrganisationKind.SPP_IS, NotificationKind.DPD_OPINION_GIVEN, application, withOpinion);
    }

    /** Tells the CPAS why it was refused. */
    public void refused(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        DpdApplications.Decision decision =
                applications.findDecision(application.id()).orElseThrow();
        UnaryOperator<Message> namingLetter = letters.in(dossierOf(application), LetterKind.DPD_REFUSAL);
        tellCpas(NotificationKind.DPD_REFUSED, application, mail -> namingLetter
                .apply(byDeputy(mail, decision.decidedBy(), decision.inPlaceOf()))
                .with(Detail.REASON, String.valueOf(decision.reason())));
    }

    /** Tells the CPAS since when its officer is in office. */
    public void approved(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        Mandate mandate = register.findMandate(application.id()).orElseThrow();
        DpdApplications.Decision decision =
                applications.findDecision(application.id()).orElseThrow();
        UnaryOperator<Message> namingLetters =
                letters.in(dossierOf(application), LetterKind.DPD_APPROVAL, LetterKind.DPD_MANDATE);
        tellCpas(NotificationKind.DPD_APPROVED, application, mail -> namingLetters
                .apply(byDeputy(mail, decision.decidedBy(), decision.inPlaceOf()))
                .with(Detail.EFFECTIVE_DATE, Days.of(mandate.validFrom())));
    }

    /** What was done in somebody’s place names both (D84). */
    private Message byDeputy(Message mail, PersonId by, @Nullable PersonId inPlaceOf) {
        return inPlaceOf == null
                ? mail
                : mail.with(
                        Detail.DONE_BY,
                        messages.getMessage(
                                "deputies.by",
                                new Object[] {
                                    directory.person(by).displayName(),
                                    directory.person(inPlaceOf).displayName()
                                },
                                mail.recipient().language()));
    }

    void lapsed(DpdApplication application, Instant dueAt) {
        UnaryOperator<Message> withDay = mail -> mail.with(Detail.DEADLINE, Days.lastBefore(dueAt));
        tellCpas(NotificationKind.DPD_LAPSED, application, withDay);
        tellDesk(OrganisationKind.BCSS, NotificationKind.DPD_LAPSED, application, withDay);
    }

    /** Tells the desks that have read the application that it is taken back. */
    public void withdrawn(DossierNumber number) {
        DpdApplication application = applicationOf(number);
        tellDesk(OrganisationKind.BCSS, NotificationKind.DPD_WITHDRAWN, application, UnaryOperator.identity());
        if (applications.findOpinion(application.id()).isPresent()) {
            tellDesk(OrganisationKind.SPP_IS, NotificationKind.DPD_WITHDRAWN, application, UnaryOperator.identity());
        }
    }

    /** Tells those who were to change the local manager that a newer mandate has taken the place of that one. */
    void changeSuperseded(DpdApplication superseded, PersonId newOfficer, List<PersonId> managers) {
        List<Recipient> known = addresses.people(managers);
        (known.isEmpty() ? List.of(addresses.organisation(superseded.organisation())) : known)
                .forEach(to -> write(
                        NotificationKind.DPD_CHANGE_SUPERSEDED,
                        superseded,
                        to,
                        mail -> mail.with(
                                Detail.OFFICER, directory.person(newOfficer).displayName())));
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
        CaseFile dossier = dossierOf(application);
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

    private CaseFile dossierOf(DpdApplication application) {
        return cases.find(application.sent().caseId()).orElseThrow();
    }

    private LocalDate dueOn(WorkKind kind) {
        return Days.lastBefore(deadlines.dueFor(kind));
    }

    private DpdApplication applicationOf(DossierNumber number) {
        return cases.find(number)
                .flatMap(dossier -> applications.find(dossier.id()))
                .orElseThrow(() -> new IllegalStateException("no dossier " + number));
    }
}
