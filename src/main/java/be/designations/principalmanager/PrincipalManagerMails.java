package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.Deadlines;
import be.designations.casework.Desk;
import be.designations.casework.WorkList;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.letters.LetterKind;
import be.designations.letters.Letters;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is told what of the designation of a principal access manager (A10), each in their own language. */
@Component
public class PrincipalManagerMails {

    private static final int MOST_TASKS = 20;

    private final Notifications notifications;
    private final AddressBook addresses;
    private final AccessModel access;
    private final Incumbents incumbents;
    private final Directory directory;
    private final Letters letters;
    private final WorkList workList;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;

    PrincipalManagerMails(
            Notifications notifications,
            AddressBook addresses,
            AccessModel access,
            Incumbents incumbents,
            Directory directory,
            Letters letters,
            WorkList workList,
            Deadlines deadlines,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.access = access;
        this.incumbents = incumbents;
        this.directory = directory;
        this.letters = letters;
        this.workList = workList;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    /** The new manager with instructions, whoever asked, the former manager, and the mailbox of the entity. */
    public void designated(CaseFile dossier, PrincipalManagerRequest request) {
        Person manager = directory.person(request.manager());
        LocalDate since = Days.of(Objects.requireNonNull(request.settledAt()));
        String letter = letters.references(dossier.id().value(), LetterKind.PRINCIPAL_MANAGER);
        instructions(dossier, request, manager, since, letter);
        if (!request.requestedBy().equals(manager.id())) {
            addresses
                    .person(request.requestedBy())
                    .ifPresent(
                            to -> tell(to, NotificationKind.PRINCIPAL_MANAGER_REQUEST_DONE, dossier, mail -> mail.with(
                                            Detail.PRINCIPAL_MANAGER, manager.displayName())
                                    .with(Detail.EFFECTIVE_DATE, since)
                                    .with(Detail.LETTER, letter)));
        }
        PersonId former = request.formerManager();
        if (former != null) {
            addresses
                    .person(former)
                    .ifPresent(to -> notifications.write(Message.of(NotificationKind.RESPONSIBILITY_ENDED, to)
                            .linkingTo("/me")
                            .with(Detail.ENTITY, entity(dossier, to))
                            .with(Detail.RESPONSIBILITY, capacity(to))
                            .with(Detail.MANAGER, by(request, to))
                            .with(Detail.EFFECTIVE_DATE, since)));
        }
        tell(
                addresses.organisation(dossier.organisation()),
                NotificationKind.PRINCIPAL_MANAGER_CHANGED,
                dossier,
                mail -> mail.with(Detail.PRINCIPAL_MANAGER, manager.displayName())
                        .with(Detail.MANAGER, by(request, mail.recipient()))
                        .with(Detail.EFFECTIVE_DATE, since)
                        .with(Detail.LETTER, letter));
    }

    /** To the address given for the post, in the language of whoever holds it now. */
    private void instructions(
            CaseFile dossier, PrincipalManagerRequest request, Person manager, LocalDate since, String letter) {
        Recipient to = atAddressOfPost(manager, request);
        Message mail = Message.of(NotificationKind.PRINCIPAL_MANAGER_DESIGNATED, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .linkingTo("/entities/"
                        + directory
                                .organisation(dossier.organisation())
                                .enterpriseNumber()
                                .value() + "/access-managers")
                .with(Detail.ENTITY, entity(dossier, to))
                .with(Detail.MANAGER, by(request, to))
                .with(Detail.EFFECTIVE_DATE, since)
                .with(Detail.LETTER, letter);
        String waiting = waitingWork(dossier, to);
        notifications.write(waiting.isEmpty() ? mail : mail.with(Detail.TASK, waiting));
    }

    /** Who decided: by name who represents the entity, as a desk support. */
    private String by(PrincipalManagerRequest request, Recipient to) {
        return request.verdict() == null
                ? nameOf(request.requestedBy())
                : directory
                        .findDesk(OrganisationKind.SUPPORT)
                        .orElseThrow()
                        .name(Language.of(to.language().getLanguage()));
    }

    /** What waited for the former manager waits for the new one. */
    private String waitingWork(CaseFile dossier, Recipient to) {
        var query = new WorkList.Query(Set.of(), Map.of(Desk.ENTITY_MANAGERS, Set.of(dossier.organisation())));
        return workList.page(query, null, MOST_TASKS).stream()
                .map(line -> messages.getMessage("work." + line.kind(), null, to.language()) + " ("
                        + line.number().value() + ", "
                        + new BelgianDates().lastDay(line.dueAt()) + ")")
                .collect(Collectors.joining("; "));
    }

    void waits(CaseFile dossier, PrincipalManagerRequest request) {
        tellRequester(NotificationKind.PRINCIPAL_MANAGER_WAITING, dossier, request, UnaryOperator.identity());
    }

    /** Tells whoever asked what the register answered. */
    public void notRecognised(CaseFile dossier, PrincipalManagerRequest request) {
        Recognition answer = Objects.requireNonNull(request.registerAnswer());
        tellRequester(
                NotificationKind.PRINCIPAL_MANAGER_NOT_RECOGNISED,
                dossier,
                request,
                mail -> mail.with(
                        Detail.REASON,
                        messages.getMessage(
                                "principalmanager.recognition." + answer,
                                new Object[] {new BelgianDates().day(request.registerDay())},
                                mail.recipient().language())));
    }

    /** Tells whoever asked why nobody was designated on their word: somebody else was, or what they declared holds no longer. */
    public void overtaken(CaseFile dossier, PrincipalManagerRequest request) {
        if (request.status() == RequestStatus.LAPSED) {
            tellRequester(NotificationKind.PRINCIPAL_MANAGER_LAPSED, dossier, request, UnaryOperator.identity());
            return;
        }
        Incumbent present = incumbents.principalManager(dossier.organisation()).orElseThrow();
        Optional<Basis> decision = access.lastDecisionOn(present.responsibility());
        tellRequester(NotificationKind.PRINCIPAL_MANAGER_OVERTAKEN, dossier, request, mail -> mail.with(
                        Detail.PRINCIPAL_MANAGER, present.name())
                .with(
                        Detail.MANAGER,
                        decision.map(basis -> deciders(basis, mail.recipient())).orElse("–"))
                .with(Detail.EFFECTIVE_DATE, Days.of(present.since())));
    }

    /**
     * Tells whoever asks that it arrived, and support that a mandate is to be verified. The entity and its manager learn that
     * somebody claims to represent it: a wrong claim is seen early.
     */
    public void mandateClaimed(CaseFile dossier, PrincipalManagerRequest request) {
        String requester = nameOf(request.requestedBy());
        tellRequester(NotificationKind.MANDATE_REQUEST_RECEIVED, dossier, request, UnaryOperator.identity());
        Instant due = deadlines.dueFor(PrincipalManagerCase.VERIFY_MANDATE);
        tell(
                addresses.desk(OrganisationKind.SUPPORT),
                NotificationKind.MANDATE_VERIFICATION_ASKED,
                dossier,
                mail -> mail.with(Detail.REQUESTER, requester).with(Detail.DEADLINE, Days.lastBefore(due)));
        // Until it takes part in CSAM, the address of an entity may be what whoever claims has given.
        boolean known = directory.registeredWithCsam(dossier.organisation()).isPresent()
                || directory.organisation(dossier.organisation()).kind() != OrganisationKind.ENTERPRISE;
        UnaryOperator<Message> details = mail -> mail.with(Detail.REQUESTER, requester);
        if (known) {
            tell(addresses.organisation(dossier.organisation()), NotificationKind.MANDATE_CLAIMED, dossier, details);
        }
        addresses
                .people(access.holders(
                        dossier.organisation(), Set.of(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER), clock.instant()))
                .forEach(to -> tell(to, NotificationKind.MANDATE_CLAIMED, dossier, details));
    }

    /** Tells whoever asked why support refused. */
    public void mandateRefused(CaseFile dossier, PrincipalManagerRequest request) {
        String reason =
                Objects.requireNonNull(Objects.requireNonNull(request.verdict()).reason());
        tellRequester(NotificationKind.MANDATE_REFUSED, dossier, request, mail -> mail.with(Detail.REASON, reason));
    }

    /** Tells support that there is nothing to verify any more. */
    public void withdrawn(CaseFile dossier, PrincipalManagerRequest request) {
        tell(
                addresses.desk(OrganisationKind.SUPPORT),
                NotificationKind.MANDATE_REQUEST_WITHDRAWN,
                dossier,
                mail -> mail.with(Detail.REQUESTER, nameOf(request.requestedBy())));
    }

    private void tellRequester(
            NotificationKind kind, CaseFile dossier, PrincipalManagerRequest request, UnaryOperator<Message> details) {
        // Whoever has no address of their own has given one for the post.
        Recipient to = addresses
                .person(request.requestedBy())
                .orElseGet(() -> atAddressOfPost(directory.person(request.requestedBy()), request));
        tell(to, kind, dossier, mail -> details.apply(mail.with(Detail.PRINCIPAL_MANAGER, named(request))));
    }

    private static Recipient atAddressOfPost(Person person, PrincipalManagerRequest request) {
        return Recipient.person(
                person.id().value(),
                person.displayName(),
                request.contact().email(),
                person.language().locale());
    }

    /** Whoever was not recognised learns no more of the person than what they typed. */
    private String named(PrincipalManagerRequest request) {
        String typed = request.named();
        return typed == null || request.registerAnswer() == Recognition.RECOGNISED ? nameOf(request.manager()) : typed;
    }

    private void tell(Recipient to, NotificationKind kind, CaseFile dossier, UnaryOperator<Message> details) {
        notifications.write(details.apply(Message.of(kind, to)
                .inCase(dossier.id().value(), dossier.number().value())
                .with(Detail.ENTITY, entity(dossier, to))));
    }

    private String entity(CaseFile dossier, Recipient to) {
        return directory
                .organisation(dossier.organisation())
                .name(Language.of(to.language().getLanguage()));
    }

    private String capacity(Recipient to) {
        return messages.getMessage("capacity." + ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, to.language());
    }

    private String deciders(Basis basis, Recipient to) {
        PersonId by = basis.decidedBy();
        PersonId principal = basis.inPlaceOf();
        if (by == null) {
            return "–";
        }
        return principal == null
                ? nameOf(by)
                : messages.getMessage("deputies.by", new Object[] {nameOf(by), nameOf(principal)}, to.language());
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }
}
